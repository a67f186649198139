import ClaimModel
import ClaimStore
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
  func citation(
    of reference: SourceID,
    _ stance: Evidence.Stance,
    excerpt: String?,
    locator: String?,
    allowAbsent: Bool
  ) throws -> EventContent {
    let entry = try source(reference.rawValue)
    var evidence = Evidence(
      source: entry.source.id,
      stance: stance,
      excerpt: excerpt,
      locator: locator
    )
    if let excerpt, let text = entry.text {
      let anchor = ExcerptAnchor.find(excerpt, in: text)
      if anchor.quality == .absent, !allowAbsent {
        throw Failure(
          .refused,
          say(
            "the excerpt does not stand in the stored text of \(entry.source.id); "
              + "check it word for word (“\(Terminal.cut(excerpt, 60))”)",
            "kutipan tidak ada dalam teks tersimpan \(entry.source.id); "
              + "periksa kata demi kata (“\(Terminal.cut(excerpt, 60))”)"
          )
        )
      }
      evidence.anchor = anchor.quality
      evidence.snapshot = Event.hash(of: text)
    }
    return .cited(evidence, source: entry.source)
  }
}
