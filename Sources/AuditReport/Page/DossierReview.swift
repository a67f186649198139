import ClaimModel

extension AuditView {
  /// What the review of a claim brought besides evidence: notes, right of reply, second opinions, corrections.
  func review(of claim: AuditedClaim) -> Markup {
    """
    \(section(ClaimPhrase.corrections, claim.corrections, correction))\
    \(section(ClaimPhrase.reply, claim.replies, reply))\
    \(section(ClaimPhrase.opinions, claim.opinions, opinion))\
    \(section(ClaimPhrase.notes, claim.notes, note))
    """
  }

  private func section<Item>(
    _ heading: ClaimPhrase,
    _ items: [Item],
    _ markup: (Item) -> Markup
  ) -> Markup {
    guard !items.isEmpty else { return "" }
    return "<h4>\(words(heading))</h4><ul class=\"rv\">\(each: items, markup)</ul>"
  }

  private func correction(_ correction: Correction) -> Markup {
    let change: [Markup] = [
      correction.old.map { before in
        "<dt>\(words(ClaimPhrase.was))</dt><dd><del>\(told(before))</del></dd>"
      },
      correction.new.map { after in
        "<dt>\(words(ClaimPhrase.became))</dt><dd><ins>\(told(after))</ins></dd>"
      },
    ].compactMap { $0 }
    return """
      <li>\(words.time(correction.time)) · \(words(correction.kind)) \
      <span class="by">(\(isolating: correction.actor))</span><br>\(isolating: correction.explanation)\
      \(if: !change.isEmpty, "<dl>\(Markup.joined(change))</dl>")</li>
      """
  }

  private func told(_ verdict: Verdict) -> Markup {
    """
    <b>\(label(verdict))</b>\(if: !verdict.explanation.isEmpty, ". \(isolating: verdict.explanation)")
    """
  }

  private func reply(_ reply: RightOfReply) -> Markup {
    let until = reply.deadline.map { " \(words(ClaimPhrase.until, words.moment($0)))" as Markup }
    let outcome: Markup
    switch reply.outcome {
    case .awaited: outcome = "\(words(ClaimPhrase.awaited))\(until)."
    case .silent(let time): outcome = "\(words(ClaimPhrase.silent, words.moment(time)))."
    case .answered(let time, let text):
      outcome = """
        \(words(ClaimPhrase.answered, words.moment(time))):<q class="ex answer"\(directionOf: text)>\(text)</q>
        """
    }
    return """
      <li>\(isolating: reply.contact) · \(words(ClaimPhrase.asked, words.moment(reply.asked))); \
      \(outcome)</li>
      """
  }

  private func opinion(_ opinion: Opinion) -> Markup {
    """
    <li><b>\(label(opinion.verdict))</b>, \
    \(words(opinion.agrees ? ClaimPhrase.agrees : .disagrees)) · \(words.time(opinion.time)) \
    <span class="by">(\(isolating: opinion.actor))</span>\
    \(if: !opinion.verdict.explanation.isEmpty, "<br>\(isolating: opinion.verdict.explanation)")</li>
    """
  }

  private func note(_ note: ReviewNote) -> Markup {
    """
    <li>\(isolating: note.text) <span class="by">(\(isolating: note.actor), \
    \(words.time(note.time)))</span></li>
    """
  }
}
