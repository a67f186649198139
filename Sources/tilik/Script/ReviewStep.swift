import ClaimModel
import ReviewWorkflow
import SourceLookup

/// A step of the full-screen review: the key for it, when it can be done, and what is asked first.
///
/// What was answered becomes the words of a ``ScriptForm``: a step at the screen is a line of a script.
struct ReviewStep {
  /// One thing that is asked.
  enum Field {
    /// One of a few, each with its own key.
    case choice(String, [Choice])
    /// A few words.
    case line(String, initial: String = "", isOptional: Bool = false)
    /// A text, for which an editor can be opened.
    case text(String, initial: String = "", isOptional: Bool = false)
    /// A source of the library.
    case source
    /// Another claim that says the same.
    case claim
  }

  /// One answer to choose.
  struct Choice {
    var key: Character
    var label: String
    var value: String
  }

  /// The verb of the script.
  var verb: String
  /// What the key's label says.
  var name: String
  /// The event that it leads to.
  var event: String
  /// What is asked.
  var fields: [Field] = []

  /// The key, as the script has it.
  var key: Character? { ScriptForm.all.first { $0.verb == verb }?.key.first }

  /// The steps in the order in which a claim lives, for a claim.
  static func all(for claim: ReviewedClaim, at desk: Desk) -> [ReviewStep] {
    early + work(on: claim, at: desk) + review(of: claim, at: desk)
  }

  private static var early: [ReviewStep] {
    [
      ReviewStep(
        verb: "weigh",
        name: say("triage", "pilah"),
        event: "triaged",
        fields: [
          .choice(say("Harm if it is false", "Dampak bila keliru"), levels),
          .choice(say("How many see it", "Berapa yang melihat"), levels),
          .line(say("Decide by, as 2026-03-10", "Tenggat, seperti 2026-03-10"), isOptional: true),
          .text(say("Why", "Alasan"), isOptional: true),
        ]
      ),
      ReviewStep(
        verb: "drop",
        name: say("drop", "lewati"),
        event: "dropped",
        fields: [.text(say("Why is it not checked", "Mengapa tidak diperiksa"))]
      ),
      ReviewStep(
        verb: "merge",
        name: say("merge", "gabung"),
        event: "merged",
        fields: [
          .claim, .line(say("Why", "Alasan"), initial: say("says the same", "bunyinya sama")),
        ]
      ),
      ReviewStep(
        verb: "reopen",
        name: say("reopen", "buka lagi"),
        event: "reopened",
        fields: [.text(say("Why", "Alasan"))]
      ),
      ReviewStep(verb: "take", name: say("take", "kerjakan"), event: "taken"),
    ]
  }

  private static func work(on claim: ReviewedClaim, at desk: Desk) -> [ReviewStep] {
    let week = CalendarDate(daysSince1970: desk.now.date.daysSince1970 + 3).iso8601
    let cited = claim.evidence.prefix(9).enumerated().compactMap { index, cited in
      "123456789".dropFirst(index).first.map {
        Choice(key: $0, label: cited.source.title, value: cited.source.id.rawValue)
      }
    }
    return [
      ReviewStep(
        verb: "cite",
        name: say("cite", "kutip"),
        event: "cited",
        fields: [
          .source,
          .choice(
            say("What does it do to the claim", "Apa artinya bagi klaim"),
            Evidence.Stance.allCases.map {
              Choice(
                key: $0.rawValue.first ?? "s",
                label: StanceWording.name($0),
                value: $0.rawValue
              )
            }
          ),
          .text(say("Its words, exactly", "Bunyinya, persis"), isOptional: true),
          .line(
            say("Where: page, section, time", "Di mana: halaman, bagian, waktu"),
            isOptional: true
          ),
        ]
      ),
      ReviewStep(
        verb: "uncite",
        name: say("uncite", "cabut kutipan"),
        event: "uncited",
        fields: [.choice(say("Which source", "Sumber mana"), cited), .text(say("Why", "Alasan"))]
      ),
      ReviewStep(
        verb: "ask",
        name: say("ask", "minta jawaban"),
        event: "reply-asked",
        fields: [
          .line(say("Who was asked", "Siapa yang dimintai")),
          .line(say("Until", "Sampai"), initial: week),
        ]
      ),
      ReviewStep(
        verb: "answer",
        name: say("answer", "jawaban"),
        event: "reply-answered",
        fields: [.text(say("The reply", "Jawabannya"))]
      ),
      ReviewStep(verb: "silent", name: say("silent", "tak menjawab"), event: "reply-silent"),
      ReviewStep(
        verb: "verdict",
        name: say("verdict", "putusan"),
        event: "concluded",
        fields: [
          .choice(say("Rating", "Nilai"), ratings(desk)),
          .text(
            say("Why, in two sentences that stand alone", "Alasan, dua kalimat yang utuh"),
            initial: desk.isBlind(to: claim) ? "" : claim.verdict?.value.explanation ?? ""
          ),
        ]
      ),
      ReviewStep(
        verb: "waive",
        name: say("waive", "kecualikan"),
        event: "waived",
        fields: [.text(say("Why fewer sources are enough", "Mengapa lebih sedikit sumber cukup"))]
      ),
      ReviewStep(verb: "submit", name: say("submit", "ajukan"), event: "submitted"),
      ReviewStep(
        verb: "release",
        name: say("give back", "kembalikan ke antrean"),
        event: "released",
        fields: [.text(say("Why", "Alasan"))]
      ),
    ]
  }

  private static func review(of claim: ReviewedClaim, at desk: Desk) -> [ReviewStep] {
    let classes = zip("tcru", CorrectionClass.allCases).map {
      Choice(key: $0, label: $1.rawValue, value: $1.rawValue)
    }
    return [
      ReviewStep(
        verb: "opinion",
        name: say("opinion", "pendapat"),
        event: "opinion-cast",
        fields: [
          .choice(say("Your rating", "Nilai Anda"), ratings(desk)),
          .text(say("Why, in two sentences", "Alasan, dua kalimat")),
        ]
      ),
      ReviewStep(verb: "approve", name: say("approve", "setujui"), event: "approved"),
      ReviewStep(
        verb: "return",
        name: say("return", "kembalikan"),
        event: "returned",
        fields: [.text(say("What is missing", "Apa yang kurang"))]
      ),
      ReviewStep(verb: "publish", name: say("publish", "terbitkan"), event: "published"),
      ReviewStep(
        verb: "correct",
        name: say("correct", "koreksi"),
        event: "corrected",
        fields: [
          .choice(say("What changes", "Apa yang berubah"), classes), .text(say("Why", "Alasan")),
        ]
      ),
      ReviewStep(
        verb: "void",
        name: say("withdraw", "tarik"),
        event: "voided",
        fields: [.text(say("Why", "Alasan"))]
      ),
      ReviewStep(
        verb: "note",
        name: say("note", "catatan"),
        event: "noted",
        fields: [.text(say("Note", "Catatan"))]
      ),
    ]
  }

  private static var levels: [Choice] {
    [
      Choice(key: "h", label: say("high", "tinggi"), value: "high"),
      Choice(key: "n", label: say("normal", "biasa"), value: "normal"),
      Choice(key: "l", label: say("low", "rendah"), value: "low"),
    ]
  }

  private static func ratings(_ desk: Desk) -> [Choice] {
    zip("123456789", desk.scale.ratings).map { key, rating in
      Choice(key: key, label: "\(rating.sign) \(rating.label(in: speech))", value: rating.name)
    }
  }

  /// Whether the claim's state and the actor's place at the desk allow it at all; what is still missing is said when it is
  /// tried.
  func isOffered(on claim: ReviewedClaim, at desk: Desk) -> Bool {
    guard claim.conflict.isEmpty else { return ["concluded", "noted"].contains(event) }
    guard let transition = desk.workflow.transition(for: event, in: claim.state) else {
      return false
    }
    if case .choice(_, let choices)? = fields.first, choices.isEmpty { return false }
    if let roles = desk.workflow.roles(of: desk.actor), !transition.roles.isEmpty,
      !transition.roles.contains(where: roles.contains)
    {
      return false
    }
    if transition.guards.contains(.differentPerson), !desk.workflow.rules.solo,
      claim.submitter == desk.actor
    {
      return false
    }
    if event == "reply-answered" || event == "reply-silent" {
      switch claim.reply {
      case .asked, .silent: return true
      case .notNeeded, .answered: return false
      }
    }
    return !transition.guards.contains(.owner) || claim.owner == nil || claim.owner == desk.actor
  }
}
