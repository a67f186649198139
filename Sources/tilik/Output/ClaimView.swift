import ClaimModel
import ClaimStore
import ReviewWorkflow

/// A claim as a person reads it: in its paragraph, with all that is known about it.
struct ClaimView {
  var claim: ReviewedClaim
  var document: StoredDocument?
  var desk: Desk
  /// How many columns there are.
  var width = 80

  var text: String {
    var lines: [String] = []
    let said = claim.claim
    let name = "\(said.id.short)  \(desk.stateLabel(claim.state))"
    let heading = "\(name)  \(facts.joined(separator: " · "))"
    for line in Paragraph.wrapped(heading, width: width - 2, indent: 10).split(separator: "\n") {
      lines.append(
        line.hasPrefix(name)
          ? Terminal.bold(name) + Terminal.faint(String(line.dropFirst(name.count)))
          : Terminal.faint(String(line))
      )
    }
    if let document {
      let title = Paragraph.wrapped(Terminal.safe(title(of: document)), width: width - 2)
      lines += title.split(separator: "\n").map { Terminal.faint(String($0)) }
    }
    lines.append("")
    lines.append(context)
    lines.append("")
    lines.append(label(say("said by", "penutur"), speaker))
    if !said.flags.isEmpty {
      lines.append(
        label(say("mind", "perhatikan"), said.flags.map(FlagWording.name).joined(separator: ", "))
      )
    }
    if claim.isOrphaned {
      lines.append(
        label(
          say("mind", "perhatikan"),
          say("the newest version no longer has these words", "versi terbaru tidak lagi memuatnya")
        )
      )
    }
    lines += findingLines
    lines += verdictLines
    lines += evidenceLines
    lines += agreementLines
    for note in claim.notes {
      lines.append(label(say("note", "catatan"), "\(note.actor): \(note.value)"))
    }
    if let reason = claim.reason {
      lines.append(label(say("because", "sebab"), "\(reason.actor): \(reason.value)"))
    }
    for step in ExplainCommand.steps(on: claim, at: desk) {
      let name = EventWording.name(step.event)
      lines.append(
        label(
          say("next", "lanjut"),
          step.missing.isEmpty ? name : "\(name): \(step.missing.joined(separator: "; "))"
        )
      )
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What was found in the claim's own paragraphs without any source.
  private var findingLines: [String] {
    guard let document else { return [] }
    let own = document.document.blocks.map(\.span).filter { block in
      claim.claim.content.contains { $0.overlaps(block) }
    }
    return document.extraction.findings.filter { finding in
      finding.spans.contains { span in own.contains { $0.overlaps(span) } }
    }.map { label(say("found", "temuan"), FindingWording.text($0)) }
  }

  private var facts: [String] {
    var facts = [KindWording.name(claim.claim.kind)]
    if let priority = claim.priority {
      facts.append(say("priority ", "prioritas ") + PriorityWording.name(priority))
    }
    facts += StakesWording.parts(
      harm: claim.stakes.harm,
      reach: claim.stakes.reach,
      due: claim.due
    )
    if let owner = claim.owner { facts.append(Terminal.safe(owner)) }
    if claim.revision > 1 {
      facts.append(say("revision \(claim.revision)", "revisi \(claim.revision)"))
    }
    return facts
  }

  private var speaker: String {
    guard let name = claim.claim.speaker else {
      return claim.claim.kind == .assertion
        ? say("the article itself", "artikel sendiri")
        : say("the article does not say", "tidak disebut artikel")
    }
    return [name, claim.claim.role].compactMap { $0 }.joined(separator: ", ")
  }

  private var verdictLines: [String] {
    if desk.isBlind(to: claim) {
      return [
        label(
          say("verdict", "putusan"),
          say(
            "hidden until you have cast your own (`opinion`)",
            "tersembunyi sampai Anda memberi pendapat (`opinion`)"
          )
        )
      ]
    }
    if !claim.conflict.isEmpty {
      return claim.conflict.map { rival in
        label(
          say("verdict", "putusan"),
          "\(desk.label(rival.value)). \(rival.value.explanation) (\(rival.actor))"
        )
      } + [
        label(
          say("mind", "perhatikan"),
          say(
            "these verdicts were written apart; `conclude` settles it",
            "putusan-putusan ini ditulis terpisah; `conclude` menyelesaikannya"
          )
        )
      ]
    }
    var lines: [String] = []
    if let verdict = claim.verdict {
      lines.append(
        label(
          say("verdict", "putusan"),
          "\(desk.label(verdict.value)). \(verdict.value.explanation) (\(verdict.actor))"
        )
      )
    }
    for opinion in claim.opinions {
      lines.append(
        label(say("opinion", "pendapat"), "\(desk.label(opinion.value)) (\(opinion.actor))")
      )
    }
    if claim.voidedApprovals > 0, claim.approval == nil {
      lines.append(
        label(
          say("approval", "persetujuan"),
          say("voided by a later edit", "gugur karena disunting sesudahnya")
        )
      )
    }
    return lines
  }

  private var agreementLines: [String] {
    var lines: [String] = []
    if let waiver = claim.waiver {
      lines.append(label(say("waiver", "kecualian"), "\(waiver.actor): \(waiver.value)"))
    }
    switch claim.reply {
    case .notNeeded: break
    case .asked(let contact, let deadline):
      lines.append(
        label(
          say("reply", "jawaban"),
          say("asked of \(contact), until ", "diminta dari \(contact), sampai ") + deadline.iso8601
        )
      )
    case .answered(let contact, let text):
      lines.append(label(say("reply", "jawaban"), "\(contact): \(text)"))
    case .silent(let contact):
      lines.append(
        label(
          say("reply", "jawaban"),
          say("\(contact) did not answer", "\(contact) tidak menjawab")
        )
      )
    }
    if let approval = claim.approval {
      let alone = approval.isOwn ? say(" (self-approved)", " (disetujui sendiri)") : ""
      lines.append(label(say("approved by", "disetujui"), approval.actor + alone))
    }
    return lines
  }

  private var evidenceLines: [String] {
    claim.evidence.map { cited in
      let excerpt = cited.evidence.excerpt.map { " “\($0)”" } ?? ""
      let anchor = cited.evidence.anchor.map { " [\(AnchorWording.name($0))]" } ?? ""
      let place = cited.evidence.locator.map { ", \($0)" } ?? ""
      let looks = claim.checks[cited.evidence.source]
      let page =
        looks.map {
          say(" [page ", " [halaman ") + LinkWording.name(LinkState($0)) + "]"
        } ?? ""
      return label(
        StanceWording.name(cited.evidence.stance),
        "\(cited.source.title)\(place)\(excerpt)\(anchor)\(page)"
      )
    }
  }

  /// The paragraphs the claim stands in, with its words between marks.
  private var context: String {
    guard let document, let first = claim.claim.content.first, let last = claim.claim.content.last
    else { return "“\(Terminal.safe(claim.claim.quoteText))”" }
    let text = document.document.text
    let blocks = document.document.blocks.map(\.span).filter { span in
      claim.claim.content.contains { $0.overlaps(span) }
    }
    let from = min(blocks.first?.start ?? first.start, first.start)
    let to = max(blocks.last?.end ?? last.end, last.end)
    var shown = ""
    var at = from
    let (on, off) = Terminal.hasColour ? ("\u{1B}[1m", "\u{1B}[0m") : ("[[", "]]")
    for piece in claim.claim.content {
      shown += Terminal.safe(String(text.slice(TextSpan(at, piece.start)) ?? ""))
      shown += on + Terminal.safe(String(text.slice(piece) ?? "")) + off
      at = piece.end
    }
    shown += Terminal.safe(String(text.slice(TextSpan(at, to)) ?? ""))
    return Paragraph.wrapped(shown, width: width - 2)
  }

  private func title(of document: StoredDocument) -> String {
    let metadata = document.document.metadata
    return [metadata.title, metadata.outlet, metadata.published?.iso8601]
      .compactMap { $0 }.joined(separator: ", ")
  }

  private func label(_ name: String, _ text: String) -> String {
    let padding = String(repeating: " ", count: max(1, 12 - name.count))
    return Paragraph.wrapped(Terminal.safe(name + padding + text), width: width - 2, indent: 12)
  }
}
