import Foundation

/// A claim that was checked before and may be the one that is asked for: a suggestion, which a person confirms.
public struct ClaimMatch: Hashable, Sendable {
  /// The claim's name.
  public let id: String
  /// The ranking's score; comparable within one query only.
  public let score: Double
  /// How likely it is the same claim, 0 to 1.
  public let confidence: Double
  /// The stems that query and claim share, rarest first: why it is suggested.
  public let sharedWords: [String]

  /// Below this confidence a match should not be shown unasked: it would more often be wrong than right.
  public static let leastConfidence = 0.5

  /// Whether it should be shown unasked.
  public var isLikely: Bool { confidence >= Self.leastConfidence }

  /// The most confidence of any match: words alone do not make sure.
  static let mostConfidence = 0.99
  /// The most confidence that one shared word can give.
  static let mostOfOneWord = 0.4

  /// The confidence by logistic regression on the share of the possible score and the lead over the second.
  ///
  /// Fitted on the tweets and claims of CheckThat! 2020, each tweet once with and once without its claim in the library:
  /// the whole one, and random ones of 200 and of 20 claims, because a lead says less and a share more where there are
  /// few to compare with. In between the logarithm of the size decides. In the whole library nine tenths sure means
  /// right 98 times of 100, and half sure or more 88 times.
  static func confidence(share: Double, lead: Double, of claims: Int) -> Double {
    let size = min(max(log10(Double(max(claims, 1))), fits[0].size), fits[2].size)
    let upper = size <= fits[1].size ? 1 : 2
    let (low, high) = (fits[upper - 1], fits[upper])
    let part = (size - low.size) / (high.size - low.size)
    func between(_ coefficient: KeyPath<Fit, Double>) -> Double {
      low[keyPath: coefficient] * (1 - part) + high[keyPath: coefficient] * part
    }
    let odds = exp(between(\.base) + between(\.share) * share + between(\.lead) * lead)
    return min(odds / (1 + odds), mostConfidence)
  }

  /// What was fitted for libraries of one size, given as the logarithm of it.
  private struct Fit {
    let size: Double
    let base: Double
    let share: Double
    let lead: Double
  }

  private static let fits = [
    Fit(size: 1.3, base: -5.93, share: 27.5, lead: 4.06),
    Fit(size: 2.3, base: -5.85, share: 12.7, lead: 9.32),
    Fit(size: 4.0, base: -4.04, share: 4.94, lead: 10.13),
  ]
}
