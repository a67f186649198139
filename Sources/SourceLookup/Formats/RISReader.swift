import ClaimModel

/// Reads RIS entries.
enum RISReader {
  static func read(_ text: String, file: String) throws(CitationLibraryError) -> CitationLibrary {
    var library = CitationLibrary()
    var fields: [(tag: String, value: String)] = []
    var count = 0
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (number, line) in lines.enumerated() {
      let line = number == 0 && line.hasPrefix("\u{FEFF}") ? line.dropFirst() : line
      guard let (tag, value) = field(line) else {
        if line.trimmed.isEmpty { continue }
        // A line without a tag goes on with the one before.
        guard let last = fields.indices.last else {
          throw .malformed(
            file: file,
            FilePosition(line: number + 1, column: 1),
            problem: .notRIS
          )
        }
        fields[last].value += " " + line.trimmed
        continue
      }
      if tag == "ER" {
        count += 1
        library.add(source(fields, fallbackID: "ris-\(count)"))
        fields = []
      } else {
        fields.append((tag, value))
      }
    }
    if !fields.isEmpty { library.add(source(fields, fallbackID: "ris-\(count + 1)")) }
    return library
  }

  /// A line such as `TY  - JOUR`; the two letters, and what follows the hyphen.
  private static func field(_ line: Substring) -> (tag: String, value: String)? {
    let bytes = Array(line.utf8)
    guard bytes.count >= 5, bytes[2] == 0x20, bytes[3] == 0x20, bytes[4] == UInt8(ascii: "-"),
      bytes[0..<2].allSatisfy({ (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) })
    else { return nil }
    return (
      String(decoding: bytes[0..<2], as: UTF8.self),
      String(decoding: bytes[5...], as: UTF8.self).trimmed
    )
  }

  private static func source(_ fields: [(tag: String, value: String)], fallbackID: String) -> Source
  {
    func first(_ tags: String...) -> String? {
      for tag in tags {
        if let value = fields.first(where: { $0.tag == tag && !$0.value.isEmpty })?.value {
          return value
        }
      }
      return nil
    }
    func all(_ tag: String) -> [String] { fields.filter { $0.tag == tag }.map(\.value) }
    func note(_ start: String) -> String? {
      all("N1").first { $0.hasPrefix(start) }.map { String($0.dropFirst(start.count)) }
    }
    // Databases number their records in the same field; only that of PubMed is the work's own.
    let isPubMed = ["pubmed", "medline"].contains {
      first("DB")?.lowercased().hasPrefix($0) == true
    }
    let type = first("TY").map { CitationType.csl(ris: $0) } ?? "document"
    let title = first("TI", "T1", "CT") ?? ""
    let authors = fields.filter { ["AU", "A1"].contains($0.tag) && !$0.value.isEmpty }
    return Source(
      id: SourceID(rawValue: first("ID") ?? fallbackID),
      type: type,
      title: title,
      authors: authors.map { name($0.value) },
      containerTitle: first("T2", "JO", "JF", "JA"),
      publisher: first("PB"),
      issued: (first("DA") ?? first("PY", "Y1")).flatMap(day),
      modified: note(RISNote.modified).flatMap { PartialDate(iso8601: $0)?.iso8601 },
      accessed: first("Y2").flatMap(day).flatMap { CalendarDate(iso8601: $0) },
      url: first("UR", "L1"),
      doi: first("DO").map(CSLReader.bareDOI),
      isbn: all("SN").compactMap(WorkNumber.isbn).first,
      issn: all("SN").compactMap(WorkNumber.issn).first,
      pmid: isPubMed ? first("AN").flatMap(WorkNumber.pmid) : nil,
      pmcid: first("C2").flatMap(WorkNumber.pmcid),
      arxiv: note(RISNote.arxiv).flatMap(WorkNumber.arxiv),
      language: first("LA").map { LanguageTag(rawValue: $0) }
    )
  }

  private static func name(_ text: String) -> SourceAuthor {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(\.trimmed)
    guard parts.count > 1 else { return .literal(text) }
    let given = parts.dropFirst().filter { !$0.isEmpty }.joined(separator: ", ")
    return .person(family: parts[0], given: given.isEmpty ? nil : given)
  }

  /// `2025/03/04/` or `2025///winter` as `2025-03-04` or `2025`.
  private static func day(_ text: String) -> String? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).prefix(3)
      .prefix { !$0.isEmpty }
    return PartialDate(iso8601: parts.joined(separator: "-"))?.iso8601
      ?? PartialDate(iso8601: text)?.iso8601
  }
}
