import ClaimModel
import ClaimStore
import DocumentIngest
import ReviewWorkflow
import SourceLookup

/// Ties sources of the library to claims.
extension Desk {
  /// The source of the library that a person means: by its name, or by words that only one source has.
  func source(_ reference: String) throws -> LibrarySource {
    let library = try store.sources()
    if let exact = library.first(where: { $0.source.id.rawValue == reference }) { return exact }
    let found = CitationLibrary(library.map(\.source)).find(reference, limit: 4)
    let names = found.map(\.source.id.rawValue).joined(separator: ", ")
    throw Failure(
      .badInput,
      found.isEmpty
        ? say(
          "the library has no source “\(reference)”; `tilik source list` shows what it has, `tilik source add` adds more",
          "pustaka tidak punya sumber “\(reference)”; lihat `tilik source list`, tambah dengan `tilik source add`"
        )
        : say(
          "the library has no source “\(reference)”; did you mean: \(names)?",
          "pustaka tidak punya sumber “\(reference)”; maksud Anda: \(names)?"
        )
    )
  }

  /// A citation, with its excerpt found in the source's stored text where there is one.
  ///
  /// Where the text is a page's article and does not have the excerpt, everything that the page shows is looked
  /// through: a table or a caption beside the article is on the page, too.
  ///
  /// `wanted` is what a person says of the citation, with the source's name as they write it.
  func citation(_ wanted: Evidence, allowAbsent: Bool = false) throws -> EventContent {
    let entry = try source(wanted.source.rawValue)
    var evidence = wanted
    evidence.source = entry.source.id
    if let (anchor, text) = try anchor(of: wanted, in: entry) {
      if anchor.quality == .absent, !allowAbsent { throw absent(wanted, entry.source) }
      evidence.anchor = anchor.quality
      evidence.snapshot = Event.hash(of: text)
    }
    return .cited(evidence, source: entry.source)
  }

  private func anchor(
    of evidence: Evidence,
    in entry: LibrarySource
  ) throws -> (ExcerptAnchor, text: String)? {
    guard let text = entry.text, !text.isEmpty, let anchor = ExcerptAnchor.find(evidence, in: text)
    else { return nil }
    guard anchor.quality == .absent else { return (anchor, text) }
    let archive = try archive()
    guard let capture = archive.captures(of: entry.source.id).last,
      let answer = try archive.answer(capture),
      let page = SourcePage(body: answer.body, headers: answer.headers, url: capture.url).reading,
      page.text != text
    else { return (anchor, text) }
    guard let wider = ExcerptAnchor.find(evidence, in: page.text), wider.quality != .absent
    else { return (anchor, text) }
    try store.add([LibrarySource(source: entry.source, text: page.text)])
    return (wider, page.text)
  }

  private func absent(_ evidence: Evidence, _ source: Source) -> Failure {
    let excerpt = evidence.excerpt ?? ""
    let isShort = excerpt.unicodeScalars.count < ExcerptAnchor.shortestFuzzy
    let hint =
      isShort
      ? say(
        "; short excerpts have to stand there word for word",
        "; kutipan pendek harus ada kata demi kata"
      ) : ""
    return Failure(
      .refused,
      say(
        "the excerpt does not stand in the stored text of \(source.id); "
          + "check it word for word (“\(Terminal.cut(excerpt, 60))”)\(hint)",
        "kutipan tidak ada dalam teks tersimpan \(source.id); "
          + "periksa kata demi kata (“\(Terminal.cut(excerpt, 60))”)\(hint)"
      )
    )
  }

  /// Where a citation's excerpt stands in the copy it was found in; nil where no copy was looked at.
  func place(of evidence: Evidence, url: String?) throws -> ExcerptPlace? {
    guard let hash = evidence.snapshot, let copy = try store.bytes(hash) else { return nil }
    return ExcerptPlace(evidence, in: String(decoding: copy, as: UTF8.self), url: url)
  }
}
