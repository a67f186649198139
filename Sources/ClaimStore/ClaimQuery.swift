public import ClaimModel
public import ReviewWorkflow

/// A claim as lists show it.
public struct ClaimSummary: Hashable, Sendable, Codable {
  /// Its name.
  public var id: ClaimID
  /// The document version it stands in.
  public var document: DocumentID
  /// What kind of statement it is.
  public var kind: Claim.Kind
  /// The claimed words.
  public var quote: String
  /// Who said it, where the article says.
  public var speaker: String?
  /// The state's name.
  public var state: String
  /// The verdict's rating.
  public var rating: String?
  /// Who works on it.
  public var owner: String?
  /// How soon it should be checked.
  public var priority: Priority?
  /// What the editor who triaged it thinks of the harm it does if it is false.
  public var harm: Stakes.Level?
  /// And of how many see it.
  public var reach: Stakes.Level?
  /// The day by which something has to happen.
  public var due: CalendarDate?
  /// The day its verdict was published, while it stands published.
  public var published: CalendarDate?
  /// Whether it has a verdict that nobody has approved yet.
  public var hasOpenVerdict: Bool
  /// Whether two verdicts written apart wait for a person to choose.
  public var isInConflict: Bool
  /// What a reviewer should know before trusting it.
  public var flags: [AttributionFlag]
  /// How much it is worth checking, 0 to 1.
  public var checkworthiness: Double
}

/// Which claims a list shows, and in what order.
public struct ClaimQuery: Hashable, Sendable {
  /// Only claims in one of these states; empty means any.
  public var states: [String] = []
  /// Only claims of this document version.
  public var document: DocumentID?
  /// Only claims with this rating.
  public var rating: String?
  /// Only claims whose speaker's name has these letters in it.
  public var speaker: String?
  /// Only claims that this person works on.
  public var owner: String?
  /// Only claims with this flag.
  public var flag: AttributionFlag?
  /// Only claims whose words have these letters in them.
  public var text: String?
  /// Only claims that are due on this day or were before.
  public var due: CalendarDate?
  /// Only claims that stand published since this day or longer.
  public var published: CalendarDate?
  /// Only claims with two verdicts of which a person has to choose.
  public var inConflict = false
  /// How the list is ordered.
  public var order = Order.text
  /// At most so many; nil for all.
  public var limit: Int?

  /// Asks for every claim.
  public init() {}

  /// The ways to order claims.
  public enum Order: String, Hashable, Sendable, CaseIterable {
    /// By document, then as they stand in it.
    case text
    /// By priority, then harm, reach, day due, and how much they are worth checking.
    case queue
  }
}
