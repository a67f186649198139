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

  /// The confidence by logistic regression on the share of the possible score and the lead over the second.
  ///
  /// Fitted on the tweets and claims of CheckThat! 2020, each tweet once with and once without its claim in the library;
  /// there nine tenths sure means right 98 times of 100, and half sure is right 54 times.
  static func confidence(share: Double, lead: Double) -> Double {
    1 / (1 + exp(4.15 - 5.19 * share - 10.15 * lead))
  }
}
