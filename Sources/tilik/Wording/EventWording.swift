import ClaimModel
import ReviewWorkflow

/// Words for events: their names, and what they did in one line.
enum EventWording {
  static func name(_ type: String) -> String {
    switch type {
    case "captured": return say("captured", "ditangkap")
    case "reanchored": return say("found in the new version", "ditemukan di versi baru")
    case "orphaned": return say("gone from the new version", "hilang dari versi baru")
    case "triaged": return say("queued", "masuk antrean")
    case "dropped": return say("dropped", "tidak diperiksa")
    case "merged": return say("merged", "digabung")
    case "taken": return say("taken", "dikerjakan")
    case "released": return say("given back", "dikembalikan ke antrean")
    case "undone": return say("taken back", "dibatalkan")
    case "noted": return say("note", "catatan")
    case "cited": return say("source cited", "sumber dikutip")
    case "uncited": return say("citation removed", "kutipan dicabut")
    case "concluded": return say("verdict", "putusan")
    case "reply-asked": return say("reply asked", "dimintai jawaban")
    case "reply-answered": return say("reply received", "jawaban diterima")
    case "reply-silent": return say("no reply", "tidak menjawab")
    case "waived": return say("two-sources rule waived", "aturan dua sumber dikecualikan")
    case "submitted": return say("submitted", "diajukan")
    case "opinion-cast": return say("second opinion", "pendapat kedua")
    case "approved": return say("approved", "disetujui")
    case "returned": return say("returned", "dikembalikan")
    case "published": return say("published", "diterbitkan")
    case "corrected": return say("opened for correction", "dibuka untuk koreksi")
    case "voided": return say("withdrawn", "ditarik")
    case "reopened": return say("reopened", "dibuka lagi")
    case "source-checked": return say("source looked at", "sumber ditengok")
    default: return type
    }
  }

  /// What an event says besides its name; empty where there is nothing.
  static func detail(_ content: EventContent, scale: RatingScale) -> String {
    switch content {
    case .triaged(let priority, let reason, let stakes):
      return join(PriorityWording.name(priority), StakesWording.text(stakes), reason)
    case .merged(let other, let reason): return join("→ \(other.short)", reason)
    case .cited(let evidence, let source):
      return join(
        "\(StanceWording.name(evidence.stance)): \(source.title)",
        evidence.excerpt.map { "“\($0)”" } ?? "",
        evidence.locator ?? ""
      )
    case .concluded(let verdict), .opinionCast(let verdict):
      let label = scale.rating(named: verdict.rating)?.label(in: speech) ?? verdict.rating
      return join(label, verdict.explanation)
    case .replyAsked(let contact, let deadline): return join(contact, deadline.iso8601)
    case .corrected(let kind, let reason): return join(CorrectionWording.name(kind), reason)
    case .undone(let event): return String(event.hex.prefix(8))
    case .sourceChecked(let source, let check):
      return join(source.rawValue, LinkWording.text(check))
    default: return content.words ?? ""
    }
  }

  private static func join(_ parts: String...) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }
}

/// Words for priorities.
enum PriorityWording {
  static func name(_ priority: Priority) -> String {
    switch priority {
    case .high: return say("high", "tinggi")
    case .normal: return say("normal", "biasa")
    case .low: return say("low", "rendah")
    }
  }
}

/// Words for what is at stake with a claim.
enum StakesWording {
  /// “harm high, reach normal, due 2026-03-10”; empty where nothing was said.
  static func text(_ stakes: Stakes) -> String {
    parts(harm: stakes.harm, reach: stakes.reach, due: stakes.due).joined(separator: ", ")
  }

  static func parts(
    harm: Stakes.Level?,
    reach: Stakes.Level?,
    due: CalendarDate?
  ) -> [String] {
    let parts: [String?] = [
      harm.map { say("harm \(name($0))", "dampak \(name($0))") },
      reach.map { say("reach \(name($0))", "jangkauan \(name($0))") },
      due.map { say("due \($0.iso8601)", "tenggat \($0.iso8601)") },
    ]
    return parts.compactMap { $0 }
  }

  private static func name(_ level: Stakes.Level) -> String {
    switch level {
    case .high: return say("high", "tinggi")
    case .normal: return say("normal", "biasa")
    case .low: return say("low", "rendah")
    }
  }
}

/// Words for classes of corrections.
enum CorrectionWording {
  static func name(_ kind: CorrectionClass) -> String {
    switch kind {
    case .typo: return say("typo", "salah ketik")
    case .clarification: return say("clarification", "penjelasan")
    case .rating: return say("rating", "nilai")
    case .update: return say("update", "pembaruan")
    }
  }
}

/// Words for what a source does to a claim.
enum StanceWording {
  static func name(_ stance: Evidence.Stance) -> String {
    switch stance {
    case .supports: return say("supports", "mendukung")
    case .refutes: return say("refutes", "membantah")
    case .context: return say("context", "konteks")
    }
  }
}

/// Words for what a reviewer should know about a claim.
enum FlagWording {
  static func name(_ flag: AttributionFlag) -> String {
    switch flag {
    case .unattributed: return say("nobody named", "tanpa penutur")
    case .unclosedQuotation: return say("quotation never closes", "kutipan tidak ditutup")
    case .vagueSource: return say("vague source", "sumber kabur")
    case .anonymousPassive: return say("passive hides who", "pasif tanpa pelaku")
    }
  }
}

/// Words for kinds of claims.
enum KindWording {
  static func name(_ kind: Claim.Kind) -> String {
    switch kind {
    case .direct: return say("direct", "langsung")
    case .indirect: return say("indirect", "tak langsung")
    case .mixed: return say("mixed", "campuran")
    case .assertion: return say("assertion", "pernyataan artikel")
    }
  }
}
