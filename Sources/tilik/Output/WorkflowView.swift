import ClaimModel
import ReviewWorkflow

/// A desk's rules as a person reads them.
enum WorkflowView {
  static func text(_ summary: WorkflowSummary) -> String {
    var lines = [
      Terminal.bold(
        say(
          "\(summary.name), version \(summary.version)",
          "\(summary.name), versi \(summary.version)"
        )
      ), "",
    ]
    for state in summary.states {
      let marks = [
        state.isStart ? say("claims begin here", "klaim mulai di sini") : nil,
        state.isFinal ? say("claims may stay here", "klaim boleh tetap di sini") : nil,
      ].compactMap { $0 }
      let label = state.labels[speech.rawValue] ?? state.name
      lines.append(
        Terminal.bold(label) + (label == state.name ? "" : " (\(state.name))")
          + (marks.isEmpty ? "" : Terminal.faint("  \(marks.joined(separator: ", "))"))
      )
      for event in summary.events where event.from.contains(state.name) && event.to != nil {
        let to = summary.states.first { $0.name == event.to }?.labels[speech.rawValue] ?? event.to
        lines.append(line("\(EventWording.name(event.name)) → \(to ?? "")", event))
      }
    }
    let stays = summary.events.filter { $0.to == nil }
    if !stays.isEmpty {
      lines += ["", Terminal.bold(say("Without moving the claim", "Tanpa memindahkan klaim"))]
      for event in stays {
        let everywhere = event.from.count == summary.states.count
        let states = event.from.map { name in
          summary.states.first { $0.name == name }?.labels[speech.rawValue] ?? name
        }
        let place =
          everywhere ? say("everywhere", "di mana saja") : states.joined(separator: ", ")
        lines.append(line("\(EventWording.name(event.name)) (\(place))", event))
      }
    }
    lines.append("")
    if summary.people.isEmpty {
      lines.append(say("Everybody may do everything.", "Semua orang boleh melakukan semuanya."))
    } else {
      lines.append(Terminal.bold(say("People", "Orang")))
      for person in summary.people {
        lines.append("  \(Terminal.safe(person.name)): \(person.roles.joined(separator: ", "))")
      }
    }
    lines.append(
      say(
        "Sources are looked at again \(summary.recheckDays) days after publication.",
        "Sumber dilihat lagi \(summary.recheckDays) hari setelah terbit."
      )
    )
    return lines.joined(separator: "\n") + "\n"
  }

  private static func line(_ what: String, _ event: WorkflowSummary.Event) -> String {
    var conditions = event.guards.filter(\.isOn).map(condition)
    if !event.roles.isEmpty {
      let roles = event.roles.joined(separator: say(" or ", " atau "))
      let people = event.people.map { " (\($0.joined(separator: ", ")))" } ?? ""
      conditions.insert(say("by \(roles)", "oleh \(roles)") + people, at: 0)
    }
    let text = what + (conditions.isEmpty ? "" : ": \(conditions.joined(separator: "; "))")
    return "  " + Paragraph.wrapped(Terminal.safe(text), width: 76, indent: 4)
  }

  private static func condition(_ rule: WorkflowSummary.Guard) -> String {
    switch Workflow.Guard(rawValue: rule.name) {
    case .owner: return say("nobody else works on it", "tidak sedang dikerjakan orang lain")
    case .verdict:
      return say("it has a verdict and an explanation", "ada putusan dan penjelasannya")
    case .independentSources:
      let number = rule.number ?? 0
      return say(
        "\(number) independent sources, or a waiver",
        "\(number) sumber independen, atau pengecualian"
      )
    case .replyClosed: return say("no reply is waited for", "tidak menunggu jawaban")
    case .secondOpinion:
      return say("a blind second opinion agrees", "pendapat kedua (buta) sependapat")
    case .differentPerson:
      return say("by somebody other than the submitter", "oleh orang selain pengaju")
    case .approvalHolds: return say("the approval still holds", "persetujuan masih berlaku")
    case nil: return rule.name
    }
  }
}
