import ClaimModel

/// The parts of an audit file that verification looks at.
struct PageParts {
  /// What the seal covers: the main part of the page without the bar and the button, which scripts change.
  let sealed: [ArraySlice<UInt8>]
  /// The events it carries.
  let events: CarriedEvents
  /// What it says of the ledger that the events are in, where it does.
  let proofs: LedgerProofs?
  /// The hash that the page gives for what it tells.
  let seal: String
  /// Whether the last line names the hash of all lines before it.
  let isWhole: Bool
  /// The dossiers, one a claim.
  let dossiers: [DossierParts]
  /// The words of the article, where the page shows all of it and HTML can carry every character of it.
  let article: [UInt8]?

  /// Takes a file apart, or returns nil where it is not an audit.
  init?(_ bytes: [UInt8]) {
    guard
      let main = bytes.between("<main id=\"content\">", "</main>"),
      let bar = main.between("<div class=\"bar ui\"", "</div></div>"),
      let button = main.place(of: Array("<section class=\"verify wrap\"".utf8)),
      let article = main.between("<article class=\"art\"", "</article>"),
      let dossiers = main.between("<section aria-labelledby=\"dossiers\">", "</section>"),
      let seal = bytes.between("<meta name=\"tilik-seal\" content=\"", "\""),
      bar.endIndex < button
    else { return nil }
    let barStart = bar.startIndex - "<div class=\"bar ui\"".utf8.count
    sealed = [main[..<barStart], main[(bar.endIndex + "</div></div>".utf8.count)..<button]]
    self.seal = String(decoding: seal, as: UTF8.self)
    let ratings = Self.ratings(main)
    self.dossiers = dossiers.all(between: "<article class=\"claim", "</article>").map {
      DossierParts($0, ratings: ratings)
    }
    events = CarriedEvents(
      script: bytes.between("<script type=\"application/json\" id=\"events\">", "</script>") ?? [],
      dossiers: self.dossiers
    )
    proofs = bytes.between("<script type=\"application/json\" id=\"proofs\">", "</script>")
      .flatMap { LedgerProofs(script: $0) }
    let end = bytes.dropLast().lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    isWhole = Seal.lastLine(of: bytes[..<end]).bytes.elementsEqual(bytes[end...])
    let isComparable = main[button...].place(of: Array("data-check=\"text\"".utf8)) != nil
    self.article = isComparable ? Self.words(ofArticle: article) : nil
  }

  /// The ratings by the class of what belongs to them, from the legend.
  private static func ratings(_ main: ArraySlice<UInt8>) -> [[UInt8]: String] {
    var ratings: [[UInt8]: String] = [:]
    for filter in main.all(between: " data-filter=\"", "\" checked>") {
      let name = filter.prefix { $0 != UInt8(ascii: "\"") }
      let rating = filter.place(of: Array(" data-key=\"v-".utf8)).map { filter[($0 + 13)...] }
      if let rating {
        ratings[Array(name)] = String(decoding: PlainText.of(rating), as: UTF8.self)
      }
    }
    return ratings
  }

  /// The article's text without what the page puts into it.
  private static func words(ofArticle article: ArraySlice<UInt8>) -> [UInt8] {
    var words: [UInt8] = []
    var rest = article[(article.firstIndex(of: UInt8(ascii: ">")) ?? article.startIndex)...]
      .dropFirst()
    let additions = [
      ("<a class=\"pn\"", "</a>"), ("<a class=\"ref", "</a>"), ("<ol class=\"notes\"", "</ol>"),
    ]
    .map { (Array($0.utf8), Array($1.utf8)) }
    while let tag = rest.firstIndex(of: UInt8(ascii: "<")) {
      PlainText.append(rest[..<tag], to: &words)
      rest = rest[tag...]
      let end = additions.first { rest.starts(with: $0.0) }?.1 ?? [UInt8(ascii: ">")]
      rest = rest[(rest.place(of: end).map { $0 + end.count } ?? rest.endIndex)...]
    }
    PlainText.append(rest, to: &words)
    return words
  }
}

/// What verification reads in the dossier of a claim.
struct DossierParts {
  /// The claim's name.
  let claim: String
  /// The beginnings of the names of the events that its history shows.
  let events: [String]
  /// The quotations, explanations and excerpts, which must stand in one of the claim's events.
  let told: [[UInt8]]
  /// The rating's own name; empty where there is no verdict.
  let rating: String
  /// The explanation of the verdict.
  let explanation: [UInt8]?

  /// Reads a dossier.
  ///
  /// - Parameters:
  ///   - dossier: what stands between its tags, from its classes on.
  ///   - ratings: the ratings by the class of what belongs to them.
  init(_ dossier: ArraySlice<UInt8>, ratings: [[UInt8]: String]) {
    func text(_ markup: ArraySlice<UInt8>) -> String {
      String(decoding: PlainText.of(markup), as: UTF8.self)
    }
    rating =
      dossier.prefix { $0 != UInt8(ascii: "\"") }.split(separator: 0x20).lazy
      .compactMap { ratings[Array($0)] }.first ?? ""
    let names = dossier.all(between: "<code>", "</code>").map(text)
    claim = names.first ?? ""
    events = Array(names.dropFirst())
    let quotation = dossier.between("<blockquote", "</blockquote>") ?? []
    let pieces = quotation.all(between: "<span>", "</span>")
    explanation = dossier.between("<p class=\"find\"", "</p>").map(Self.content)
    told =
      ((pieces.isEmpty ? quotation.between("<p>", "</p>").map { [$0] } ?? [] : pieces)
      .map(PlainText.of) + [explanation ?? []]
      + dossier.all(between: "<q class=\"ex\"", "</q>").map(Self.content)).filter { !$0.isEmpty }
  }

  /// The words of an element from the end of its first tag on.
  private static func content(_ element: ArraySlice<UInt8>) -> [UInt8] {
    PlainText.of(element.drop { $0 != UInt8(ascii: ">") }.dropFirst())
  }
}

extension RandomAccessCollection<UInt8> where SubSequence == ArraySlice<UInt8>, Index == Int {
  /// The bytes from the first `start` to the next `end`, without either.
  func between(_ start: String, _ end: String) -> ArraySlice<UInt8>? {
    guard let from = place(of: Array(start.utf8)) else { return nil }
    let first = from + start.utf8.count
    guard let to = place(of: Array(end.utf8), from: first) else { return nil }
    return self[first..<to]
  }

  /// Every stretch between a `start` and the next `end`.
  func all(between start: String, _ end: String) -> [ArraySlice<UInt8>] {
    var found: [ArraySlice<UInt8>] = []
    var index = startIndex
    while let part = self[index...].between(start, end) {
      found.append(part)
      index = part.endIndex
    }
    return found
  }
}
