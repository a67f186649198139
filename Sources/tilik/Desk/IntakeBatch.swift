import ClaimModel
import ClaimStore

/// Takes articles in and stores those that have nothing to do with one another together, because a commit has to wait for
/// the disk and the search index, whether for one article or for many.
///
/// What became of an article is told after it is on the disk, in the order in which the articles came.
final class IntakeBatch {
  /// The most articles that wait for each other, and the most bytes of theirs.
  private static let mostArticles = 64
  private static let mostBytes = 8 << 20
  /// How long the first one waits at most before the next that comes has all of them stored.
  private static let patience = Duration.milliseconds(500)

  private let desk: Desk
  private let tell: (_ name: String, _ intake: Desk.Intake) throws -> Void
  private var waiting: [(arrival: Arrival, intake: Desk.Intake)] = []
  private var bytes = 0
  private var began = ContinuousClock.now

  /// Makes a batch that says of each article what became of it.
  init(into desk: Desk, tell: @escaping (_ name: String, _ intake: Desk.Intake) throws -> Void) {
    self.desk = desk
    self.tell = tell
  }

  /// Reads an article and stores it, now or with those that follow.
  func take(_ input: ArticleInput, url: String?) throws {
    let article = try desk.read(input, url: url)
    // Whether it is a version of one that waits can be told only when that one is in the ledger.
    if waiting.contains(where: { Self.mayBeKin($0.arrival.document, article) }) { try store() }
    let (arrival, intake) = try desk.arrival(of: article)
    if case .newVersion = intake {
      try store()
      waiting = [(arrival, intake)]
      try store()
      return
    }
    if waiting.isEmpty { began = .now }
    waiting.append((arrival, intake))
    bytes += input.bytes.count
    if waiting.count >= Self.mostArticles || bytes >= Self.mostBytes
      || ContinuousClock.now - began >= Self.patience
    {
      try store()
    }
  }

  /// Stores the articles that wait.
  func store() throws {
    guard !waiting.isEmpty else { return }
    let stored = waiting
    waiting = []
    bytes = 0
    let known = try desk.store.add(stored.map(\.arrival))
    for ((arrival, intake), known) in zip(stored, known) {
      try tell(arrival.document.origin, known.map { .known($0) } ?? intake)
    }
  }

  private static func mayBeKin(_ stored: StoredDocument, _ article: ReadArticle) -> Bool {
    let one = stored.document
    let other = article.document
    if one.textHash == other.textHash || stored.origin == article.input.name { return true }
    if let url = one.metadata.url, url == other.metadata.url { return true }
    return one.metadata.title != nil && one.metadata.title == other.metadata.title
  }
}
