import ClaimModel

/// The `key: value` lines between two `---` at a text's beginning.
///
/// It is a small part of YAML, the part that people write by hand: plain or quoted values, lists in brackets or as
/// indented `- ` lines. Keys that are not known are left alone.
struct FrontMatter {
  /// What the known keys say.
  private(set) var metadata = DocumentMetadata()
  /// The byte at which the text after it begins.
  let end: Int

  /// Reads the front matter of valid UTF-8, or returns nil where there is none.
  init?(_ text: [UInt8]) {
    guard text.starts(with: "---\n".utf8) else { return nil }
    var entries: [(key: String, values: [String])] = []
    var lineStart = 4
    while lineStart < text.count {
      let lineEnd = text[lineStart...].firstIndex(of: 0x0A) ?? text.count
      let line = text[lineStart..<lineEnd]
      lineStart = lineEnd + 1
      if line.elementsEqual("---".utf8) || line.elementsEqual("...".utf8) {
        guard !entries.isEmpty else { return nil }
        end = min(lineStart, text.count)
        for entry in entries { metadata.set(entry.key, to: entry.values) }
        return
      }
      let trimmed = line.trimmed
      if trimmed.isEmpty || trimmed.first == UInt8(ascii: "#") { continue }
      if trimmed.starts(with: "- ".utf8), !entries.isEmpty {
        entries[entries.count - 1].values.append(Self.unquoted(trimmed.dropFirst(2).trimmed))
        continue
      }
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")),
        line[..<colon].allSatisfy({ $0.isLetterOrDigit || $0 == 0x5F || $0 == 0x2D || $0 == 0x20 })
      else { return nil }
      entries.append(
        (line[..<colon].trimmed.string.lowercased(), Self.values(line[(colon + 1)...].trimmed))
      )
    }
    return nil
  }

  private static func values(_ value: ArraySlice<UInt8>) -> [String] {
    guard !value.isEmpty else { return [] }
    guard value.first == UInt8(ascii: "["), value.last == UInt8(ascii: "]") else {
      return [unquoted(value)]
    }
    return value.dropFirst().dropLast().split(separator: UInt8(ascii: ",")).map {
      unquoted($0.trimmed)
    }
  }

  private static func unquoted(_ value: ArraySlice<UInt8>) -> String {
    guard value.count >= 2, let first = value.first, first == 0x22 || first == 0x27,
      value.last == first
    else { return value.string }
    let inside = value.dropFirst().dropLast().string
    return first == 0x22
      ? inside.split(separator: "\\\"", omittingEmptySubsequences: false).joined(separator: "\"")
      : inside.split(separator: "''", omittingEmptySubsequences: false).joined(separator: "'")
  }
}

extension DocumentMetadata {
  /// Sets the field that a front matter key names, in English or Indonesian.
  fileprivate mutating func set(_ key: String, to values: [String]) {
    guard let value = values.first, !value.isEmpty else { return }
    switch key {
    case "title", "judul": title = value
    case "author", "authors", "by", "penulis", "oleh": authors = values
    case "outlet", "publication", "publisher", "site", "media", "penerbit": outlet = value
    case "date", "published", "tanggal", "terbit": published = CalendarDate(iso8601: value)
    case "language", "lang", "bahasa": language = LanguageTag(rawValue: value)
    case "url", "link", "source", "tautan": url = value
    default: break
    }
  }
}
