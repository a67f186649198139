public import ClaimModel

/// What an editor thinks is at stake when a claim is put into the queue; nothing of it has to be said.
public struct Stakes: Hashable, Sendable {
  /// What happens to people who believe the claim if it is false.
  public var harm: Level?
  /// How many see it.
  public var reach: Level?
  /// The day by which the desk wants to have decided.
  public var due: CalendarDate?

  /// Says what is at stake.
  public init(harm: Level? = nil, reach: Level? = nil, due: CalendarDate? = nil) {
    self.harm = harm
    self.reach = reach
    self.due = due
  }

  /// How much harm or reach.
  public enum Level: String, Hashable, Sendable, Codable, CaseIterable {
    /// More than usual.
    case high
    /// As usual; what nobody has said counts as this.
    case normal
    /// Less than usual.
    case low
  }

  /// The priority that follows from harm and reach: both count the same, and what is high in one and not low in the
  /// other comes first.
  public var priority: Priority {
    switch (harm ?? .normal, reach ?? .normal) {
    case (.high, .high), (.high, .normal), (.normal, .high): return .high
    case (.high, .low), (.normal, .normal), (.low, .high): return .normal
    case (.normal, .low), (.low, .normal), (.low, .low): return .low
    }
  }
}
