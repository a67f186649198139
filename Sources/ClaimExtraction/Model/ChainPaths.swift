/// The likeliest paths of a chain through one window, where the best is not the only one that is likely.
///
/// Every path but the best leaves a better one at some token, walking backwards, and is the best that does so there. So
/// each path that is found offers the places where others may leave it, and the likeliest offer is the next path (Lawler
/// 1972).
struct ChainPaths: Sendable {
  /// One path: a lane of ``TokenScores`` for each token of the window.
  struct Path: Sendable {
    var score: Float
    var lanes: [UInt8]
  }

  /// The paths, the likeliest first.
  private(set) var found: [Path] = []
  private var offers: [Offer] = []

  /// At most so many offers are kept: news makes a few, a text that the chain knows nothing of could make hundreds.
  private static let mostOffers = 96

  /// A path not walked yet: as another one down to a token, there another lane.
  private struct Offer: Sendable {
    var score: Float
    var path: Int
    var token: Int
    var lane: Int
    var isTaken = false
  }

  /// Finds at most `most` paths, none more than `margin` below the best; after ``ChainReader/findBest(head:)``.
  mutating func find(_ reader: borrowing ChainReader, head: Int, most: Int, within margin: Float) {
    found.removeAll(keepingCapacity: true)
    offers.removeAll(keepingCapacity: true)
    let count = reader.emissions.count
    let ends = reader.ends(head: head)
    let least = ends.max() - margin
    for lane in 0..<8 where ends[lane] >= least {
      offers.append(Offer(score: ends[lane], path: -1, token: count - 1, lane: lane))
    }
    while found.count < most, let next = likeliestOffer() {
      offers[next].isTaken = true
      walk(offers[next], reader, head: head, least: least)
    }
  }

  private func likeliestOffer() -> Int? {
    var best: Int?
    for number in offers.indices where !offers[number].isTaken {
      if best.map({ offers[$0].score < offers[number].score }) ?? true { best = number }
    }
    return best
  }

  private mutating func walk(
    _ offer: Offer,
    _ reader: borrowing ChainReader,
    head: Int,
    least: Float
  ) {
    let isFirst = offer.path < 0
    let loss = isFirst ? 0 : found[offer.path].score - offer.score
    var lanes =
      isFirst ? [UInt8](repeating: 0, count: reader.emissions.count) : found[offer.path].lanes
    var lane = offer.lane
    var token = offer.token
    while true {
      // Back on the path that was left, where that offers nothing that is still likely enough.
      if !isFirst, Int(lanes[token]) == lane,
        !isLeft(offer.path, below: token, least: least + loss)
      {
        break
      }
      lanes[token] = UInt8(truncatingIfNeeded: lane)
      if token == 0 { break }
      let leads = reader.leads(to: token, lane: lane, head: head)
      let best = leads.max()
      // What another lane costs is what its path is below this one.
      let enough = best - (offer.score - least)
      var next = 0
      for other in 0..<8 where leads[other] >= enough {
        if leads[other] == best {
          next = other
        } else if offers.count < Self.mostOffers {
          let score = offer.score - (best - leads[other])
          offers.append(Offer(score: score, path: found.count, token: token - 1, lane: other))
        }
      }
      lane = next
      token -= 1
    }
    found.append(Path(score: offer.score, lanes: lanes))
  }

  /// Whether a path offers to leave it before a token, for one whose score is at least this.
  private func isLeft(_ path: Int, below token: Int, least: Float) -> Bool {
    offers.contains { $0.path == path && $0.token < token && $0.score >= least }
  }
}
