import AuditReport
import ClaimModel
import ReviewWorkflow

/// A claim's events in the audits' terms.
enum AuditHistory {
  /// What happened, oldest first; steps that were taken back are left out, as is a verdict that is not yet the desk's.
  static func entries(_ claim: ReviewedClaim, showsVerdicts: Bool) -> [HistoryEntry] {
    claim.history.compactMap { event in
      guard !claim.undone.contains(event.id),
        let happening = happening(event, in: claim, showsVerdicts: showsVerdicts)
      else { return nil }
      return HistoryEntry(id: event.id, time: event.time, actor: event.actor, happening: happening)
    }
  }

  private static func happening(
    _ event: Event,
    in claim: ReviewedClaim,
    showsVerdicts: Bool
  ) -> HistoryEntry.Happening? {
    switch event.content {
    case .captured: return .captured
    case .reanchored, .orphaned: return .revised
    case .triaged(_, let reason, _): return .queued(reason: reason.isEmpty ? nil : reason)
    case .dropped(let reason): return .dropped(reason: reason)
    case .merged(let other, _): return .merged(into: other)
    case .taken: return .taken
    case .released: return .released
    // What a look found is shown with the source.
    case .undone, .concluded, .waived, .sourceChecked: return nil
    case .noted: return .noted
    case .cited(let evidence, let source):
      return .cited(source: source.title, stance: evidence.stance)
    case .uncited(let cited, _):
      return .uncited(source: source(of: cited, in: claim)?.title ?? String(cited.hex.prefix(8)))
    case .replyAsked(let contact, _): return .replyAsked(contact: contact)
    case .replyAnswered: return .replyAnswered
    case .replySilent: return .replySilent
    case .submitted:
      guard showsVerdicts, let verdict = verdict(before: event, in: claim) else {
        return .handedIn
      }
      return .submitted(verdict)
    case .opinionCast(let opinion):
      guard showsVerdicts else { return .secondLook }
      return .opinion(opinion, agrees: opinion.rating == verdict(before: event, in: claim)?.rating)
    case .approved: return .approved(alone: event.actor == submitter(before: event, in: claim))
    case .returned(let comment): return .returned(comment: comment)
    case .published: return .published
    case .corrected(let kind, let reason):
      return .corrected(Correction.Kind(kind), reason: reason)
    case .voided(let reason): return .voided(reason: reason)
    case .reopened(let reason): return .reopened(reason: reason)
    }
  }

  /// The requests for a reply and what came of them.
  static func replies(_ claim: ReviewedClaim) -> [RightOfReply] {
    var replies: [RightOfReply] = []
    for event in claim.history where !claim.undone.contains(event.id) {
      switch event.content {
      case .replyAsked(let contact, let deadline):
        replies.append(
          RightOfReply(
            contact: contact,
            asked: event.time,
            deadline: Timestamp(secondsSince1970: Int64(deadline.daysSince1970 + 1) * 86_400 - 1)
          )
        )
      case .replyAnswered(let text) where !replies.isEmpty:
        replies[replies.count - 1].outcome = .answered(event.time, text)
      case .replySilent where !replies.isEmpty:
        replies[replies.count - 1].outcome = .silent(event.time)
      default: break
      }
    }
    return replies
  }

  /// The corrections, each with the verdict before and after it.
  static func corrections(_ claim: ReviewedClaim) -> [Correction] {
    claim.corrections.enumerated().map { index, correction in
      let next = claim.corrections.dropFirst(index + 1).first?.old
      return Correction(
        time: correction.time,
        actor: correction.actor,
        kind: Correction.Kind(correction.kind),
        explanation: correction.reason,
        old: correction.old,
        new: next ?? (claim.state == "published" ? claim.verdict?.value : nil)
      )
    }
  }

  private static func verdict(before event: Event, in claim: ReviewedClaim) -> Verdict? {
    var latest: Verdict?
    for earlier in claim.history {
      if earlier.id == event.id { break }
      if case .concluded(let verdict) = earlier.content { latest = verdict }
    }
    return latest
  }

  private static func submitter(before event: Event, in claim: ReviewedClaim) -> String? {
    var latest: String?
    for earlier in claim.history {
      if earlier.id == event.id { break }
      if case .submitted = earlier.content { latest = earlier.actor }
    }
    return latest
  }

  private static func source(of cited: ContentHash, in claim: ReviewedClaim) -> Source? {
    for event in claim.history where event.id == cited {
      if case .cited(_, let source) = event.content { return source }
    }
    return nil
  }
}

extension Correction.Kind {
  fileprivate init(_ kind: CorrectionClass) {
    switch kind {
    case .typo: self = .typo
    case .clarification: self = .clarification
    case .rating: self = .rating
    case .update: self = .update
    }
  }
}
