/// A mail or one part of it: header fields by lower-case name, and the body as it came.
struct MailPart {
  private(set) var fields: [String: String] = [:]
  private let raw: ArraySlice<UInt8>
  /// Parts inside parts that are followed; mails with more are made to do harm.
  private static let depthLimit = 8

  /// Reads a header and takes the rest for the body; line ends may be CRLF or LF.
  init(_ bytes: ArraySlice<UInt8>) {
    var index = bytes.startIndex
    var name: String?
    while index < bytes.endIndex {
      let end = bytes[index...].firstIndex(of: 0x0A) ?? bytes.endIndex
      let line = bytes[index..<end]
      index = min(end + 1, bytes.endIndex)
      if line.allSatisfy(\.isSpace) { break }
      if line.first == 0x20 || line.first == 0x09 {
        // A folded line goes on with the field before it.
        if let name { fields[name, default: ""] += " " + line.trimmed.string }
        continue
      }
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let key = line[..<colon].trimmed.string.lowercased()
      // Of a field that stands twice the first one counts.
      name = fields[key] == nil ? key : nil
      if let name { fields[name] = line[(colon + 1)...].trimmed.string }
    }
    raw = bytes[index...]
  }

  /// The whole `Content-Type`.
  var contentType: String? { fields["content-type"] }

  /// The type alone in lower case.
  var type: String {
    (contentType ?? "text/plain").prefix { $0 != ";" && $0 != " " }.lowercased()
  }

  /// The body, decoded from base64 or quoted-printable.
  var body: [UInt8] {
    switch fields["content-transfer-encoding"]?.lowercased() {
    case "base64": return MailHeader.base64(raw)
    case "quoted-printable": return MailHeader.quotedPrintable(raw, isHeader: false)
    default: return Array(raw)
    }
  }

  /// The parts that are text and no attachment, in order.
  var texts: [MailPart] { texts(Self.depthLimit) }

  private func texts(_ depth: Int) -> [MailPart] {
    if type.hasPrefix("text/") {
      return fields["content-disposition"]?.lowercased().hasPrefix("attachment") == true
        ? [] : [self]
    }
    if type == "message/rfc822" { return depth > 0 ? MailPart(raw).texts(depth - 1) : [] }
    guard type.hasPrefix("multipart/"), depth > 0, let boundary else { return [] }
    let mark = Array("--\(boundary)".utf8)
    var parts: [MailPart] = []
    var start: Int?
    var index = raw.startIndex
    while index < raw.endIndex {
      let end = raw[index...].firstIndex(of: 0x0A) ?? raw.endIndex
      if raw[index..<end].starts(with: mark) {
        if let start { parts.append(MailPart(raw[start..<index])) }
        start = min(end + 1, raw.endIndex)
        if raw[index..<end].dropFirst(mark.count).starts(with: "--".utf8) {
          start = nil
          break
        }
      }
      index = min(end + 1, raw.endIndex)
    }
    if let start { parts.append(MailPart(raw[start...])) }
    return parts.flatMap { $0.texts(depth - 1) }
  }

  private var boundary: String? {
    guard let type = contentType, let found = type.range(of: "boundary=", ignoringCase: true) else {
      return nil
    }
    let rest = type[found]
    if rest.first == "\"" {
      return rest.dropFirst().split(separator: "\"").first.map { String($0) }
    }
    return rest.split(whereSeparator: { $0 == ";" || $0 == " " }).first.map { String($0) }
  }
}

extension String {
  /// What follows the first occurrence of a lower-case ASCII text.
  fileprivate func range(of text: String, ignoringCase: Bool) -> PartialRangeFrom<String.Index>? {
    let bytes = Array(utf8)
    guard let found = bytes[...].range(ofIgnoringCase: text) else { return nil }
    return utf8.index(utf8.startIndex, offsetBy: found.upperBound)...
  }
}
