import ClaimModel

/// Reads BibTeX entries.
struct BibTeXReader {
  /// Names of months that entries may use without defining them.
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private let bytes: [UInt8]
  private let file: String
  private var position = 0
  private var macros: [String: String] = [:]

  static func read(_ bytes: [UInt8], file: String) throws(CitationLibraryError) -> CitationLibrary {
    var reader = BibTeXReader(bytes: bytes, file: file)
    var library = CitationLibrary()
    while let at = reader.bytes[reader.position...].firstIndex(of: UInt8(ascii: "@")) {
      reader.position = at + 1
      if let source = try reader.entry() { library.add(source) }
    }
    return library
  }

  private init(bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
    for (index, month) in Self.months.enumerated() { macros[month] = String(index + 1) }
  }

  private func fault(_ problem: FormatProblem, at offset: Int? = nil) -> CitationLibraryError {
    .malformed(file: file, FilePosition(offset: offset ?? position, in: bytes), problem: problem)
  }

  private mutating func skipSpace() {
    while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
  }

  private mutating func next() throws(CitationLibraryError) -> UInt8 {
    skipSpace()
    guard position < bytes.count else { throw fault(.openEntry) }
    return bytes[position]
  }

  /// A name: everything up to a character that has a meaning.
  private mutating func word() -> String {
    skipSpace()
    let start = position
    while position < bytes.count, bytes[position] > 0x20,
      !"{}(),=#\"%".utf8.contains(bytes[position])
    {
      position += 1
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// Reads an entry after its `@`; nil for one that is not a work, and for an `@` in running text.
  private mutating func entry() throws(CitationLibraryError) -> Source? {
    let start = position
    let kind = word().lowercased()
    skipSpace()
    guard !kind.isEmpty, position < bytes.count, [0x7B, 0x28].contains(bytes[position]) else {
      return nil
    }
    if kind == "comment" || kind == "preamble" {
      _ = try group()
      return nil
    }
    position += 1
    let key = kind == "string" ? "" : word()
    var fields: [String: String] = [:]
    while true {
      let byte = try next()
      position += 1
      if byte == UInt8(ascii: "}") || byte == UInt8(ascii: ")") { break }
      if byte == UInt8(ascii: ",") { continue }
      position -= 1
      let name = word().lowercased()
      guard !name.isEmpty, try next() == UInt8(ascii: "=") else {
        throw fault(.badField)
      }
      position += 1
      fields[name] = try value()
    }
    if kind == "string" {
      macros.merge(fields) { $1 }
      return nil
    }
    guard !key.isEmpty else { throw fault(.noKey, at: start) }
    return Self.source(kind, key, fields)
  }

  /// A value: pieces in braces, in quotation marks, numbers and names of macros, joined by `#`.
  private mutating func value() throws(CitationLibraryError) -> String {
    var text = ""
    while true {
      switch try next() {
      case UInt8(ascii: "{"): text += try group()
      case UInt8(ascii: "\""): text += try quoted()
      default:
        let name = word()
        guard !name.isEmpty else { throw fault(.noValue) }
        text += macros[name.lowercased()] ?? name
      }
      guard try next() == UInt8(ascii: "#") else { return text }
      position += 1
    }
  }

  /// What stands between a brace and the one that closes it.
  private mutating func group() throws(CitationLibraryError) -> String {
    let start = position
    let open = bytes[position]
    let close = open == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "}")
    var depth = 0
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\\") { position += 1 }
      if byte == open { depth += 1 }
      if byte == close {
        depth -= 1
        if depth == 0 {
          return String(decoding: bytes[(start + 1)..<(position - 1)], as: UTF8.self)
        }
      }
    }
    throw fault(.openBrace, at: start)
  }

  private mutating func quoted() throws(CitationLibraryError) -> String {
    let start = position
    position += 1
    var depth = 0
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\\") { position += 1 }
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if byte == UInt8(ascii: "\""), depth == 0 {
        return String(decoding: bytes[(start + 1)..<(position - 1)], as: UTF8.self)
      }
    }
    throw fault(.openQuotation, at: start)
  }
}

extension BibTeXReader {
  private static func source(_ kind: String, _ key: String, _ fields: [String: String]) -> Source {
    func text(_ names: String...) -> String? {
      for name in names {
        if let value = fields[name].map(LaTeX.plain), !value.isEmpty { return value }
      }
      return nil
    }
    func verbatim(_ name: String) -> String? {
      fields[name].map { $0.replacing("\\_", with: "_").replacing("\\%", with: "%").trimmed }
        .flatMap { $0.isEmpty ? nil : $0 }
    }
    var type = CitationType.csl(bibtex: kind)
    if kind == "misc", fields["url"] != nil { type = "webpage" }
    if let subtype = fields["entrysubtype"], ["newspaper", "magazine"].contains(subtype) {
      type = "article-\(subtype)"
    }
    // arXiv's own entries say `archiveprefix`.
    let archive = text("eprinttype", "archiveprefix")?.lowercased()
    let isArXiv = archive == "arxiv" || archive == nil
    return Source(
      id: SourceID(rawValue: key),
      type: type,
      title: text("title") ?? "",
      authors: (fields["author"] ?? fields["editor"]).map(names) ?? [],
      containerTitle: text("journaltitle", "journal", "booktitle")
        ?? (type == "webpage" || type == "post-weblog" ? text("organization") : nil),
      publisher: text("publisher", "institution", "school"),
      issued: date(fields),
      modified: text("modified").flatMap { PartialDate(iso8601: $0)?.iso8601 },
      accessed: fields["urldate"].flatMap { CalendarDate(iso8601: $0.trimmed) },
      url: verbatim("url") ?? verbatim("howpublished").flatMap(LaTeX.address),
      doi: verbatim("doi").map(CSLReader.bareDOI),
      isbn: text("isbn").map { WorkNumber.isbn($0) ?? $0 },
      issn: text("issn").map { WorkNumber.issn($0) ?? $0 },
      pmid: text("pmid").map { WorkNumber.pmid($0) ?? $0 },
      pmcid: text("pmcid").map { WorkNumber.pmcid("PMCID \($0)") ?? $0 },
      arxiv: isArXiv ? verbatim("eprint").flatMap(WorkNumber.arxiv) : nil,
      language: text("language", "langid").map { LanguageTag(rawValue: $0) }
    )
  }

  private static func date(_ fields: [String: String]) -> String? {
    let whole = fields["date"].flatMap { PartialDate(iso8601: String($0.prefix { $0 != "/" })) }
    if let whole { return whole.iso8601 }
    guard let year = fields["year"].map(LaTeX.plain).flatMap({ Int($0) }) else { return nil }
    let month = fields["month"].map(LaTeX.plain).flatMap { month in
      Int(month) ?? months.firstIndex { month.lowercased().hasPrefix($0) }.map { $0 + 1 }
    }
    let day = month == nil ? nil : fields["day"].flatMap { Int($0.trimmed) }
    return PartialDate(parts: [year] + [month, day].compactMap { $0 })?.iso8601
  }

  /// The names, which are separated by the word “and” outside of braces.
  private static func names(_ text: String) -> [SourceAuthor] {
    var names: [String] = [""]
    var depth = 0
    for word in text.split(whereSeparator: \.isWhitespace) {
      if depth == 0, word.lowercased() == "and" {
        names.append("")
      } else {
        names[names.count - 1] += (names[names.count - 1].isEmpty ? "" : " ") + word
      }
      depth += word.count { $0 == "{" } - word.count { $0 == "}" }
    }
    return names.filter { !$0.isEmpty && $0.lowercased() != "others" }.map(name)
  }

  private static func name(_ text: String) -> SourceAuthor {
    if text.hasPrefix("{"), text.hasSuffix("}") { return .literal(LaTeX.plain(text)) }
    let parts = text.split(separator: ",").map { LaTeX.plain(String($0)) }
    switch parts.count {
    case 2: return .person(family: parts[0], given: parts[1])
    case 3...: return .person(family: parts[0], given: "\(parts[2]), \(parts[1])")
    default:
      let words = LaTeX.plain(text).split(separator: " ").map { String($0) }
      guard words.count > 1 else { return .literal(LaTeX.plain(text)) }
      // “van” and the like belong to the family name: it begins at the first word in lower case.
      let small = words.dropFirst().dropLast().firstIndex { $0.first?.isLowercase ?? false }
      let start = small ?? words.count - 1
      return .person(
        family: words[start...].joined(separator: " "),
        given: words[..<start].joined(separator: " ")
      )
    }
  }
}
