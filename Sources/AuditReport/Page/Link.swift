/// An address that a page may point to.
struct Link: Sendable {
  /// The address; what is not allowed in one is percent-encoded.
  let address: String

  /// An address on the web; nil where it is anything but http or https with a host, so that no link can run a script.
  init?(web address: String?) {
    guard let address, let scheme = ["http://", "https://"].first(where: address.hasScheme),
      address.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F })
    else { return nil }
    let rest = address.utf8.dropFirst(scheme.utf8.count)
    let host = rest.prefix { !"/?#".utf8.contains($0) }
    guard !host.isEmpty, host.allSatisfy(\.isAllowedInHost) else { return nil }
    let path = String(decoding: rest.dropFirst(host.count), as: UTF8.self)
    // A second "#" would not be allowed in a fragment.
    let parts = path.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let encoded = parts.map { Self.encoded(String($0), keeping: "!$%&'()*+,/:;=?@~-._") }
    self.address = scheme + String(decoding: host, as: UTF8.self) + encoded.joined(separator: "#")
  }

  /// A file beside the page; nil where the name would lead elsewhere.
  init?(file: String?) {
    guard let file, !file.isEmpty, !file.hasPrefix("/"), !file.split(separator: "/").contains("..")
    else { return nil }
    address = "./" + Self.encoded(file, keeping: "!$'()*+,/=@~-._")
  }

  private init(encoded address: String) { self.address = address }

  /// The address at which a browser scrolls to the words of an excerpt (WICG Scroll To Text Fragment).
  ///
  /// Nil where the words would make the address longer than browsers agree to follow.
  /// What stands before and after them tells their place from others with the same words.
  func pointing(
    at excerpt: String,
    after prefix: String? = nil,
    before suffix: String? = nil
  )
    -> Link?
  {
    let words = Self.words(excerpt)
    let ends =
      words.count <= 12
      ? [words.joined(separator: " ")]
      : [words.prefix(5).joined(separator: " "), words.suffix(5).joined(separator: " ")]
    // The outermost word may have been cut, and browsers look for whole ones.
    let before = Self.words(prefix ?? "")
    let after = Self.words(suffix ?? "")
    let lead = (before.count > 1 ? before.dropFirst() : before[...]).suffix(5).joined(
      separator: " "
    )
    let trail = (after.count > 1 ? after.dropLast() : after[...]).prefix(5).joined(separator: " ")
    let directive =
      (lead.isEmpty ? "" : Self.encoded(lead, keeping: "._~!") + "-,")
      + ends.map { Self.encoded($0, keeping: "._~!") }.joined(separator: ",")
      + (trail.isEmpty ? "" : ",-" + Self.encoded(trail, keeping: "._~!"))
    guard directive.utf8.count <= 1_000 else { return nil }
    let joint = address.utf8.contains(UInt8(ascii: "#")) ? ":~:text=" : "#:~:text="
    return Link(encoded: address + joint + directive)
  }

  private static func words(_ text: String) -> [String] {
    text.split { $0.isWhitespace }.map(String.init)
  }

  /// The text with everything percent-encoded but ASCII letters, digits, the characters kept, and "%" before two digits.
  private static func encoded(_ text: String, keeping kept: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      let isKept: Bool
      switch byte {
      case UInt8(ascii: "%"):
        isKept =
          kept.utf8.contains(byte) && index + 2 < bytes.count && bytes[index + 1].isHexDigit
          && bytes[index + 2].isHexDigit
      default: isKept = byte.isLetterOrDigit || kept.utf8.contains(byte)
      }
      if isKept {
        result.append(byte)
      } else {
        result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension String {
  /// Whether the text begins with a scheme, in large or small letters.
  fileprivate func hasScheme(_ scheme: String) -> Bool {
    utf8.prefix(scheme.utf8.count).map { $0.isLetterOrDigit ? $0 | 0x20 : $0 }
      .elementsEqual(scheme.utf8)
  }
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool {
    (0x61...0x7A).contains(self | 0x20) || (0x30...0x39).contains(self)
  }

  fileprivate var isHexDigit: Bool {
    (0x61...0x66).contains(self | 0x20) || (0x30...0x39).contains(self)
  }

  /// Whether the byte can stand in a host name and port; international names stand as they are.
  fileprivate var isAllowedInHost: Bool {
    isLetterOrDigit || self >= 0x80 || self == 0x2D || self == 0x2E || self == 0x3A
  }
}
