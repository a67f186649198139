import ClaimModel
import ReviewWorkflow

/// The desk's numbers as a person reads them.
enum StatsView {
  static func text(_ statistics: DeskStatistics, _ desk: Desk) -> String {
    var lines: [String] = []
    let open = statistics.open
    lines.append(
      say(
        "\(claimCount(statistics.claims)), \(open.count) open",
        "\(statistics.claims) klaim, \(open.count) terbuka"
      )
    )
    if let median = open.medianAge, let oldest = open.oldest, let age = open.oldestAge {
      lines.append(
        say(
          "open for: median \(time(median)); longest \(time(age)) (\(oldest.short))",
          "terbuka selama: median \(time(median)); terlama \(time(age)) (\(oldest.short))"
        )
      )
    }
    if !statistics.weeks.isEmpty {
      lines += [
        "",
        row(
          say("week of", "pekan"),
          [
            say("captured", "ditangkap"), say("submitted", "diajukan"),
            say("published", "terbit"), say("set aside", "dilewati"),
          ]
        ),
      ]
      for week in statistics.weeks.suffix(12) {
        lines.append(
          row(
            week.monday.iso8601,
            [week.captured, week.submitted, week.published, week.setAside].map(String.init)
          )
        )
      }
    }
    if !statistics.states.isEmpty {
      lines += [
        "",
        row(
          say("time in", "lama di"),
          [say("stays", "kali"), "median", say("longest", "terlama")]
        ),
      ]
      for state in statistics.states {
        lines.append(
          row(
            desk.stateLabel(state.state),
            [String(state.stays), time(state.median), time(state.longest)]
          )
        )
      }
    }
    lines.append("")
    for agreement in statistics.agreements {
      let kappa = agreement.kappa.map { hundredths($0) } ?? say("not defined", "tak terdefinisi")
      lines.append(
        say(
          "second opinions (\(agreement.scale)): \(agreement.same) of \(agreement.count) agree (\(hundredths(agreement.raw))), Cohen's kappa \(kappa)",
          "pendapat kedua (\(agreement.scale)): \(agreement.same) dari \(agreement.count) sependapat (\(hundredths(agreement.raw))), kappa Cohen \(kappa)"
        )
      )
    }
    if statistics.agreements.isEmpty {
      lines.append(say("no second opinions yet", "belum ada pendapat kedua"))
    }
    lines.append(
      say(
        "\(statistics.approvals) approvals, \(statistics.voidedApprovals) voided by a later edit",
        "\(statistics.approvals) persetujuan, \(statistics.voidedApprovals) gugur karena suntingan"
      )
    )
    let corrections = statistics.corrections.map {
      "\(CorrectionWording.name($0.kind)) \($0.count)"
    }
    lines.append(say("corrections: ", "koreksi: ") + corrections.joined(separator: ", "))
    for rating in statistics.ratings {
      let label = desk.label(Verdict(scale: rating.scale, rating: rating.rating, explanation: ""))
      lines.append(say("published: ", "terbit: ") + "\(label) \(rating.count)")
    }
    return Terminal.safe(lines.joined(separator: "\n")) + "\n"
  }

  private static func row(_ name: String, _ cells: [String]) -> String {
    pad(name, 18, right: false) + cells.map { pad($0, 12, right: true) }.joined()
  }

  private static func pad(_ text: String, _ width: Int, right: Bool) -> String {
    let space = String(repeating: " ", count: max(1, width - text.count))
    return right ? space + text : text + space
  }

  private static func hundredths(_ value: Double) -> String {
    let hundred = Int((value * 100).rounded())
    let digits = String(abs(hundred) % 100)
    return "\(hundred < 0 ? "-" : "")\(abs(hundred) / 100).\(digits.count < 2 ? "0" : "")\(digits)"
  }

  /// A duration in the largest unit that it has at least two of.
  private static func time(_ seconds: Int) -> String {
    switch seconds {
    case ..<120: return say("\(seconds) s", "\(seconds) dtk")
    case ..<7_200: return say("\(seconds / 60) min", "\(seconds / 60) mnt")
    case ..<172_800: return say("\(seconds / 3_600) h", "\(seconds / 3_600) jam")
    default: return say("\(seconds / 86_400) days", "\(seconds / 86_400) hari")
    }
  }
}
