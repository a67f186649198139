public import ClaimModel

/// One claim with everything that its review brought together.
public struct AuditedClaim: Hashable, Sendable {
  /// The claim as extracted and confirmed.
  public var claim: Claim
  /// Its number in the article, from 1 in text order; `#t3` and `#k3` on the page follow from it.
  public var number: Int
  /// Where its review stands.
  public var status: ClaimStatus
  /// Its verdict as readers may see it, or nil where there is none yet.
  public var verdict: Verdict?
  /// When the verdict was last published, for ClaimReview's `datePublished`.
  public var published: Timestamp?
  /// Whether the person who submitted the verdict also approved it.
  public var isSelfApproved: Bool
  /// Why fewer independent sources than the workflow asks for were enough, where that was waived.
  public var waiver: String?
  /// The evidence, in the order it was tied to the claim.
  public var evidence: [AuditedEvidence]
  /// What reviewers noted for readers, oldest first.
  public var notes: [ReviewNote]
  /// Whether those spoken of were asked, and what they said.
  public var replies: [RightOfReply]
  /// The second opinions, oldest first; each was cast without seeing the verdict.
  public var opinions: [Opinion]
  /// What was corrected after publication, oldest first.
  public var corrections: [Correction]
  /// What happened to the claim, oldest first.
  public var history: [HistoryEntry]
  /// Other articles whose claim was joined with this one.
  public var alsoIn: [Appearance] = []
  /// The claim's events as RFC 8785 canonical JSON, one an element, parents before children.
  ///
  /// An event's name is the SHA-256 of its element's UTF-8. The page carries them so that it can be verified alone;
  /// empty leaves that out.
  public var events: [String]
  /// The address of the claim's dossier on the audit of the article's newest version, where it goes on there.
  public var goesOnAt: String?

  /// Makes an audited claim.
  public init(
    claim: Claim,
    number: Int,
    status: ClaimStatus,
    verdict: Verdict? = nil,
    published: Timestamp? = nil,
    isSelfApproved: Bool = false,
    waiver: String? = nil,
    evidence: [AuditedEvidence] = [],
    notes: [ReviewNote] = [],
    replies: [RightOfReply] = [],
    opinions: [Opinion] = [],
    corrections: [Correction] = [],
    history: [HistoryEntry] = [],
    events: [String] = [],
    goesOnAt: String? = nil
  ) {
    self.claim = claim
    self.number = number
    self.status = status
    self.verdict = verdict
    self.published = published
    self.isSelfApproved = isSelfApproved
    self.waiver = waiver
    self.evidence = evidence
    self.notes = notes
    self.replies = replies
    self.opinions = opinions
    self.corrections = corrections
    self.history = history
    self.events = events
    self.goesOnAt = goesOnAt
  }
}

/// Where a claim's review stands: the workflow's own state name, and the stage that readers are told.
public struct ClaimStatus: Hashable, Sendable {
  /// The state's name in the workflow file.
  public var name: String
  /// What it means to a reader.
  public var stage: Stage

  /// Makes a status.
  public init(name: String, stage: Stage) {
    self.name = name
    self.stage = stage
  }

  /// The stages that readers are told apart.
  public enum Stage: String, Hashable, Sendable, CaseIterable {
    /// Published and never changed since.
    case published
    /// Published, and corrected after its first publication.
    case corrected
    /// Decided, not yet published.
    case approved
    /// A verdict waits for a second pair of eyes.
    case inReview
    /// Somebody is looking for sources.
    case researching
    /// Found in the article, not yet looked at.
    case captured
    /// Set aside: not checkable, or the same as another claim.
    case dropped
    /// Published once and taken back.
    case void

    /// Whether the verdict is public, so that a ClaimReview describes it.
    public var isPublished: Bool { self == .published || self == .corrected }

    /// Whether work is still to be done.
    public var isOpen: Bool {
      switch self {
      case .captured, .researching, .inReview, .approved: return true
      case .published, .corrected, .dropped, .void: return false
      }
    }
  }
}
