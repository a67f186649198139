import ClaimModel
import GRDB
import ReviewWorkflow

/// A claim's row in the table that lists are made from; it follows from the claim's events.
struct ClaimRow: Codable, Equatable, FetchableRecord, PersistableRecord {
  static let databaseTableName = "claim"

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
  /// 0 for high, 1 for normal and untriaged, 2 for low: what the queue is ordered by.
  var urgency: Int
  var flags: String
  var checkworthiness: Double
  var heads: String

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
    flags = claim.flags.map(\.rawValue).joined(separator: " ")
    // As the ledger writes it, in thousandths.
    checkworthiness = (claim.checkworthiness * 1000).rounded() / 1000
    heads = reviewed.heads.map(\.hex).joined(separator: " ")
  }

  /// Writes the row that follows from a claim's events, and its entry in the search index.
  static func derive(_ reviewed: ReviewedClaim, in db: Database) throws {
    let row = ClaimRow(reviewed)
    let before = try ClaimRow.fetchOne(db, key: row.id)
    try row.upsert(db)
    guard before?.quote != row.quote || before?.speaker != row.speaker else { return }
    try SearchRow.replace(
      .claim,
      ref: row.id,
      title: row.speaker ?? "",
      body: row.quote,
      isNew: before == nil,
      in: db
    )
  }

  static func heads(of claim: ClaimID, in db: Database) throws -> [ContentHash] {
    let heads = try String.fetchOne(
      db,
      sql: "SELECT heads FROM claim WHERE id = ?",
      arguments: [claim.rawValue]
    )
    return (heads ?? "").split(separator: " ").compactMap { ContentHash(hex: $0) }
  }

  static func fetch(_ query: ClaimQuery, in db: Database) throws -> [ClaimSummary] {
    var conditions: [String] = []
    var arguments: [any DatabaseValueConvertible] = []
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
    add("speaker LIKE ? ESCAPE '\\'", query.speaker.map(pattern))
    add("quote LIKE ? ESCAPE '\\'", query.text.map(pattern))
    add("instr(' ' || flags || ' ', ?) > 0", query.flag.map { " \($0.rawValue) " })
    let condition = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
    let order: String
    switch query.order {
    case .text: order = "document, start, id"
    case .queue: order = "urgency, checkworthiness DESC, id"
    }
    let limit = query.limit.map { "LIMIT \($0)" } ?? ""
    return try ClaimRow.fetchAll(
      db,
      sql: "SELECT * FROM claim \(condition) ORDER BY \(order) \(limit)",
      arguments: StatementArguments(arguments)
    ).compactMap(\.summary)
  }

  /// A LIKE pattern for text that has these letters in it.
  private static func pattern(_ letters: String) -> String {
    var escaped = ""
    for character in letters {
      if "%_\\".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    return "%\(escaped)%"
  }

  private var summary: ClaimSummary? {
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
      flags: flags.split(separator: " ").compactMap { AttributionFlag(rawValue: String($0)) },
      checkworthiness: checkworthiness
    )
  }
}
