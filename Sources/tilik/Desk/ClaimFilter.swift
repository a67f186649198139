import ClaimModel
import ClaimStore
import ReviewWorkflow

/// Which claims somebody means, in the words of `--where`: `state:queued speaker:"Ada Fenwright" due:today`.
///
/// Terms are joined by “and”; a state may be named several times. The options of `tilik list` are the same terms, and a
/// saved query is such a line with a name.
struct ClaimFilter: Equatable {
  /// What a term can ask for.
  enum Key: String, CaseIterable {
    case state, verdict, speaker, document, assignee, due, recheck, flag, text, conflict
  }

  /// One thing that is asked of a claim.
  struct Term: Equatable {
    var key: Key
    var value: String
  }

  private(set) var terms: [Term] = []

  init() {}

  /// Reads a line of terms; `@name` stands for the saved query of that name.
  init(_ line: String, saved: SavedQueries) throws {
    let words: [String]
    do throws(ScriptFault) {
      words = try ScriptLine.words(line)
    } catch {
      throw Failure(.usage, "--where: \(error.text)")
    }
    for word in words {
      if word.hasPrefix("@") {
        let name = String(word.dropFirst())
        guard let query = saved.queries[name] else { throw saved.unknown(name) }
        terms += try ClaimFilter(query, saved: SavedQueries()).terms
        continue
      }
      let parts = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let key = Key(rawValue: String(parts[0])), !parts[1].isEmpty else {
        let keys = Key.allCases.map(\.rawValue).joined(separator: ", ")
        throw Failure(
          .usage,
          say(
            "--where: “\(word)” is not NAME:VALUE with one of the names \(keys)",
            "--where: “\(word)” bukan NAMA:NILAI dengan salah satu nama \(keys)"
          )
        )
      }
      terms.append(Term(key: key, value: String(parts[1])))
    }
  }

  mutating func add(_ key: Key, _ value: String?) {
    if let value { terms.append(Term(key: key, value: value)) }
  }

  /// The line that says the same.
  var line: String {
    terms.map { term in
      let isPlain = term.value.utf8.allSatisfy {
        $0 > 0x20 && $0 != 0x22 && $0 != 0x5C && $0 != 0x23
      }
      if isPlain { return "\(term.key.rawValue):\(term.value)" }
      let escaped = term.value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      return "\(term.key.rawValue):\"\(escaped)\""
    }.joined(separator: " ")
  }

  /// What the store is asked.
  func query(at desk: Desk) throws -> ClaimQuery {
    var query = ClaimQuery()
    for term in terms {
      switch term.key {
      case .state: query.states.append(try Self.state(term.value, desk))
      case .verdict: query.rating = term.value
      case .speaker: query.speaker = term.value
      case .document: query.document = try desk.documentName(term.value)
      case .assignee: query.owner = term.value == "me" ? desk.actor : term.value
      case .due: query.due = try Self.day(term.value, desk)
      case .recheck:
        let day = try Self.day(term.value, desk).daysSince1970 - desk.workflow.rules.recheckDays
        query.published = CalendarDate(daysSince1970: day)
      case .flag: query.flag = try Self.flag(term.value)
      case .text: query.text = term.value
      case .conflict: query.inConflict = true
      }
    }
    return query
  }

  private static func state(_ name: String, _ desk: Desk) throws -> String {
    guard desk.workflow.state(named: name) == nil else { return name }
    let names = desk.workflow.states.map(\.name).joined(separator: ", ")
    throw Failure(
      .usage,
      say(
        "there is no state “\(name)”; there are: \(names)",
        "tidak ada keadaan “\(name)”; yang ada: \(names)"
      )
    )
  }

  private static func day(_ text: String, _ desk: Desk) throws -> CalendarDate {
    if text == "today" { return desk.now.date }
    guard let day = CalendarDate(iso8601: text) else {
      throw Failure(
        .usage,
        say(
          "“\(text)” is not today or a day like 2026-03-10",
          "“\(text)” bukan today atau tanggal seperti 2026-03-10"
        )
      )
    }
    return day
  }

  private static func flag(_ name: String) throws -> AttributionFlag {
    guard let flag = FlagArgument(argument: name)?.flag else {
      throw Failure(
        .usage,
        say(
          "there is no flag “\(name)”; there are: \(FlagArgument.names)",
          "tidak ada tanda “\(name)”; yang ada: \(FlagArgument.names)"
        )
      )
    }
    return flag
  }
}

/// A flag as it is typed: `vague-source`.
struct FlagArgument {
  var flag: AttributionFlag

  static let byName: [(name: String, flag: AttributionFlag)] = [
    ("unattributed", .unattributed), ("unclosed-quotation", .unclosedQuotation),
    ("vague-source", .vagueSource), ("anonymous-passive", .anonymousPassive),
  ]

  static var names: String { byName.map(\.name).joined(separator: ", ") }

  init?(argument: String) {
    guard let found = Self.byName.first(where: { $0.name == argument }) else { return nil }
    flag = found.flag
  }
}
