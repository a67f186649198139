public import ClaimModel

/// A reviewer's note that readers may see.
public struct ReviewNote: Hashable, Sendable {
  /// When it was written.
  public var time: Timestamp
  /// Who wrote it.
  public var actor: String
  /// What it says.
  public var text: String

  /// Makes a note.
  public init(time: Timestamp, actor: String, text: String) {
    self.time = time
    self.actor = actor
    self.text = text
  }
}

/// That somebody spoken of was asked, and what came of it.
public struct RightOfReply: Hashable, Sendable {
  /// Who was asked.
  public var contact: String
  /// When they were asked.
  public var asked: Timestamp
  /// Until when they were asked to answer.
  public var deadline: Timestamp?
  /// What came of it.
  public var outcome: Outcome

  /// Makes a statement about a right of reply.
  public init(
    contact: String,
    asked: Timestamp,
    deadline: Timestamp? = nil,
    outcome: Outcome = .awaited
  ) {
    self.contact = contact
    self.asked = asked
    self.deadline = deadline
    self.outcome = outcome
  }

  /// What came of asking.
  public enum Outcome: Hashable, Sendable {
    /// The answer is awaited.
    case awaited
    /// They answered, with these words or this summary.
    case answered(Timestamp, String)
    /// They did not answer in time.
    case silent(Timestamp)
  }
}

/// A second reviewer's verdict, cast without seeing the first.
public struct Opinion: Hashable, Sendable {
  /// When it was cast.
  public var time: Timestamp
  /// Who cast it.
  public var actor: String
  /// The verdict; its explanation may be empty.
  public var verdict: Verdict
  /// Whether its rating was the submitted one.
  public var agrees: Bool

  /// Makes an opinion.
  public init(time: Timestamp, actor: String, verdict: Verdict, agrees: Bool) {
    self.time = time
    self.actor = actor
    self.verdict = verdict
    self.agrees = agrees
  }
}

/// A change after publication, with what stood before.
public struct Correction: Hashable, Sendable {
  /// When it was published.
  public var time: Timestamp
  /// Who made it.
  public var actor: String
  /// How much it matters.
  public var kind: Kind
  /// Why it was made.
  public var explanation: String
  /// The verdict before, where the verdict changed.
  public var old: Verdict?
  /// The verdict after, where the verdict changed.
  public var new: Verdict?

  /// Makes a correction.
  public init(
    time: Timestamp,
    actor: String,
    kind: Kind,
    explanation: String,
    old: Verdict? = nil,
    new: Verdict? = nil
  ) {
    self.time = time
    self.actor = actor
    self.kind = kind
    self.explanation = explanation
    self.old = old
    self.new = new
  }

  /// The classes of correction.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Spelling and the like.
    case typo
    /// Clearer words, the same meaning.
    case clarification
    /// Another rating.
    case rating
    /// Something new is known.
    case update
  }
}
