import ClaimModel
import ReviewWorkflow

/// Words for what stands between a claim and an event.
enum RefusalWording {
  static func text(_ refusal: Refusal, at desk: Desk) -> String {
    let reasons = refusal.missing.map { text($0, at: desk) }.joined(separator: "; ")
    return say(
      "claim \(refusal.claim.short): “\(EventWording.name(refusal.event))” has to wait: \(reasons)",
      "klaim \(refusal.claim.short): “\(EventWording.name(refusal.event))” belum bisa: \(reasons)"
    )
  }

  static func text(_ missing: Missing, at desk: Desk) -> String {
    switch missing {
    case .state(let state, let allowed):
      let states =
        allowed.isEmpty
        ? say("no state", "tak satu keadaan pun")
        : allowed.map { "“\(desk.stateLabel($0))”" }.joined(separator: ", ")
      return say(
        "the claim is in “\(desk.stateLabel(state))”, this happens in: \(states)",
        "klaim berada di “\(desk.stateLabel(state))”, ini hanya bisa di: \(states)"
      )
    case .conflict:
      return say(
        "two verdicts written apart stand against each other; decide first with `tilik conclude`",
        "ada dua putusan terpisah yang berlawanan; putuskan dulu dengan `tilik conclude`"
      )
    case .role(let roles):
      let names = roles.joined(separator: say(" or ", " atau "))
      return say("it needs the role \(names)", "perlu peran \(names)")
    case .owner(let name):
      return say("\(name) is working on it", "sedang dikerjakan \(name)")
    case .verdict:
      return say("needs a verdict (`tilik conclude`)", "perlu putusan (`tilik conclude`)")
    case .explanation:
      return say("the verdict needs an explanation", "putusan perlu penjelasan")
    case .rating(let rating, let known):
      let names = known.joined(separator: ", ")
      return say(
        "the scale has no rating “\(rating)”; it has: \(names)",
        "skala tidak punya nilai “\(rating)”; yang ada: \(names)"
      )
    case .independentSources(let have, let need):
      let gap = need - have
      return say(
        "needs \(gap) more independent source\(gap == 1 ? "" : "s") (it has \(have) of \(need)), "
          + "or a waiver (`tilik submit --waive`)",
        "perlu \(gap) sumber independen lagi (baru \(have) dari \(need)), "
          + "atau pengecualian (`tilik submit --waive`)"
      )
    case .reply(let contact, let deadline):
      return say(
        "\(contact) was asked and has until \(deadline.iso8601) to reply",
        "\(contact) sudah dihubungi dan punya waktu sampai \(deadline.iso8601)"
      )
    case .noReplyAsked:
      return say("nobody waits for a reply", "tidak ada jawaban yang ditunggu")
    case .deadlineNotPassed(let deadline):
      return say(
        "the deadline \(deadline.iso8601) has not passed",
        "tenggat \(deadline.iso8601) belum lewat"
      )
    case .secondOpinion(let submitter):
      return say(
        "needs a second opinion from someone other than \(submitter)",
        "perlu pendapat kedua dari orang selain \(submitter)"
      )
    case .otherThanAuthor(let author):
      return say(
        "needs someone other than \(author), who wrote the verdict",
        "perlu orang selain \(author), yang menulis putusannya"
      )
    case .differentPerson(let submitter):
      return say(
        "needs someone other than \(submitter), who submitted it",
        "perlu orang selain \(submitter), yang mengajukannya"
      )
    case .newReviewer(let author):
      return say(
        "a changed rating needs a reviewer other than \(author)",
        "nilai yang berubah perlu pemeriksa selain \(author)"
      )
    case .approvalVoided:
      return say(
        "it was edited after its approval and has to be approved again",
        "isinya berubah setelah disetujui dan perlu disetujui lagi"
      )
    case .words: return say("say why in a few words", "tulis alasannya dengan singkat")
    case .citation(let event):
      return say(
        "it has no citation \(event.hex.prefix(8))",
        "tidak ada kutipan \(event.hex.prefix(8))"
      )
    case .otherClaim:
      return say(
        "a claim cannot be merged into itself",
        "klaim tidak bisa digabung dengan dirinya sendiri"
      )
    case .latestStep:
      return say(
        "only your own latest step can be taken back",
        "hanya langkah terakhir Anda sendiri yang bisa dibatalkan"
      )
    }
  }
}
