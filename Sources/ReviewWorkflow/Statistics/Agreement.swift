/// How far first verdicts and second opinions on one scale agree.
public struct Agreement: Hashable, Sendable, Codable {
  /// The scale of both.
  public var scale: String
  /// How many verdicts had a second opinion.
  public var count: Int
  /// How many of those opinions gave the same rating.
  public var same: Int
  /// The share that agrees, 0 to 1: `same` of `count`.
  public var raw: Double
  /// Cohen's kappa, at most 1; 0 is what chance alone would give.
  ///
  /// Nil where it is not defined: where every verdict and every opinion is the same rating, chance alone agrees wholly.
  /// J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20 (1960), 37–46.
  public var kappa: Double?

  /// Compares pairs of ratings on one scale; nil where there are none.
  public init?(scale: String, pairs: [(first: String, second: String)]) {
    guard !pairs.isEmpty else { return nil }
    self.scale = scale
    count = pairs.count
    same = pairs.count { $0.first == $0.second }
    raw = Double(same) / Double(count)
    var firsts: [String: Int] = [:]
    var seconds: [String: Int] = [:]
    for pair in pairs {
      firsts[pair.first, default: 0] += 1
      seconds[pair.second, default: 0] += 1
    }
    // In whole numbers, so that agreement by chance is exactly 1 where it is.
    let byChance = firsts.reduce(0) { $0 + $1.value * (seconds[$1.key] ?? 0) }
    let all = count * count
    kappa =
      byChance == all ? nil : Double(same * count - byChance) / Double(all - byChance)
  }
}
