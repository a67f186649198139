import ClaimModel

/// Writes sources as a table (RFC 4180) with one line of names.
enum CSVWriter {
  static func write(_ sources: [Source]) -> String {
    let names = [
      "id", "type", "title", "authors", "container", "publisher", "issued", "modified", "accessed",
      "url", "doi", "isbn", "issn", "pmid", "pmcid", "arxiv", "language", "independence group",
    ]
    let rows = sources.map { source -> [String?] in
      [
        source.id.rawValue, source.type, source.title,
        source.authors.map(\.displayName).joined(separator: "; "), source.containerTitle,
        source.publisher, source.issued, source.modified, source.accessed?.iso8601, source.url,
        source.doi, source.isbn, source.issn, source.pmid, source.pmcid, source.arxiv,
        source.language?.rawValue, source.independenceGroup,
      ]
    }
    return ([names] + rows).map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
  }

  /// A cell; what a spreadsheet would compute as a formula gets an apostrophe in front, as OWASP advises.
  private static func cell(_ text: String?) -> String {
    var text = text ?? ""
    if let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) {
      text = "'" + text
    }
    let needsQuotes = text.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    return needsQuotes ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
  }
}
