import ClaimModel
import ReviewWorkflow

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
    /// A day.
    case day(String, initial: String = "", isOptional: Bool = false)
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

    /// Answers with the digits, and after nine of them the letters, as their keys.
    static func numbered<Item>(
      _ items: some Sequence<Item>,
      _ answer: (Item) -> (label: String, value: String)
    ) -> [Choice] {
      zip("123456789abcdefghijklmnopqrstuvwxyz", items).map { key, item in
        let (label, value) = answer(item)
        return Choice(key: key, label: label, value: value)
      }
    }
  }

  /// The verb of the script.
  var verb: String
  /// What the key's label says.
  var name: String
  /// The event that it leads to.
  var event: String
  /// What is asked.
  var fields: [Field]

  private init(_ verb: String, _ name: String, _ event: String, _ fields: Field...) {
    self.verb = verb
    self.name = name
    self.event = event
    self.fields = fields
  }

  /// The key, as the script has it.
  var key: Character? { ScriptForm.of(verb)?.key.first }

  /// The words of the script's line that the answers make.
  ///
  /// Optional ones at the end that were left empty are left out; in between they stay.
  func words(_ answers: [String]) -> [String] {
    var words = answers
    while let last = words.last, last.isEmpty { words.removeLast() }
    guard verb == "weigh" else { return words }
    // Harm, reach, a day or a dash, a reason.
    while words.count < 3 { words.append("") }
    if words[2].isEmpty { words[2] = "-" }
    return words
  }
}

extension ReviewStep {
  /// The steps in the order in which a claim lives, for a claim.
  static func all(for claim: ReviewedClaim, at desk: Desk) -> [ReviewStep] {
    early + work(on: claim, at: desk) + review(at: desk)
  }

  private static var why: Field { .text(say("Why", "Alasan")) }

  private static var early: [ReviewStep] {
    [
      ReviewStep(
        "weigh",
        say("triage", "pilah"),
        "triaged",
        .choice(say("Harm if it is false", "Dampak bila keliru"), levels),
        .choice(say("How many see it", "Berapa yang melihat"), levels),
        .day(say("Decide by, as 2026-03-10", "Tenggat, seperti 2026-03-10"), isOptional: true),
        .text(say("Why", "Alasan"), isOptional: true)
      ),
      ReviewStep(
        "drop",
        say("drop", "lewati"),
        "dropped",
        .text(say("Why is it not checked", "Mengapa tidak diperiksa"))
      ),
      ReviewStep(
        "merge",
        say("merge", "gabung"),
        "merged",
        .claim,
        .line(say("Why", "Alasan"), initial: say("says the same", "bunyinya sama"))
      ),
      ReviewStep("reopen", say("reopen", "buka lagi"), "reopened", why),
      ReviewStep("take", say("take", "kerjakan"), "taken"),
    ]
  }

  private static func work(on claim: ReviewedClaim, at desk: Desk) -> [ReviewStep] {
    let soon = CalendarDate(daysSince1970: desk.now.date.daysSince1970 + 3).iso8601
    let cited = Choice.numbered(claim.evidence) { ($0.source.title, $0.source.id.rawValue) }
    let stances = Evidence.Stance.allCases.map {
      Choice(key: $0.rawValue.first ?? "s", label: StanceWording.name($0), value: $0.rawValue)
    }
    let explanation = desk.isBlind(to: claim) ? nil : claim.verdict?.value.explanation
    return [
      ReviewStep(
        "cite",
        say("cite", "kutip"),
        "cited",
        .source,
        .choice(say("What does it do to the claim", "Apa artinya bagi klaim"), stances),
        .text(say("Its words, exactly", "Bunyinya, persis"), isOptional: true),
        .line(
          say("Where: page, section, time", "Di mana: halaman, bagian, waktu"),
          isOptional: true
        )
      ),
      ReviewStep(
        "uncite",
        say("uncite", "cabut kutipan"),
        "uncited",
        .choice(say("Which source", "Sumber mana"), cited),
        why
      ),
      ReviewStep(
        "ask",
        say("ask", "minta jawaban"),
        "reply-asked",
        .line(say("Who was asked", "Siapa yang dimintai")),
        .day(say("Until", "Sampai"), initial: soon)
      ),
      ReviewStep(
        "answer",
        say("answer", "jawaban"),
        "reply-answered",
        .text(say("The reply", "Jawabannya"))
      ),
      ReviewStep("silent", say("silent", "tak menjawab"), "reply-silent"),
      ReviewStep(
        "verdict",
        say("verdict", "putusan"),
        "concluded",
        .choice(say("Rating", "Nilai"), ratings(desk)),
        .text(
          say("Why, in two sentences that stand alone", "Alasan, dua kalimat yang utuh"),
          initial: explanation ?? ""
        )
      ),
      ReviewStep(
        "waive",
        say("waive", "kecualikan"),
        "waived",
        .text(say("Why fewer sources are enough", "Mengapa lebih sedikit sumber cukup"))
      ),
      ReviewStep("submit", say("submit", "ajukan"), "submitted"),
      ReviewStep("release", say("give back", "kembalikan ke antrean"), "released", why),
    ]
  }

  private static func review(at desk: Desk) -> [ReviewStep] {
    let classes = zip("tcru", CorrectionClass.allCases).map {
      Choice(key: $0, label: CorrectionWording.name($1), value: $1.rawValue)
    }
    return [
      ReviewStep(
        "opinion",
        say("opinion", "pendapat"),
        "opinion-cast",
        .choice(say("Your rating", "Nilai Anda"), ratings(desk)),
        .text(say("Why, in two sentences", "Alasan, dua kalimat"))
      ),
      ReviewStep("approve", say("approve", "setujui"), "approved"),
      ReviewStep(
        "return",
        say("return", "kembalikan"),
        "returned",
        .text(say("What is missing", "Apa yang kurang"))
      ),
      ReviewStep("publish", say("publish", "terbitkan"), "published"),
      ReviewStep(
        "correct",
        say("correct", "koreksi"),
        "corrected",
        .choice(say("What changes", "Apa yang berubah"), classes),
        why
      ),
      ReviewStep("void", say("withdraw", "tarik"), "voided", why),
      ReviewStep("note", say("note", "catatan"), "noted", .text(say("Note", "Catatan"))),
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
    Choice.numbered(desk.scale.ratings) { ("\($0.sign) \($0.label(in: speech))", $0.name) }
  }
}

extension ReviewStep {
  /// Whether the claim's state and the actor's place at the desk allow it at all; what is still missing is said when it is
  /// tried.
  func isOffered(on claim: ReviewedClaim, at desk: Desk) -> Bool {
    guard claim.conflict.isEmpty else { return ["concluded", "noted"].contains(event) }
    guard let transition = desk.workflow.transition(for: event, in: claim.state) else {
      return false
    }
    if case .choice(_, let choices)? = fields.first, choices.isEmpty { return false }
    if let roles = desk.workflow.roles(of: desk.actor), !transition.allows(roles) { return false }
    if transition.guards.contains(.differentPerson), !desk.workflow.rules.solo,
      claim.submitter == desk.actor
        || event == "opinion-cast" && claim.verdict?.actor == desk.actor
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
