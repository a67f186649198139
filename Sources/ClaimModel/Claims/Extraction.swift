/// Everything the extractor found in one document.
public struct Extraction: Hashable, Sendable, Codable {
  /// The language the text was read as.
  public var language: LanguageTag
  /// Who said what, in text order of the content.
  public var attributions: [Attribution]
  /// What the article itself asserts and could be checked, in text order.
  public var assertions: [Assertion]
  /// The people and organisations mentioned; attributions point into this list.
  public var speakers: [Speaker]
  /// What could be checked or noticed without any source.
  public var findings: [Finding]

  /// Makes an extraction.
  public init(
    language: LanguageTag,
    attributions: [Attribution] = [],
    assertions: [Assertion] = [],
    speakers: [Speaker] = [],
    findings: [Finding] = []
  ) {
    self.language = language
    self.attributions = attributions
    self.assertions = assertions
    self.speakers = speakers
    self.findings = findings
  }
}

/// A check-worthy statement that the article makes in its own voice.
public struct Assertion: Hashable, Sendable, Codable {
  /// Where it stands, a sentence or a clause.
  public var span: TextSpan
  /// Why it was picked.
  public var reasons: [Reason]
  /// How much it is worth checking, 0 to 1; orders the review queue.
  public var checkworthiness: Double

  /// Makes an assertion.
  public init(span: TextSpan, reasons: [Reason], checkworthiness: Double) {
    self.span = span
    self.reasons = reasons
    self.checkworthiness = checkworthiness
  }

  /// Why an assertion was picked.
  public enum Reason: String, Hashable, Sendable, Codable, CaseIterable {
    /// A number with a unit.
    case quantity
    /// A sum of money.
    case money
    /// A percentage.
    case percentage
    /// A date.
    case date
    /// A superlative, a first or an only.
    case superlative
    /// A comparison.
    case comparison
    /// A cause.
    case cause
  }
}
