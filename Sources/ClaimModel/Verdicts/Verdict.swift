/// A rating on a named scale and why.
public struct Verdict: Hashable, Sendable, Codable {
  /// The scale's name.
  public var scale: String
  /// The rating's name on that scale.
  public var rating: String
  /// Why, in two sentences that stand alone.
  public var explanation: String

  /// Makes a verdict.
  public init(scale: String, rating: String, explanation: String) {
    self.scale = scale
    self.rating = rating
    self.explanation = explanation
  }
}
