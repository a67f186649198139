public import ClaimModel

/// What happened to a claim, with everything that belongs to it.
public enum EventContent: Hashable, Sendable {
  /// The claim was found in a document.
  case captured(Claim)
  /// A newer version of the document has the claim's words elsewhere.
  case reanchored(Claim)
  /// A newer version of the document no longer has the claim's words.
  case orphaned(document: DocumentID)
  /// The claim was put into the queue.
  case triaged(priority: Priority, reason: String, stakes: Stakes = Stakes())
  /// The claim will not be checked.
  case dropped(reason: String)
  /// The claim says the same as another, which is checked instead.
  case merged(into: ClaimID, reason: String)
  /// Somebody began to work on it.
  case taken
  /// The one who worked on it gave it back to the queue.
  case released(reason: String)
  /// The author's last step was taken back; the event is named.
  case undone(event: ContentHash)
  /// Somebody said something about it.
  case noted(text: String)
  /// A source was tied to it.
  case cited(Evidence, source: Source)
  /// A citation was taken back; the event that made it is named.
  case uncited(evidence: ContentHash, reason: String)
  /// A verdict was written.
  case concluded(Verdict)
  /// The claimant was asked for a reply.
  case replyAsked(contact: String, deadline: CalendarDate)
  /// The claimant replied.
  case replyAnswered(text: String)
  /// The deadline passed without a reply.
  case replySilent
  /// The two-sources rule was waived.
  case waived(reason: String)
  /// Work was handed in for review.
  case submitted
  /// A second opinion was cast.
  case opinionCast(Verdict)
  /// The claim was approved as it stood: the hash of claim, verdict and evidence.
  case approved(subject: ContentHash)
  /// The claim was sent back.
  case returned(comment: String)
  /// The verdict was published.
  case published
  /// A published verdict was opened again to be corrected.
  case corrected(CorrectionClass, reason: String)
  /// A published verdict was withdrawn.
  case voided(reason: String)
  /// A dropped claim came back.
  case reopened(reason: String)
  /// Somebody looked whether a cited source is still there and still says what it said.
  case sourceChecked(SourceID, LinkCheck)
}

/// How soon a claim should be checked.
public enum Priority: String, Hashable, Sendable, Codable, CaseIterable {
  /// Before everything else.
  case high
  /// In its turn.
  case normal
  /// When there is time.
  case low
}

/// What a correction changes.
public enum CorrectionClass: String, Hashable, Sendable, Codable, CaseIterable {
  /// A slip of the pen.
  case typo
  /// Clearer words for the same finding.
  case clarification
  /// Another rating.
  case rating
  /// Something happened since.
  case update
}

extension EventContent {
  /// The event's name in the ledger.
  public var type: String {
    switch self {
    case .captured: return "captured"
    case .reanchored: return "reanchored"
    case .orphaned: return "orphaned"
    case .triaged: return "triaged"
    case .dropped: return "dropped"
    case .merged: return "merged"
    case .taken: return "taken"
    case .released: return "released"
    case .undone: return "undone"
    case .noted: return "noted"
    case .cited: return "cited"
    case .uncited: return "uncited"
    case .concluded: return "concluded"
    case .replyAsked: return "reply-asked"
    case .replyAnswered: return "reply-answered"
    case .replySilent: return "reply-silent"
    case .waived: return "waived"
    case .submitted: return "submitted"
    case .opinionCast: return "opinion-cast"
    case .approved: return "approved"
    case .returned: return "returned"
    case .published: return "published"
    case .corrected: return "corrected"
    case .voided: return "voided"
    case .reopened: return "reopened"
    case .sourceChecked: return "source-checked"
    }
  }

  /// The names of all events, in the order of a claim's life.
  public static let types = [
    "captured", "reanchored", "orphaned", "triaged", "dropped", "merged", "taken", "released",
    "undone", "noted", "cited", "uncited", "concluded", "reply-asked", "reply-answered",
    "reply-silent", "waived", "submitted",
    "opinion-cast", "approved", "returned", "published", "corrected", "voided", "reopened",
    "source-checked",
  ]

  /// What belongs to the event, as the ledger stores it.
  public var body: JSONValue {
    switch self {
    case .captured(let claim), .reanchored(let claim): return EventBody.json(claim)
    case .orphaned(let document): return .object(["document": .string(document.rawValue)])
    case .triaged(let priority, let reason, let stakes):
      return EventBody.json(priority, reason, stakes)
    case .dropped(let reason), .waived(let reason), .voided(let reason), .reopened(let reason),
      .released(let reason):
      return .object(["reason": .string(reason)])
    case .merged(let other, let reason):
      return .object(["into": .string(other.rawValue), "reason": .string(reason)])
    case .taken, .replySilent, .submitted, .published: return .object([:])
    case .undone(let event): return .object(["event": .string(event.hex)])
    case .noted(let text), .replyAnswered(let text): return .object(["text": .string(text)])
    case .cited(let evidence, let source):
      return .object(["evidence": EventBody.json(evidence), "source": EventBody.json(source)])
    case .uncited(let evidence, let reason):
      return .object(["evidence": .string(evidence.hex), "reason": .string(reason)])
    case .concluded(let verdict), .opinionCast(let verdict): return EventBody.json(verdict)
    case .replyAsked(let contact, let deadline):
      return .object(["contact": .string(contact), "deadline": .string(deadline.iso8601)])
    case .approved(let subject): return .object(["subject": .string(subject.hex)])
    case .returned(let comment): return .object(["comment": .string(comment)])
    case .corrected(let kind, let reason):
      return .object(["class": .string(kind.rawValue), "reason": .string(reason)])
    case .sourceChecked(let source, let check): return EventBody.json(check, of: source)
    }
  }

  /// What the author says in their own words, where the event asks for it.
  public var words: String? {
    switch self {
    case .dropped(let words), .merged(_, let words), .released(let words), .noted(let words),
      .uncited(_, let words), .replyAnswered(let words), .waived(let words),
      .returned(let words), .corrected(_, let words), .voided(let words), .reopened(let words):
      return words
    default: return nil
    }
  }

  /// Reads an event's content back from its name and body.
  ///
  /// Throws ``LedgerFault/unreadableEvent(_:)`` for a name that is not known or a body that does not fit it.
  public init(type: String, body: JSONValue) throws(LedgerFault) {
    guard let content = Self.read(type: type, body: body) else {
      throw LedgerFault.unreadableEvent(
        Self.types.contains(type) ? .incompleteBody(type: type) : .unknownType(type)
      )
    }
    self = content
  }

  private static func read(type: String, body: JSONValue) -> EventContent? {
    let reason = body["reason"]?.text
    switch type {
    case "captured": return EventBody.claim(body).map { .captured($0) }
    case "reanchored": return EventBody.claim(body).map { .reanchored($0) }
    case "orphaned":
      return body["document"]?.text.map { .orphaned(document: DocumentID(rawValue: $0)) }
    case "triaged":
      guard let priority = body["priority"]?.text.flatMap(Priority.init(rawValue:)) else {
        return nil
      }
      guard let stakes = EventBody.stakes(body) else { return nil }
      return reason.map { .triaged(priority: priority, reason: $0, stakes: stakes) }
    case "dropped": return reason.map { .dropped(reason: $0) }
    case "merged":
      guard let other = body["into"]?.text else { return nil }
      return reason.map { .merged(into: ClaimID(rawValue: other), reason: $0) }
    case "taken": return .taken
    case "released": return reason.map { .released(reason: $0) }
    case "undone":
      return body["event"]?.text.flatMap(ContentHash.init(hex:)).map { .undone(event: $0) }
    case "noted": return body["text"]?.text.map { .noted(text: $0) }
    case "cited":
      guard let evidence = body["evidence"].flatMap(EventBody.evidence),
        let source = body["source"].flatMap(EventBody.source)
      else { return nil }
      return .cited(evidence, source: source)
    case "uncited":
      guard let event = body["evidence"]?.text.flatMap(ContentHash.init(hex:)) else { return nil }
      return reason.map { .uncited(evidence: event, reason: $0) }
    case "concluded": return EventBody.verdict(body).map { .concluded($0) }
    case "reply-asked":
      guard let contact = body["contact"]?.text,
        let deadline = body["deadline"]?.text.flatMap({ CalendarDate(iso8601: $0) })
      else { return nil }
      return .replyAsked(contact: contact, deadline: deadline)
    case "reply-answered": return body["text"]?.text.map { .replyAnswered(text: $0) }
    case "reply-silent": return .replySilent
    case "waived": return reason.map { .waived(reason: $0) }
    case "submitted": return .submitted
    case "opinion-cast": return EventBody.verdict(body).map { .opinionCast($0) }
    case "approved":
      return body["subject"]?.text.flatMap(ContentHash.init(hex:)).map { .approved(subject: $0) }
    case "returned": return body["comment"]?.text.map { .returned(comment: $0) }
    case "published": return .published
    case "corrected":
      guard let kind = body["class"]?.text.flatMap(CorrectionClass.init(rawValue:)) else {
        return nil
      }
      return reason.map { .corrected(kind, reason: $0) }
    case "voided": return reason.map { .voided(reason: $0) }
    case "reopened": return reason.map { .reopened(reason: $0) }
    case "source-checked":
      guard let source = body["source"]?.text, let check = EventBody.check(body) else { return nil }
      return .sourceChecked(SourceID(rawValue: source), check)
    default: return nil
    }
  }
}
