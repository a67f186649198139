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

  static var all: [ScriptForm] { deskForms + workForms + reviewForms + promptForms }

  private static var deskForms: [ScriptForm] {
    [
      ScriptForm(
        verb: "at",
        key: "@",
        usage: "at 2026-03-09T02:15:00Z",
        meaning: say("set the clock", "setel jam"),
        counts: 1...1
      ) { words in Timestamp(rfc3339: words[0]).map { .at($0) } },
      ScriptForm(
        verb: "as",
        key: "i",
        usage: #"as "NAME""#,
        meaning: say("act as somebody", "bertindak sebagai"),
        counts: 1...1
      ) { words in .actor(words[0]) },
      ScriptForm(
        verb: "open",
        key: "o",
        usage: #"open "WORDS OF THE CLAIM""#,
        meaning: say("turn to a claim", "buka klaim"),
        counts: 1...1
      ) { words in .open(words[0]) },
    ]
  }

  private static var workForms: [ScriptForm] {
    [
      ScriptForm(
        verb: "triage",
        key: "T",
        usage: #"triage high|normal|low "REASON""#,
        meaning: say("put it into the queue", "masukkan ke antrean"),
        counts: 1...2
      ) { words in
        Priority(rawValue: words[0]).map {
          .event(.triaged(priority: $0, reason: words.count > 1 ? words[1] : ""))
        }
      },
      ScriptForm(
        verb: "weigh",
        key: "t",
        usage: #"weigh HARM REACH 2026-03-10|- "REASON""#,
        meaning: say(
          "put it into the queue by harm and reach: high, normal, low",
          "masukkan ke antrean menurut dampak dan jangkauan: high, normal, low"
        ),
        counts: 3...4
      ) { words in
        guard let harm = Stakes.Level(rawValue: words[0]),
          let reach = Stakes.Level(rawValue: words[1])
        else { return nil }
        var stakes = Stakes(harm: harm, reach: reach)
        if words[2] != "-" {
          guard let day = CalendarDate(iso8601: words[2]) else { return nil }
          stakes.due = day
        }
        let reason = words.count > 3 ? words[3] : ""
        return .event(.triaged(priority: stakes.priority, reason: reason, stakes: stakes))
      },
      ScriptForm(
        verb: "merge",
        key: "m",
        usage: #"merge CLAIM "REASON""#,
        meaning: say("fold it into another claim", "gabungkan ke klaim lain"),
        counts: 2...2
      ) { words in .merge(into: words[0], reason: words[1]) },
      ScriptForm(
        verb: "drop",
        key: "d",
        usage: #"drop "REASON""#,
        meaning: say("do not check it", "jangan diperiksa"),
        counts: 1...1
      ) { words in .event(.dropped(reason: words[0])) },
      ScriptForm(
        verb: "reopen",
        key: "O",
        usage: #"reopen "REASON""#,
        meaning: say("bring a dropped claim back", "buka lagi"),
        counts: 1...1
      ) { words in .event(.reopened(reason: words[0])) },
      ScriptForm(
        verb: "take",
        key: "k",
        usage: "take",
        meaning: say("begin to work on it", "mulai kerjakan"),
        counts: 0...0
      ) { _ in .event(.taken) },
      ScriptForm(
        verb: "release",
        key: "l",
        usage: #"release "REASON""#,
        meaning: say("give it back to the queue", "kembalikan ke antrean"),
        counts: 1...1
      ) { words in .event(.released(reason: words[0])) },
      ScriptForm(
        verb: "note",
        key: "n",
        usage: #"note "TEXT""#,
        meaning: say("write a note", "tulis catatan"),
        counts: 1...1
      ) { words in .event(.noted(text: words[0])) },
      ScriptForm(
        verb: "cite",
        key: "c",
        usage: #"cite SOURCE supports|refutes|context ["EXCERPT" ["PLACE" ["BEFORE" ["AFTER"]]]]"#,
        meaning: say("tie a source to it", "kaitkan sumber"),
        counts: 2...6
      ) { words in
        Evidence.Stance(rawValue: words[1]).map { stance in
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
      },
      ScriptForm(
        verb: "uncite",
        key: "x",
        usage: #"uncite SOURCE "REASON""#,
        meaning: say("take its latest citation back", "cabut kutipan terakhirnya"),
        counts: 2...2
      ) { words in .uncite(SourceID(rawValue: words[0]), reason: words[1]) },
      ScriptForm(
        verb: "ask",
        key: "a",
        usage: #"ask "CONTACT" 2026-03-10"#,
        meaning: say(
          "the claimant was asked, until a day",
          "penutur dimintai jawaban, sampai tanggal"
        ),
        counts: 2...2
      ) { words in
        CalendarDate(iso8601: words[1]).map {
          .event(.replyAsked(contact: words[0], deadline: $0))
        }
      },
      ScriptForm(
        verb: "answer",
        key: "A",
        usage: #"answer "TEXT""#,
        meaning: say("the claimant's reply", "jawaban penutur"),
        counts: 1...1
      ) { words in .event(.replyAnswered(text: words[0])) },
      ScriptForm(
        verb: "silent",
        key: "S",
        usage: "silent",
        meaning: say("the deadline passed without a reply", "tenggat lewat tanpa jawaban"),
        counts: 0...0
      ) { _ in .event(.replySilent) },
    ]
  }

  private static var reviewForms: [ScriptForm] {
    [
      ScriptForm(
        verb: "verdict",
        key: "v",
        usage: #"verdict RATING "EXPLANATION""#,
        meaning: say("write the verdict", "tulis putusan"),
        counts: 2...2
      ) { words in .verdict(rating: words[0], explanation: words[1]) },
      ScriptForm(
        verb: "waive",
        key: "w",
        usage: #"waive "WHY FEWER THAN TWO INDEPENDENT SOURCES""#,
        meaning: say("waive the two-sources rule", "kecualikan aturan dua sumber"),
        counts: 1...1
      ) { words in .event(.waived(reason: words[0])) },
      ScriptForm(
        verb: "submit",
        key: "s",
        usage: "submit",
        meaning: say("hand it in for review", "ajukan untuk ditinjau"),
        counts: 0...0
      ) { _ in .event(.submitted) },
      ScriptForm(
        verb: "opinion",
        key: "p",
        usage: #"opinion RATING "EXPLANATION""#,
        meaning: say("cast a second opinion", "beri pendapat kedua"),
        counts: 2...2
      ) { words in .opinion(rating: words[0], explanation: words[1]) },
      ScriptForm(
        verb: "approve",
        key: "y",
        usage: "approve",
        meaning: say("approve it as it stands", "setujui"),
        counts: 0...0
      ) { _ in .approve },
      ScriptForm(
        verb: "return",
        key: "r",
        usage: #"return "COMMENT""#,
        meaning: say("send it back", "kembalikan"),
        counts: 1...1
      ) { words in .event(.returned(comment: words[0])) },
      ScriptForm(
        verb: "publish",
        key: "P",
        usage: "publish",
        meaning: say("publish it", "terbitkan"),
        counts: 0...0
      ) { _ in .event(.published) },
      ScriptForm(
        verb: "correct",
        key: "C",
        usage: #"correct typo|clarification|rating|update "REASON""#,
        meaning: say(
          "open a published verdict to correct it",
          "buka putusan terbit untuk dikoreksi"
        ),
        counts: 2...2
      ) { words in
        CorrectionClass(rawValue: words[0]).map { .event(.corrected($0, reason: words[1])) }
      },
      ScriptForm(
        verb: "void",
        key: "V",
        usage: #"void "REASON""#,
        meaning: say("withdraw a published verdict", "tarik putusan terbit"),
        counts: 1...1
      ) { words in .event(.voided(reason: words[0])) },
      ScriptForm(
        verb: "undo",
        key: "u",
        usage: "undo",
        meaning: say("take back your latest step", "batalkan langkah terakhir"),
        counts: 0...0
      ) { _ in .undo },
    ]
  }

  private static var promptForms: [ScriptForm] {
    [
      ScriptForm(
        verb: "next",
        key: "j",
        usage: "next",
        meaning: say("go on to the next claim", "klaim berikutnya"),
        counts: 0...0
      ) { _ in .next },
      ScriptForm(
        verb: "show",
        key: "h",
        usage: "show",
        meaning: say("print the claim again", "tampilkan klaim lagi"),
        counts: 0...0
      ) { _ in .show },
      ScriptForm(
        verb: "help",
        key: "?",
        usage: "help",
        meaning: say("this list", "daftar ini"),
        counts: 0...0
      ) { _ in .help },
      ScriptForm(
        verb: "quit",
        key: "q",
        usage: "quit",
        meaning: say("stop here; the next review goes on", "berhenti; nanti dilanjutkan"),
        counts: 0...0
      ) { _ in .quit },
    ]
  }
}
