import ArgumentParser
import ClaimModel
import ClaimStore
import Foundation
import ReviewWorkflow
import SourceLookup

/// Takes fetched pages into the library: snapshot, text, citation.
struct SourceIntake {
  let desk: Desk
  var archive: SnapshotArchive
  private var library: [SourceID: LibrarySource]
  /// Whoever puts a time on each snapshot, where somebody is asked.
  var authority: TimestampAuthority?
  /// The archive that is asked to make a copy of its own, where one is.
  var witness: IndependentArchive?

  /// What became of one address, as `--json` shows it.
  struct Outcome: Encodable {
    var asked: String
    var source: Source?
    /// For each field, the place of the page it comes from.
    var places: [String: String] = [:]
    var isNew = false
    var capture: SourceCapture?
    /// Whether the body was here already and is referred to.
    var isRevisit = false
    /// Whether there are words in it that an excerpt can be looked for in.
    var hasWords = true
    var file: String?
    /// Why it was not taken, or what is missing.
    var problem: String?
    var code: Int32 = 0
  }

  init(_ desk: Desk) throws {
    self.desk = desk
    archive = try desk.archive()
    library = Dictionary(
      try desk.store.sources().map { ($0.source.id, $0) },
      uniquingKeysWith: { $1 }
    )
  }

  /// Takes a page in, with the citation that its registry gives where there is one.
  mutating func take(
    _ page: FetchedPage,
    asked: String,
    registered: Source? = nil,
    as name: String? = nil
  ) throws -> Outcome {
    let read = SourcePage(body: page.body, headers: page.headers, url: page.url)
    if let refusal = PageRefusal.of(page, asked: asked, title: read.title, words: read.words) {
      throw Failure(.refused, FetchWording.text(refusal, url: asked))
    }
    let citation = read.citation(accessed: page.answer.date.date)
    var outcome = Outcome(asked: asked)
    let source = place(registered ?? citation.source, from: page, as: name, &outcome)
    if registered == nil {
      for (field, place) in citation.places { outcome.places[field.rawValue] = place }
    }
    let snapshot = Snapshot(
      page,
      software: "Tilik/\(Tilik.configuration.version)",
      notes: [HeaderField("source", source.id.rawValue)],
      earlier: archive.earlier
    )
    outcome.hasWords = read.words > 0
    outcome.isRevisit = !page.body.isEmpty && archive.earlier(snapshot.payloadHash) != nil
    try archive.keep(snapshot)
    var capture = SourceCapture(
      source: source.id,
      url: page.url,
      date: page.answer.date,
      status: page.status,
      snapshot: snapshot.hash,
      payload: snapshot.payloadHash,
      record: snapshot.reference.record,
      text: read.text.map { Event.hash(of: $0) },
      tag: page.headers.first("ETag"),
      modified: page.headers.first("Last-Modified"),
      places: outcome.places.isEmpty ? nil : outcome.places
    )
    if let authority {
      do {
        capture.stamps = [try authority.stamp(snapshot.hash, archive)]
      } catch {
        // The snapshot is worth keeping without a stamp.
        outcome.problem = Failure(error)?.message ?? "\(error)"
        outcome.code = Code.network.rawValue
      }
    }
    if let witness {
      do {
        capture.independent = try witness.keep(page.url)
      } catch {
        outcome.problem = Failure(error)?.message ?? "\(error)"
        outcome.code = Code.network.rawValue
      }
    }
    try add(LibrarySource(source: source, text: read.text))
    try archive.add(capture)
    outcome.capture = capture
    outcome.file = archive.file(of: snapshot.hash).path
    return outcome
  }

  /// Takes a work in without a copy.
  mutating func take(_ work: Source, asked: String, as name: String?) throws -> Outcome {
    var outcome = Outcome(asked: asked)
    let source = place(work, from: nil, as: name, &outcome)
    try add(LibrarySource(source: source))
    return outcome
  }

  private mutating func add(_ entry: LibrarySource) throws {
    try desk.store.add([entry])
    library[entry.source.id] = entry
  }

  /// The source under a name that is free, or under the one it has in the library already.
  ///
  /// What the library says about a work stays: a person may have set it right.
  private func place(
    _ found: Source,
    from page: FetchedPage?,
    as name: String?,
    _ outcome: inout Outcome
  ) -> Source {
    var source = found
    if source.title.isEmpty, let url = source.url { source.title = Self.title(of: url) }
    source.accessed = page?.answer.date.date ?? desk.now.date
    let asked = name.map { SourceID(rawValue: $0) }
    if let known = Self.known(source, as: asked, in: library.values) {
      source = known.source
      source.accessed = page?.answer.date.date ?? source.accessed
      // Pages are changed again; the day belongs to what they say now.
      source.modified = found.modified ?? source.modified
      source.isbn = source.isbn ?? found.isbn
      source.issn = source.issn ?? found.issn
      source.pmid = source.pmid ?? found.pmid
      source.pmcid = source.pmcid ?? found.pmcid
      source.arxiv = source.arxiv ?? found.arxiv
    } else {
      let wanted = asked ?? WebCitation.name(of: source)
      source.id = WebCitation.free(wanted, besides: Set(library.keys))
      outcome.isNew = true
    }
    outcome.source = source
    return source
  }

  /// The source that a library has for a work: the one of that name where one is asked for, else by DOI or address.
  static func known(
    _ work: Source,
    as name: SourceID?,
    in library: some Sequence<LibrarySource>
  ) -> LibrarySource? {
    library.first { entry in
      if let name { return entry.source.id == name }
      if let doi = work.doi, entry.source.doi?.lowercased() == doi.lowercased() { return true }
      return work.url != nil && entry.source.url == work.url
    }
  }

  /// The last part of an address's path, for works that name no title.
  private static func title(of url: String) -> String {
    let path = url.prefix { $0 != "?" && $0 != "#" }
    return path.split(separator: "/").last.map(String.init) ?? url
  }
}

extension Desk {
  /// The workspace's snapshots.
  func archive() throws -> SnapshotArchive { try workspace.archive() }
}

extension Workspace {
  /// The workspace's snapshots.
  func archive() throws -> SnapshotArchive {
    try SnapshotArchive(folder: folder.appending(path: ".tilik/snapshots"))
  }
}
