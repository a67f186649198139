import ClaimModel
import ClaimStore
import ReviewWorkflow
import SourceLookup

/// The workspace's own claims, ready to be compared with a new one.
struct EarlierClaims {
  /// A claim that says something alike.
  struct Match {
    var claim: ClaimSummary
    var confidence: Double
  }

  /// So many claims are compared at most; those that somebody has worked on first.
  static let most = 10_000

  private var index = ClaimIndex()
  private var claims: [String: ClaimSummary] = [:]

  init(_ desk: Desk) throws {
    var query = ClaimStore.ClaimQuery()
    query.order = .queue
    query.limit = Self.most
    query.states = desk.workflow.states.map(\.name).filter { $0 != desk.workflow.start }
    try add(desk.visible(desk.store.claims(query)))
    query.states = [desk.workflow.start]
    query.limit = Self.most - claims.count
    try add(desk.store.claims(query))
  }

  private mutating func add(_ found: [ClaimSummary]) throws {
    for claim in found {
      claims[claim.id.rawValue] = claim
      index.add(id: claim.id.rawValue, claim: claim.quote, title: claim.speaker)
    }
  }

  /// The claims most like one, best first; only those that are likely the same.
  func like(_ claim: Claim) -> [Match] {
    let query = SourceLookup.ClaimQuery(text: claim.quoteText, speaker: claim.speaker)
    return index.find(query, limit: 8).compactMap { match in
      guard match.id != claim.id.rawValue, match.isLikely, let found = claims[match.id] else {
        return nil
      }
      return Match(claim: found, confidence: match.confidence)
    }.prefix(3).map { $0 }
  }
}
