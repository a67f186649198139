import ClaimModel

/// Writes a source as a RIS entry.
enum RISWriter {
  static func entry(_ source: Source) -> String {
    let date = source.issued.flatMap { PartialDate(iso8601: $0) }
    let lines: [(String, String?)] =
      [("TY", CitationType.ris(source.type)), ("ID", source.id.rawValue)]
      + source.authors.map { ("AU", name($0)) } + [
        ("TI", source.title.isEmpty ? nil : source.title), ("T2", source.containerTitle),
        ("PB", source.publisher), ("PY", date.map { String($0.year) }), ("DA", date.map(day)),
        ("DO", source.doi), ("SN", source.isbn), ("SN", source.issn), ("AN", source.pmid),
        ("DB", source.pmid == nil ? nil : "PubMed"), ("C2", source.pmcid),
        ("N1", source.arxiv.map { RISNote.arxiv + $0 }),
        ("N1", source.modified.map { RISNote.modified + $0 }), ("UR", source.url),
        ("LA", source.language?.rawValue),
        (
          "Y2",
          source.accessed.flatMap { PartialDate(parts: [$0.year, $0.month, $0.day]) }.map(day)
        ),
      ]
    let text = lines.compactMap { tag, value in
      value.map { "\(tag)  - \($0.split(whereSeparator: \.isNewline).joined(separator: " "))\r\n" }
    }
    return text.joined() + "ER  - \r\n\r\n"
  }

  private static func name(_ author: SourceAuthor) -> String {
    switch author {
    // A comma would make a person of it.
    case .literal(let name): return name.contains(",") ? name.replacing(",", with: "") : name
    case .person(let family, let given):
      guard let given else { return "\(family)," }
      let parts = given.split(separator: ",", maxSplits: 1).map(\.trimmed)
      return ([family] + parts).joined(separator: ", ")
    }
  }

  /// `2025/03/04/`, as much as is known.
  private static func day(_ date: PartialDate) -> String {
    let parts = date.iso8601.split(separator: "-").map { String($0) }
    return (parts + ["", "", ""]).prefix(3).joined(separator: "/") + "/"
  }
}

/// How a note begins that holds what RIS has no field for.
enum RISNote {
  static let arxiv = "arXiv: "
  static let modified = "Last modified: "
}
