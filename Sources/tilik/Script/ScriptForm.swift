import ClaimModel
import ReviewWorkflow

/// How one verb of a review is written, what it does, and how it is read: all in one place.
struct ScriptForm {
  /// The word.
  var verb: String
  /// The single key for it.
  var key: String
  /// How the line looks.
  var usage: String
  /// What it does.
  var meaning: String
  /// How many words may follow.
  var counts: ClosedRange<Int>
  /// Reads the words that follow; nil where they do not fit.
  var read: ([String]) -> ScriptLine?

  /// Whether the last word may be several: a note, a reason, an explanation.
  var endsInText: Bool { usage.hasSuffix("\"") }

  /// The form of a verb.
  static func of(_ verb: String) -> ScriptForm? { all.first { $0.verb == verb } }

  /// A verb with several words behind it.
  private static func words(
    _ verb: String,
    _ key: String,
    _ pattern: String,
    _ meaning: String,
    _ counts: ClosedRange<Int>,
    _ read: @escaping ([String]) -> ScriptLine?
  ) -> ScriptForm {
    ScriptForm(
      verb: verb,
      key: key,
      usage: "\(verb) \(pattern)",
      meaning: meaning,
      counts: counts,
      read: read
    )
  }

  /// A verb with one text behind it: a reason, where nothing else is said.
  private static func text(
    _ verb: String,
    _ key: String,
    _ meaning: String,
    _ pattern: String = reason,
    _ line: @escaping (String) -> ScriptLine
  ) -> ScriptForm {
    words(verb, key, pattern, meaning, 1...1) { line($0[0]) }
  }

  /// A verb that stands alone.
  private static func alone(
    _ verb: String,
    _ key: String,
    _ meaning: String,
    _ line: ScriptLine
  ) -> ScriptForm {
    ScriptForm(verb: verb, key: key, usage: verb, meaning: meaning, counts: 0...0) { _ in line }
  }

  private static var reason: String { say("\"REASON\"", "\"ALASAN\"") }
  private static var verdict: String { say("RATING \"EXPLANATION\"", "NILAI \"PENJELASAN\"") }
}

extension ScriptForm {
  static var all: [ScriptForm] { deskForms + earlyForms + workForms + reviewForms + promptForms }

  private static var deskForms: [ScriptForm] {
    [
      words("at", "@", "2026-03-09T02:15:00Z", say("set the clock", "setel jam"), 1...1) {
        Timestamp(rfc3339: $0[0]).map { .at($0) }
      },
      text("as", "i", say("act as somebody", "bertindak sebagai"), say("\"NAME\"", "\"NAMA\"")) {
        .actor($0)
      },
      text(
        "open",
        "o",
        say("turn to a claim", "buka klaim"),
        say("\"WORDS OF THE CLAIM\"", "\"BUNYI KLAIM\"")
      ) { .open($0) },
    ]
  }

  private static var earlyForms: [ScriptForm] {
    [
      words(
        "triage",
        "T",
        "high|normal|low \(reason)",
        say("put it into the queue", "masukkan ke antrean"),
        1...2
      ) { words in
        Priority(rawValue: words[0]).map {
          .event(.triaged(priority: $0, reason: words.count > 1 ? words[1] : ""))
        }
      },
      words(
        "weigh",
        "t",
        say("HARM REACH", "DAMPAK JANGKAUAN") + " 2026-03-10|- \(reason)",
        say(
          "put it into the queue by harm and reach: high, normal, low",
          "masukkan ke antrean menurut dampak dan jangkauan: high, normal, low"
        ),
        3...4,
        weighed
      ),
      words(
        "merge",
        "m",
        say("CLAIM", "KLAIM") + " \(reason)",
        say("fold it into another claim", "gabungkan ke klaim lain"),
        2...2
      ) { .merge(into: $0[0], reason: $0[1]) },
      text("drop", "d", say("do not check it", "jangan diperiksa")) {
        .event(.dropped(reason: $0))
      },
      text("reopen", "O", say("bring a dropped claim back", "buka lagi")) {
        .event(.reopened(reason: $0))
      },
      alone("take", "k", say("begin to work on it", "mulai kerjakan"), .event(.taken)),
      text("release", "l", say("give it back to the queue", "kembalikan ke antrean")) {
        .event(.released(reason: $0))
      },
    ]
  }

  private static var workForms: [ScriptForm] {
    let text = say("\"TEXT\"", "\"TEKS\"")
    return [
      Self.text("note", "n", say("write a note", "tulis catatan"), text) {
        .event(.noted(text: $0))
      },
      words(
        "cite",
        "c",
        say(
          #"SOURCE supports|refutes|context ["EXCERPT" ["PLACE" ["BEFORE" ["AFTER"]]]]"#,
          #"SUMBER supports|refutes|context ["KUTIPAN" ["LETAK" ["SEBELUM" ["SESUDAH"]]]]"#
        ),
        say("tie a source to it", "kaitkan sumber"),
        2...6,
        cited
      ),
      words(
        "uncite",
        "x",
        say("SOURCE", "SUMBER") + " \(reason)",
        say("take its latest citation back", "cabut kutipan terakhirnya"),
        2...2
      ) { .uncite(SourceID(rawValue: $0[0]), reason: $0[1]) },
      words(
        "ask",
        "a",
        say("\"CONTACT\"", "\"KONTAK\"") + " 2026-03-10",
        say("the claimant was asked, until a day", "penutur dimintai jawaban, sampai tanggal"),
        2...2
      ) { words in
        CalendarDate(iso8601: words[1]).map {
          .event(.replyAsked(contact: words[0], deadline: $0))
        }
      },
      Self.text("answer", "A", say("the claimant's reply", "jawaban penutur"), text) {
        .event(.replyAnswered(text: $0))
      },
      alone(
        "silent",
        "S",
        say("the deadline passed without a reply", "tenggat lewat tanpa jawaban"),
        .event(.replySilent)
      ),
    ]
  }

  private static var reviewForms: [ScriptForm] {
    [
      words("verdict", "v", verdict, say("write the verdict", "tulis putusan"), 2...2) {
        .verdict(rating: $0[0], explanation: $0[1])
      },
      text("waive", "w", say("waive the two-sources rule", "kecualikan aturan dua sumber")) {
        .event(.waived(reason: $0))
      },
      alone(
        "submit",
        "s",
        say("hand it in for review", "ajukan untuk ditinjau"),
        .event(.submitted)
      ),
      words(
        "opinion",
        "p",
        verdict,
        say("cast a second opinion", "beri pendapat kedua"),
        2...2
      ) { .opinion(rating: $0[0], explanation: $0[1]) },
      alone("approve", "y", say("approve it as it stands", "setujui"), .approve),
      text("return", "r", say("send it back", "kembalikan"), say("\"COMMENT\"", "\"KOMENTAR\"")) {
        .event(.returned(comment: $0))
      },
      alone("publish", "P", say("publish it", "terbitkan"), .event(.published)),
      words(
        "correct",
        "C",
        CorrectionClass.allCases.map(\.rawValue).joined(separator: "|") + " \(reason)",
        say("open a published verdict to correct it", "buka putusan terbit untuk dikoreksi"),
        2...2
      ) { words in
        CorrectionClass(rawValue: words[0]).map { .event(.corrected($0, reason: words[1])) }
      },
      text("void", "V", say("withdraw a published verdict", "tarik putusan terbit")) {
        .event(.voided(reason: $0))
      },
      alone("undo", "u", say("take back your latest step", "batalkan langkah terakhir"), .undo),
    ]
  }

  private static var promptForms: [ScriptForm] {
    [
      alone("next", "j", say("go on to the next claim", "klaim berikutnya"), .next),
      alone("show", "h", say("print the claim again", "tampilkan klaim lagi"), .show),
      alone("help", "?", say("this list", "daftar ini"), .help),
      alone(
        "quit",
        "q",
        say("stop here; the next review goes on", "berhenti; nanti dilanjutkan"),
        .quit
      ),
    ]
  }

  /// Harm, reach, a day or a dash, and perhaps a reason.
  private static func weighed(_ words: [String]) -> ScriptLine? {
    guard let harm = Stakes.Level(rawValue: words[0]), let reach = Stakes.Level(rawValue: words[1])
    else { return nil }
    var stakes = Stakes(harm: harm, reach: reach)
    if words[2] != "-" {
      guard let day = CalendarDate(iso8601: words[2]) else { return nil }
      stakes.due = day
    }
    let reason = words.count > 3 ? words[3] : ""
    return .event(.triaged(priority: stakes.priority, reason: reason, stakes: stakes))
  }

  /// A source, what it does to the claim, and perhaps its words, their place, and what stands before and after them.
  private static func cited(_ words: [String]) -> ScriptLine? {
    guard let stance = Evidence.Stance(rawValue: words[1]) else { return nil }
    func word(_ index: Int) -> String? {
      words.count > index && !words[index].isEmpty ? words[index] : nil
    }
    return .cite(
      Evidence(
        source: SourceID(rawValue: words[0]),
        stance: stance,
        excerpt: word(2),
        prefix: word(4),
        suffix: word(5),
        locator: word(3)
      )
    )
  }
}
