import ClaimModel
import ClaimStore
import ReviewWorkflow

/// Words for what a claim waits for, and why it stands where it does in the queue.
enum QueueWording {
  static func name(_ step: QueueStep) -> String {
    switch step {
    case .settle: return say("choose between two verdicts", "pilih satu dari dua putusan")
    case .research: return say("go on with your research", "lanjutkan penelitian Anda")
    case .review: return say("review", "tinjau")
    case .publish: return say("publish", "terbitkan")
    case .take: return say("take", "kerjakan")
    case .triage: return say("triage", "pilah")
    case .recheck: return say("look at its sources again", "periksa lagi sumbernya")
    }
  }

  /// The reasons in the order in which they count.
  static func reasons(
    _ claim: ClaimSummary,
    _ step: QueueStep,
    isOverdue: Bool,
    at desk: Desk
  ) -> [String] {
    var reasons: [String] = []
    if isOverdue, let due = claim.due {
      reasons.append(
        due < desk.now.date
          ? say("overdue since \(due.iso8601)", "lewat tenggat \(due.iso8601)")
          : say("due today", "tenggat hari ini")
      )
    }
    if step == .recheck, let day = claim.published {
      reasons.append(say("published \(day.iso8601)", "terbit \(day.iso8601)"))
    }
    if let priority = claim.priority {
      reasons.append(say("priority ", "prioritas ") + PriorityWording.name(priority))
    }
    reasons += StakesWording.parts(
      harm: claim.harm,
      reach: claim.reach,
      due: isOverdue ? nil : claim.due
    )
    let worth = Int((claim.checkworthiness * 100).rounded())
    reasons.append(say("check-worthiness \(worth) of 100", "kelayakan periksa \(worth) dari 100"))
    return reasons
  }
}
