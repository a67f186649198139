import Foundation

/// Claims that were checked before, ready to be compared with a new one.
///
/// Two steps. First BM25 over the stems of claim and title, with the stems of who said it and when counted
/// ``Weights/circumstances`` times; then the best few hundred are ranked anew with BM25 over groups of four letters
/// added, which forgives spelling and inflection. The weights were learned by coordinate ascent on the mean reciprocal
/// rank over the tweets and claims of CheckThat! 2020, and held in five-fold cross-validation.
///
/// S. Robertson, H. Zaragoza: *The Probabilistic Relevance Framework: BM25 and Beyond* (2009).
public struct ClaimIndex: Sendable {
  /// The numbers of the ranking.
  enum Weights {
    /// How fast repeated stems stop counting, and how much longer texts are held back.
    static let stems = BM25(saturation: 0.8, length: 0.5)
    /// The same for groups of letters.
    static let letters = BM25(saturation: 1.2, length: 0.75)
    /// What a stem of speaker and date counts, a stem of the text counting 1.
    static let circumstances: Float = 2
    /// What the letters' score counts, the stems' counting 1.
    static let letterShare: Float = 0.3
    /// How many claims are ranked anew.
    static let candidates = 300
  }

  private struct Posting {
    let claim: Int32
    let count: Int32
  }

  private(set) var ids: [String] = []
  private var terms: [String: Int32] = [:]
  private var postings: [[Posting]] = []
  private var lengths: [Int32] = []
  private var totalLength = 0
  private var letters: [UInt8] = []
  private var letterEnds: [Int] = []
  private var claimsWithGroup: [UInt32: Int32] = [:]

  /// Makes an empty index.
  public init() {}

  /// The number of claims.
  public var count: Int { ids.count }

  /// Adds a claim that was checked.
  ///
  /// - Parameters:
  ///   - id: its name, given back with every match.
  ///   - claim: what was claimed.
  ///   - title: the title of the check, which often says the same in other words.
  public mutating func add(id: String, claim: String, title: String? = nil) {
    let number = Int32(truncatingIfNeeded: ids.count)
    ids.append(id)
    let parts = [claim, title].compactMap { $0 }.map { ClaimTerms($0) }
    var counts: [Int32: Int32] = [:]
    for stem in parts.flatMap(\.stems) { counts[term(stem), default: 0] += 1 }
    for (term, count) in counts { postings[Int(term)].append(Posting(claim: number, count: count)) }
    let length = parts.reduce(0) { $0 + $1.stems.count }
    lengths.append(Int32(truncatingIfNeeded: length))
    totalLength += length
    let start = letters.count
    for part in parts { letters.append(contentsOf: part.letters) }
    letterEnds.append(letters.count)
    var groups = Set<UInt32>()
    ClaimTerms.forEachGroup(letters[start...]) { groups.insert($0) }
    for group in groups { claimsWithGroup[group, default: 0] += 1 }
  }

  private mutating func term(_ stem: String) -> Int32 {
    if let known = terms[stem] { return known }
    let term = Int32(truncatingIfNeeded: postings.count)
    terms[stem] = term
    postings.append([])
    return term
  }

  /// The claims that are most like a query, best first.
  public func find(_ query: ClaimQuery, limit: Int = 10) -> [ClaimMatch] {
    guard !ids.isEmpty else { return [] }
    let wanted = weights(of: query)
    var scores = [Float](repeating: 0, count: ids.count)
    let mean = Float(totalLength) / Float(ids.count)
    for (term, weight) in wanted {
      let list = postings[Int(term)]
      let rarity = weight * BM25.rarity(list.count, of: ids.count)
      for posting in list {
        let claim = Int(posting.claim)
        let length = Float(lengths[claim]) / max(mean, 1)
        scores[claim] += rarity * Weights.stems.share(Float(posting.count), length)
      }
    }
    let candidates = best(scores, Weights.candidates)
    let letters = LetterQuery(ClaimTerms(query.text, isQuery: true).letters) {
      BM25.rarity(Int(claimsWithGroup[$0] ?? 0), of: ids.count)
    }
    let meanLetters = Float(self.letters.count) / Float(ids.count)
    let ranked = candidates.map { claim in
      let share = letters.score(text(of: claim), mean: meanLetters)
      return (claim: claim, score: scores[claim] + Weights.letterShare * share)
    }
    .sorted { ($1.score, $0.claim) < ($0.score, $1.claim) }
    return matches(ranked, query, wanted, letters, limit)
  }

  /// The stems of a query that the index has, and what each counts.
  private func weights(of query: ClaimQuery) -> [Int32: Float] {
    var weights: [Int32: Float] = [:]
    for stem in Set(ClaimTerms(query.text, isQuery: true).stems) {
      if let term = terms[stem] { weights[term] = 1 }
    }
    for stem in Set(ClaimTerms(query.circumstances, isQuery: true).stems) {
      if let term = terms[stem] { weights[term, default: 0] += Weights.circumstances }
    }
    return weights
  }

  /// The claims with the highest scores above 0, at most `count`, the earlier of two equal ones.
  private func best(_ scores: [Float], _ count: Int) -> [Int] {
    var kept: [Int] = []
    var least: Float = 0
    for (claim, score) in scores.enumerated() where score > least {
      kept.append(claim)
      guard kept.count == 2 * count else { continue }
      kept.sort { (scores[$1], $0) < (scores[$0], $1) }
      kept.removeLast(count)
      least = scores[kept[count - 1]]
    }
    kept.sort { (scores[$1], $0) < (scores[$0], $1) }
    return Array(kept.prefix(count))
  }

  private func text(of claim: Int) -> ArraySlice<UInt8> {
    letters[(claim == 0 ? 0 : letterEnds[claim - 1])..<letterEnds[claim]]
  }
}

extension ClaimIndex {
  private func matches(
    _ ranked: [(claim: Int, score: Float)],
    _ query: ClaimQuery,
    _ wanted: [Int32: Float],
    _ letters: LetterQuery,
    _ limit: Int
  ) -> [ClaimMatch] {
    // What a claim would score that says just this; the scale on which scores of different queries compare.
    let own =
      wanted.reduce(Float(0)) {
        $0 + min($1.value, 1) * BM25.rarity(postings[Int($1.key)].count, of: ids.count)
      } + unknown(query) * BM25.rarity(0, of: ids.count) + Weights.letterShare * letters.most
    let second = ranked.count > 1 ? ranked[1].score : 0
    let names = ClaimTerms(query.text + " " + query.circumstances, isQuery: true)
    return ranked.prefix(limit).enumerated().map { rank, entry in
      let share = own > 0 ? Double(entry.score / own) : 0
      let lead = rank == 0 && entry.score > 0 ? Double((entry.score - second) / entry.score) : 0
      let words = shared(entry.claim, names.stems)
      let confidence = ClaimMatch.confidence(share: share, lead: lead, of: ids.count)
      return ClaimMatch(
        id: ids[entry.claim],
        score: Double(entry.score),
        confidence: words.count > 1 ? confidence : min(confidence, ClaimMatch.mostOfOneWord),
        sharedWords: words
      )
    }
  }

  /// How many of a query's stems no claim has: what they say, no claim says.
  private func unknown(_ query: ClaimQuery) -> Float {
    Float(Set(ClaimTerms(query.text).stems).count { terms[$0] == nil })
  }

  /// The query's stems that a claim has, rarest first.
  private func shared(_ claim: Int, _ stems: [String]) -> [String] {
    var seen = Set<String>()
    let found = stems.filter { stem in
      guard seen.insert(stem).inserted, let term = terms[stem] else { return false }
      let list = postings[Int(term)]
      return contains(list, Int32(truncatingIfNeeded: claim))
    }
    return found.sorted { count(of: $0) < count(of: $1) }
  }

  private func count(of stem: String) -> Int { terms[stem].map { postings[Int($0)].count } ?? 0 }

  /// Whether a list, ordered by claim, has one.
  private func contains(_ list: [Posting], _ claim: Int32) -> Bool {
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      if list[middle].claim < claim { low = middle + 1 } else { high = middle }
    }
    return low < list.count && list[low].claim == claim
  }
}
