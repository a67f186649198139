import Foundation
import GRDB

/// Finds letters that may stand anywhere in claims' words or their speakers' names, also inside words.
///
/// An index says for any three letters in which claims they stand (FTS5's trigram tokenizer, `detail=none`: rows and nothing else). A claim
/// that has all threes of what is looked for need not have them in that order, so whoever asks looks at the claim itself as
/// well.
enum ClaimLetters {
  static let table = """
    CREATE VIRTUAL TABLE claimLetters USING fts5 (
      quote, speaker, content = 'claim', tokenize = 'trigram', detail = none
    );
    INSERT INTO claimLetters (claimLetters) VALUES ('rebuild');
    """

  /// Takes out what a claim's row said before; then it is one that is missing here.
  static func remove(_ id: String, _ before: Words, in db: Database) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO claimLetters (claimLetters, rowid, quote, speaker)
        SELECT 'delete', rowid, ?, ? FROM claim WHERE id = ?
        """
    ).execute(arguments: [before.quote, before.speaker, id])
  }

  /// Adds claims that are missing here.
  ///
  /// All with one statement: SQLite has each index of words write down what it holds before another one is touched.
  static func add(_ ids: [String], in db: Database) throws {
    guard !ids.isEmpty else { return }
    try db.cachedStatement(
      sql: """
        INSERT INTO claimLetters (rowid, quote, speaker)
        SELECT rowid, quote, speaker FROM claim WHERE id IN (SELECT value FROM json_each(?))
        """
    ).execute(arguments: [String(decoding: try JSONEncoder().encode(ids), as: UTF8.self)])
  }

  /// Adds all claims that are missing here.
  static func addMissing(in db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO claimLetters (rowid, quote, speaker)
        SELECT rowid, quote, speaker FROM claim WHERE rowid NOT IN (SELECT id FROM claimLetters_docsize)
        """
    )
  }

  /// A claim's words as the index has them.
  struct Words {
    var quote: String
    var speaker: String?
  }

  /// Three letters that stand in fewer claims are rare: it costs less to look at those claims than to look for more letters.
  private static let rare = 4_096
  /// More letters of a long text are not looked for.
  private static let mostThrees = 64

  /// The condition on a claim that it has all the threes of a match.
  static let condition =
    "rowid IN (SELECT rowid FROM claimLetters WHERE claimLetters MATCH ?)"

  /// What to match so that all claims are found in which the texts of a query stand; nil where it takes less to go through the
  /// claims in their order until enough are found, or where the texts are too short.
  static func match(_ query: ClaimQuery, in db: Database) throws -> String? {
    // A document has few claims, and an index of its own.
    guard query.document == nil else { return nil }
    let threes = threes(of: [query.text, query.speaker].compactMap(\.self))
    guard !threes.isEmpty else { return nil }
    let count = try db.cachedStatement(
      sql: """
        SELECT count(*) FROM (SELECT 1 FROM claimLetters WHERE claimLetters MATCH ? LIMIT \(rare))
        """
    )
    func claims(_ match: String) throws -> Int { try Int.fetchOne(count, arguments: [match]) ?? 0 }
    let few = try threes.map { ($0, try claims($0)) }.filter { $0.1 < rare }.sorted { $0.1 < $1.1 }
    // Further ones would leave out little that the rarest have not.
    guard few.isEmpty else { return few.prefix(3).map(\.0).joined(separator: " AND ") }
    let all = threes.joined(separator: " AND ")
    return try claims(all) < rare ? all : nil
  }

  /// All runs of three letters in texts, as the index is asked for them.
  private static func threes(of texts: [String]) -> [String] {
    var threes: [String] = []
    for text in texts {
      // To SQLite a text ends before a zero.
      let letters = Array(text.unicodeScalars.prefix { $0.value != 0 })
      for start in letters.indices.dropLast(2) {
        var three = ""
        three.unicodeScalars.append(contentsOf: letters[start..<(start + 3)])
        three = "\"\(three.replacing("\"", with: "\"\""))\""
        if !threes.contains(three) { threes.append(three) }
        if threes.count == mostThrees { return threes }
      }
    }
    return threes
  }
}
