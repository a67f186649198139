/// Finds statements that say nearly the same, among any number of them.
///
/// Comparing all with all would take millions of millions of comparisons. So sketches (``MinHash``) are cut into bands; only
/// statements that agree on a whole band are compared, and those by their exact similarity: what is grouped is similar for
/// certain, and what is similar is missed once in 250 times at the threshold, and next to never above it.
public struct NearDuplicates: Sendable {
  /// How similar two statements have to be, 0 to 1.
  public var threshold: Double

  /// A group is similar from link to link: the first and the last telling may have drifted further apart.
  public init(threshold: Double = 0.5) { self.threshold = threshold }

  /// In a band, each statement is compared with at most so many others: enough for all but phrases that half the archive has.
  private static let mostNeighbours = 64

  /// The groups of two or more, by place in the list; members in order, groups by their first member.
  public func groups(_ statements: [Shingles]) -> [[Int]] {
    var links = Links(count: statements.count)
    // The same words over and over are one statement here.
    var firsts: [Shingles: Int] = [:]
    var distinct: [Int] = []
    for (index, statement) in statements.enumerated() where statement.count > 0 {
      if let first = firsts[statement] {
        links.join(first, index)
      } else {
        firsts[statement] = index
        distinct.append(index)
      }
    }
    let hash = MinHash()
    let bands = distinct.map { hash.bands(statements[$0]) }
    for band in 0..<MinHash.bands {
      let order = bands.indices.sorted { (bands[$0][band], $0) < (bands[$1][band], $1) }
      var start = 0
      for place in order.indices {
        if bands[order[place]][band] != bands[order[start]][band] { start = place }
        let one = distinct[order[place]]
        for neighbour in max(start, place - Self.mostNeighbours)..<place {
          let other = distinct[order[neighbour]]
          if links.root(one) == links.root(other) { continue }
          if statements[one].similarity(to: statements[other]) >= threshold {
            links.join(one, other)
          }
        }
      }
    }
    return links.groups
  }
}

/// Which members belong together (union-find with path halving).
private struct Links {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func root(_ member: Int) -> Int {
    var member = member
    while parents[member] != member {
      parents[member] = parents[parents[member]]
      member = parents[member]
    }
    return member
  }

  /// The smaller number becomes the root, so a group is named by its first member.
  mutating func join(_ one: Int, _ other: Int) {
    let (left, right) = (root(one), root(other))
    parents[max(left, right)] = min(left, right)
  }

  var groups: [[Int]] {
    mutating get {
      var members: [Int: [Int]] = [:]
      for member in parents.indices { members[root(member), default: []].append(member) }
      return members.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
    }
  }
}
