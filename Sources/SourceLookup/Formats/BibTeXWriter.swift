import ClaimModel

/// Writes sources as BibTeX entries that biblatex understands fully and old BibTeX mostly.
enum BibTeXWriter {
  static func write(_ sources: [Source]) -> String {
    var used = Set<String>()
    return sources.map { source in
      var key = key(source.id.rawValue)
      // Two names may become the same key; a letter tells them apart.
      var letter = UInt8(ascii: "b")
      while !used.insert(key).inserted {
        key += String(Unicode.Scalar(letter))
        letter = letter < UInt8(ascii: "z") ? letter + 1 : UInt8(ascii: "a")
      }
      return entry(source, key: key)
    }
    .joined(separator: "\n")
  }

  private static func entry(_ source: Source, key: String) -> String {
    let date = source.issued.flatMap { PartialDate(iso8601: $0) }
    let container =
      ["chapter", "paper-conference"].contains(source.type) ? "booktitle" : containerField(source)
    let fields: [(String, String?)] = [
      (
        "author", source.authors.isEmpty ? nil : source.authors.map(name).joined(separator: " and ")
      ),
      ("title", source.title.isEmpty ? nil : escaped(source.title)),
      (container, source.containerTitle.map(escaped)), ("entrysubtype", subtype(source)),
      (source.type == "report" ? "institution" : "publisher", source.publisher.map(escaped)),
      ("year", date.map { String($0.year) }), ("date", date?.iso8601),
      ("modified", source.modified.map(escaped)),
      ("doi", source.doi.map(verbatim)), ("isbn", source.isbn.map(escaped)),
      ("issn", source.issn.map(escaped)), ("pmid", source.pmid.map(escaped)),
      ("pmcid", source.pmcid.map(escaped)), ("eprint", source.arxiv.map(verbatim)),
      ("eprinttype", source.arxiv == nil ? nil : "arxiv"), ("url", source.url.map(verbatim)),
      ("urldate", source.accessed?.iso8601), ("language", source.language?.rawValue),
    ]
    let lines = fields.compactMap { name, value in value.map { "  \(name) = {\($0)},\n" } }
    return "@\(CitationType.bibtex(source.type)){\(key),\n\(lines.joined())}\n"
  }

  /// What biblatex calls an article that is not of a journal.
  private static func subtype(_ source: Source) -> String? {
    switch source.type {
    case "article-newspaper": return "newspaper"
    case "article-magazine": return "magazine"
    default: return nil
    }
  }

  private static func containerField(_ source: Source) -> String {
    CitationType.bibtex(source.type) == "article" ? "journaltitle" : "organization"
  }

  private static func name(_ author: SourceAuthor) -> String {
    switch author {
    // Braces keep a name of several words whole, also one with “and” in it.
    case .literal(let name): return "{\(escaped(name))}"
    case .person(let family, let given):
      guard let given else { return "{\(escaped(family))}" }
      let parts = given.split(separator: ",", maxSplits: 1).map(\.trimmed)
      let suffix = parts.count > 1 ? ", \(parts[1])" : ""
      return escaped("\(family)\(suffix), \(parts.first ?? given)")
    }
  }

  private static func key(_ id: String) -> String {
    let letters = id.unicodeScalars.map { scalar in
      scalar.isASCII
        && (scalar.properties.isAlphabetic || "0123456789-_:.".unicodeScalars.contains(scalar))
        ? Character(scalar) : "-"
    }
    return letters.isEmpty ? "source" : String(letters)
  }

  /// The text with TeX's special characters escaped.
  private static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&", "%", "$", "#", "_", "{", "}": out += "\\\(scalar)"
      case "~": out += "\\textasciitilde{}"
      case "^": out += "\\textasciicircum{}"
      case "\\": out += "\\textbackslash{}"
      case "\n", "\r", "\t": out += " "
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// An address, which is read letter by letter; only unbalanced braces would end it.
  private static func verbatim(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      ["{", "}", "\\", " ", "\n", "\r"].contains(scalar)
        ? percentEncoded(String(scalar)) : String(scalar)
    }
    .joined()
  }
}
