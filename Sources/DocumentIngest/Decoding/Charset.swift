/// A charset by the name the C library's `iconv` knows it by.
struct Charset: Hashable {
  /// The name for `iconv`.
  let name: String
  /// The smallest code unit in bytes.
  let unit: Int

  static let utf8 = Charset(name: "UTF-8", unit: 1)
  static let utf16LittleEndian = Charset(name: "UTF-16LE", unit: 2)
  static let utf16BigEndian = Charset(name: "UTF-16BE", unit: 2)
  static let windows1252 = Charset(name: "WINDOWS-1252", unit: 1)

  /// The charset that a page means by a label (WHATWG Encoding Standard, section 4.2, for the labels that lie).
  ///
  /// Browsers read `latin1` as windows-1252, `gb2312` as GB 18030 and so on, so pages are written for that.
  init(label: String) {
    let label = label.lowercased()
    if let meant = Self.meant[label] {
      self.init(name: meant, unit: 1)
    } else if label.hasPrefix("utf-16be") {
      self = .utf16BigEndian
    } else if label.hasPrefix("utf-16") || label == "unicode" || label == "ucs-2" {
      self = .utf16LittleEndian
    } else {
      self.init(name: label.uppercased(), unit: 1)
    }
  }

  private init(name: String, unit: Int) {
    self.name = name
    self.unit = unit
  }

  private static let meant: [String: String] = [
    "utf8": "UTF-8", "utf-8": "UTF-8", "unicode-1-1-utf-8": "UTF-8",
    "ascii": "WINDOWS-1252", "us-ascii": "WINDOWS-1252", "latin1": "WINDOWS-1252",
    "l1": "WINDOWS-1252", "iso-8859-1": "WINDOWS-1252", "iso8859-1": "WINDOWS-1252",
    "iso_8859-1": "WINDOWS-1252", "x-cp1252": "WINDOWS-1252", "cp1252": "WINDOWS-1252",
    "iso-8859-9": "WINDOWS-1254", "latin5": "WINDOWS-1254", "iso-8859-11": "WINDOWS-874",
    "tis-620": "WINDOWS-874", "gb2312": "GB18030", "gbk": "GB18030", "x-gbk": "GB18030",
    "gb_2312-80": "GB18030", "shift_jis": "CP932", "shift-jis": "CP932", "sjis": "CP932",
    "x-sjis": "CP932", "windows-31j": "CP932", "euc-kr": "CP949", "ks_c_5601-1987": "CP949",
    "windows-949": "CP949", "big5": "BIG5-HKSCS", "big5-hkscs": "BIG5-HKSCS",
    "x-mac-roman": "MACINTOSH", "x-user-defined": "WINDOWS-1252",
  ]
}
