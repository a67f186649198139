import ClaimModel
import GRDB
import ReviewWorkflow

/// A claim's row in the table that lists are made from; it follows from the claim's events.
struct ClaimRow: Codable, Equatable {
  var id: String
  var document: String
  var start: Int
  var kind: String
  var quote: String
  var speaker: String?
  var state: String
  var rating: String?
  var owner: String?
  var priority: String?
  /// 0 for high, 1 for normal and untriaged, 2 for low: what the queue is ordered by; so are harm and reach.
  var urgency: Int
  var harm: Int
  var reach: Int
  /// Whether harm and reach were said, as bits 1 and 2.
  var said: Int
  /// The day due, or ``never``.
  var due: String
  /// The day published, while it stands published.
  var published: String?
  var openVerdict: Bool
  var conflict: Bool
  var flags: String
  var checkworthiness: Double
  var heads: String

  /// What stands for no day: it comes after every day.
  static let never = "~"

  init(_ reviewed: ReviewedClaim) {
    let claim = reviewed.claim
    id = claim.id.rawValue
    document = claim.document.rawValue
    start = claim.content.first?.start ?? 0
    kind = claim.kind.rawValue
    quote = claim.quoteText
    speaker = claim.speaker
    state = reviewed.state
    rating = reviewed.verdict?.value.rating
    owner = reviewed.owner
    priority = reviewed.priority?.rawValue
    switch reviewed.priority {
    case .high: urgency = 0
    case .normal, nil: urgency = 1
    case .low: urgency = 2
    }
    harm = Self.rank(reviewed.stakes.harm)
    reach = Self.rank(reviewed.stakes.reach)
    said = (reviewed.stakes.harm == nil ? 0 : 1) | (reviewed.stakes.reach == nil ? 0 : 2)
    due = reviewed.due?.iso8601 ?? Self.never
    published = reviewed.standsPublished?.iso8601
    openVerdict = reviewed.isVerdictOpen
    conflict = !reviewed.conflict.isEmpty
    flags = claim.flags.map(\.rawValue).joined(separator: " ")
    checkworthiness = Self.thousandths(claim.checkworthiness)
    heads = reviewed.heads.map(\.hex).joined(separator: " ")
  }

  /// Whether the row is searched by the same words, byte for byte, as one with this quote and this speaker.
  func isSearched(by quote: String?, _ speaker: String?) -> Bool {
    let (own, other) = ([self.quote, self.speaker], [quote, speaker])
    return own.map { $0.map { Array($0.utf8) } } == other.map { $0.map { Array($0.utf8) } }
  }

  /// A share as the ledger writes it, in thousandths.
  static func thousandths(_ share: Double) -> Double { (share * 1000).rounded() / 1000 }

  static func fetch(_ query: ClaimQuery, in db: Database) throws -> [ClaimSummary] {
    let (sql, arguments) = try statement(query, in: db)
    return try ClaimRow.fetchAll(db, sql: sql, arguments: arguments).compactMap(\.summary)
  }

  /// The statement that a query comes down to.
  static func statement(
    _ query: ClaimQuery,
    in db: Database
  ) throws -> (sql: String, arguments: StatementArguments) {
    var conditions: [String] = []
    var arguments: [any DatabaseValueConvertible] = []
    let letters = try ClaimLetters.match(query, in: db)
    add(ClaimLetters.condition, letters)
    // SQLite cannot know how few claims these are, and would rather go through all of a state.
    let way = letters == nil ? "" : "NOT INDEXED"
    func add(_ condition: String, _ argument: (any DatabaseValueConvertible)?) {
      guard let argument else { return }
      conditions.append(condition)
      arguments.append(argument)
    }
    if !query.states.isEmpty {
      conditions.append("state IN (\(query.states.map { _ in "?" }.joined(separator: ",")))")
      arguments += query.states
    }
    add("document = ?", query.document?.rawValue)
    add("rating = ?", query.rating)
    add("owner = ?", query.owner)
    // What the partial indices are made for has to be said in their words.
    add("due <> '\(never)' AND due <= ?", query.due?.iso8601)
    add("published IS NOT NULL AND published <= ?", query.published?.iso8601)
    if query.inConflict { conditions.append("conflict = 1") }
    add("speaker LIKE ? ESCAPE '\\'", query.speaker.map(pattern))
    add("quote LIKE ? ESCAPE '\\'", query.text.map(pattern))
    add("flags <> '' AND instr(' ' || flags || ' ', ?) > 0", query.flag.map { " \($0.rawValue) " })
    let condition = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
    let order: String
    switch query.order {
    case .text: order = "document, start, id"
    case .queue: order = "urgency, harm, reach, due, checkworthiness DESC, document, start, id"
    }
    let limit = query.limit.map { "LIMIT \($0)" } ?? ""
    return (
      "\(select) \(way) \(condition) ORDER BY \(order) \(limit)",
      StatementArguments(arguments)
    )
  }

  /// Where a level stands in the queue's order.
  private static func rank(_ level: Stakes.Level?) -> Int {
    switch level {
    case .high: return 0
    case .normal, nil: return 1
    case .low: return 2
    }
  }

  private func level(_ rank: Int, bit: Int) -> Stakes.Level? {
    said & bit == 0 ? nil : [.high, .normal, .low][rank]
  }

  /// A LIKE pattern for text that has these letters in it.
  static func pattern(_ letters: String) -> String {
    var escaped = String.UnicodeScalarView()
    // With an accent after it a sign is another character to Swift, not to SQL.
    for letter in letters.unicodeScalars {
      if ["%", "_", "\\"].contains(letter) { escaped.append("\\") }
      escaped.append(letter)
    }
    return "%\(escaped)%"
  }

  /// The row as lists show it, or nil where it is not one of Tilik's.
  var summary: ClaimSummary? {
    guard let kind = Claim.Kind(rawValue: kind) else { return nil }
    return ClaimSummary(
      id: ClaimID(rawValue: id),
      document: DocumentID(rawValue: document),
      kind: kind,
      quote: quote,
      speaker: speaker,
      state: state,
      rating: rating,
      owner: owner,
      priority: priority.flatMap(Priority.init(rawValue:)),
      harm: level(harm, bit: 1),
      reach: level(reach, bit: 2),
      due: CalendarDate(iso8601: due),
      published: published.flatMap { CalendarDate(iso8601: $0) },
      hasOpenVerdict: openVerdict,
      isInConflict: conflict,
      flags: flags.split(separator: " ").compactMap { AttributionFlag(rawValue: String($0)) },
      checkworthiness: checkworthiness
    )
  }
}
