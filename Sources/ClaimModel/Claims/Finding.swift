/// Something noticed in the text that needs no source: shown with its arithmetic, never as a verdict.
public struct Finding: Hashable, Sendable, Codable {
  /// What was looked at.
  public var kind: Kind
  /// What came out.
  public var outcome: Outcome
  /// Where in the text, one span a place.
  public var spans: [TextSpan]
  /// The values behind the outcome, by name: `date` → `2024-06-19`, `weekday` → `3`.
  ///
  /// They are facts, not sentences; whoever shows the finding words it in the reader's language.
  public var facts: [String: String]

  /// Makes a finding.
  public init(_ kind: Kind, _ outcome: Outcome, spans: [TextSpan], facts: [String: String] = [:]) {
    self.kind = kind
    self.outcome = outcome
    self.spans = spans
    self.facts = facts
  }

  /// What a finding looks at.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// A weekday beside a date. Facts: `date`, `printed` and `calendar` (1 Monday to 7 Sunday).
    case weekday
    /// A date after the day of publication. Facts: `date`, `published`.
    case futureDate
    /// Parts of a whole that do not add up. Facts: `sum`, `parts`.
    case percentageSum
    /// A number in the headline that the body gives differently. Facts: `headline`, `body`.
    case headlineNumber
    /// The same quantity stated twice with different values. Facts: `first`, `second`, `unit`.
    case restatedQuantity
    /// An age that does not fit a birth year. Facts: `age`, `born`, `published`.
    case age
    /// A source line or phrase that names nobody. Facts: `phrase`.
    case vagueSourcing
  }

  /// What came out of a check.
  public enum Outcome: String, Hashable, Sendable, Codable, CaseIterable {
    /// The text agrees with itself or with the calendar.
    case confirmed
    /// The text contradicts itself or the calendar.
    case contradicted
    /// There is nothing to compare, only something to know.
    case noted
  }
}
