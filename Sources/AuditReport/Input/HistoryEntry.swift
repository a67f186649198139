public import ClaimModel

/// One event of the ledger as a reader sees it.
public struct HistoryEntry: Hashable, Sendable {
  /// The event's name: the SHA-256 of its canonical JSON.
  public var id: ContentHash
  /// When it happened, by its actor's clock.
  public var time: Timestamp
  /// Who did it.
  public var actor: String
  /// What happened.
  public var happening: Happening

  /// Makes an entry.
  public init(id: ContentHash, time: Timestamp, actor: String, happening: Happening) {
    self.id = id
    self.time = time
    self.actor = actor
    self.happening = happening
  }

  /// What can happen.
  ///
  /// These are facts; the page words them in the reader's language. A text given as nil is left out.
  public enum Happening: Hashable, Sendable {
    /// The article was added to the desk.
    case added
    /// A new version of the article was added and its claims were found again.
    case edited
    /// The claim was recorded.
    case captured
    /// The claim's words, span or speaker were set right.
    case revised
    /// The claim was put on the list of work.
    case queued(reason: String?)
    /// The claim was set aside.
    case dropped(reason: String?)
    /// The claim was joined with another.
    case merged(into: ClaimID)
    /// The claim came back to the list.
    case reopened(reason: String?)
    /// Somebody took the claim.
    case taken
    /// Somebody gave the claim back.
    case released
    /// A note was written.
    case noted
    /// A source was tied to the claim, by its title.
    case cited(source: String, stance: Evidence.Stance)
    /// A source was taken off the claim, by its title.
    case uncited(source: String)
    /// Somebody was asked for a reply.
    case replyAsked(contact: String)
    /// They answered.
    case replyAnswered
    /// They did not answer in time.
    case replySilent
    /// A verdict was submitted.
    case submitted(Verdict)
    /// A second opinion was cast.
    case opinion(Verdict, agrees: Bool)
    /// The verdict was sent back.
    case returned(comment: String?)
    /// The verdict was approved; by the one who submitted it where `alone`.
    case approved(alone: Bool)
    /// The verdict was published.
    case published
    /// A correction was opened.
    case corrected(Correction.Kind, reason: String?)
    /// The published verdict was taken back.
    case voided(reason: String?)
    /// Work was handed in, with a verdict that is not told yet.
    case handedIn
    /// A second opinion was cast that is not told yet.
    case secondLook

    /// Whether it changed what readers are told, and so is marked in the history.
    public var isDecision: Bool {
      switch self {
      case .approved, .published, .corrected, .voided: return true
      default: return false
      }
    }
  }
}
