import Foundation
import GRDB

/// Many extracted articles in one SQLite file, made to be asked across.
///
/// It holds no ledger and can be made again from the articles at any time.
public final class CorpusFile: Sendable {
  private let database: DatabaseQueue
  private let path: String

  /// What SQLite files of this kind carry as their `application_id`: the letters TLKC.
  private static let applicationID = 0x544C_4B43

  private init(_ database: DatabaseQueue, path: String) {
    self.database = database
    self.path = path
  }

  /// Opens a corpus, or makes a new one.
  public static func open(at path: String, creating: Bool) throws(CorpusError) -> CorpusFile {
    if !creating, !FileManager.default.fileExists(atPath: path) {
      throw .database(path: path, detail: "there is no such file")
    }
    return try naming(path) {
      let database = try DatabaseQueue(path: path)
      try database.write { db in
        let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
        if tables == 0 { return try db.execute(sql: schema) }
        guard try Int.fetchOne(db, sql: "PRAGMA application_id") == applicationID else {
          throw CorpusError.foreign(path: path)
        }
      }
      return CorpusFile(database, path: path)
    }
  }

  private static let schema = """
    PRAGMA application_id = \(applicationID);
    CREATE TABLE article (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      title TEXT,
      outlet TEXT,
      published TEXT,
      url TEXT,
      language TEXT NOT NULL
    ) STRICT;
    CREATE TABLE statement (
      number INTEGER PRIMARY KEY,
      article INTEGER NOT NULL REFERENCES article (number),
      kind TEXT NOT NULL,
      speaker TEXT,
      mention TEXT NOT NULL,
      text TEXT NOT NULL,
      flags TEXT NOT NULL,
      "group" INTEGER
    ) STRICT;
    CREATE INDEX statementBySpeaker ON statement (speaker) WHERE speaker IS NOT NULL;
    CREATE INDEX statementByGroup ON statement ("group") WHERE "group" IS NOT NULL;
    """

  private static func naming<Value>(
    _ path: String,
    _ body: () throws -> Value
  ) throws(CorpusError) -> Value {
    do {
      return try body()
    } catch let error as CorpusError {
      throw error
    } catch let error as DatabaseError where error.resultCode == .SQLITE_NOTADB {
      throw .foreign(path: path)
    } catch {
      throw .database(path: path, detail: "\(error)")
    }
  }

  // MARK: - In

  /// What became of the lines that were read.
  public struct Intake: Hashable, Sendable, Codable {
    /// Articles that were new.
    public var added = 0
    /// Articles that were there already.
    public var known = 0
    /// Lines that were no articles.
    public var unreadable = 0
    /// Statements of the new articles.
    public var statements = 0
  }

  /// Takes in articles and, line for line, what was found in them; all of them or, where two lines do not fit, none.
  public func add(
    articles: some Sequence<String>,
    claims: some Sequence<String>
  ) throws(CorpusError) -> Intake {
    try Self.naming(path) { [database] in
      try database.write { db in
        var intake = Intake()
        var claims = claims.makeIterator()
        var number = 0
        for input in articles {
          number += 1
          guard let output = claims.next() else { throw CorpusError.line(number, .unevenEnds) }
          do {
            guard let article = try ExtractedArticle(input: input, output: output) else {
              intake.unreadable += 1
              continue
            }
            try Self.insert(article, in: db, &intake)
          } catch let reason as CorpusError.Reason {
            throw CorpusError.line(number, reason)
          }
        }
        if claims.next() != nil { throw CorpusError.line(number + 1, .unevenEnds) }
        return intake
      }
    }
  }

  private static func insert(
    _ article: ExtractedArticle,
    in db: Database,
    _ intake: inout Intake
  ) throws {
    let insertArticle = try db.cachedStatement(
      sql: """
        INSERT INTO article (id, title, outlet, published, url, language) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO NOTHING
        """
    )
    try insertArticle.execute(
      arguments: [
        article.id, article.title, article.outlet, article.published, article.url, article.language,
      ]
    )
    guard db.changesCount == 1 else {
      intake.known += 1
      return
    }
    intake.added += 1
    let number = db.lastInsertedRowID
    let insertStatement = try db.cachedStatement(
      sql: """
        INSERT INTO statement (article, kind, speaker, mention, text, flags) VALUES (?, ?, ?, ?, ?, ?)
        """
    )
    for statement in article.statements {
      intake.statements += 1
      try insertStatement.execute(
        arguments: [
          number, statement.kind, statement.speaker, statement.mention, statement.text,
          statement.flags,
        ]
      )
    }
  }

  /// Puts what says nearly the same into groups, anew; statements of fewer than four words say too little to be told apart.
  ///
  /// Gives the number of groups.
  public func group(_ finder: NearDuplicates) throws(CorpusError) -> Int {
    try Self.naming(path) { [database] in
      try database.write { db in
        var numbers: [Int64] = []
        var statements: [Shingles] = []
        let rows = try Row.fetchCursor(
          db,
          sql: "SELECT number, text FROM statement ORDER BY number"
        )
        while let row = try rows.next() {
          let shingles = Shingles(row[1])
          guard shingles.count >= 3 else { continue }
          numbers.append(row[0])
          statements.append(shingles)
        }
        let groups = finder.groups(statements)
        try db.execute(sql: "UPDATE statement SET \"group\" = NULL WHERE \"group\" IS NOT NULL")
        let update = try db.cachedStatement(
          sql: "UPDATE statement SET \"group\" = ? WHERE number = ?"
        )
        for (group, members) in groups.enumerated() {
          for member in members { try update.execute(arguments: [group + 1, numbers[member]]) }
        }
        return groups.count
      }
    }
  }

  // MARK: - Answers

  /// Who is quoted, the most quoted first.
  public func speakers(limit: Int) throws(CorpusError) -> [QuotedSpeaker] {
    try fetch(
      """
      SELECT speaker, count(*), sum(kind = 'direct'), count(DISTINCT article), count(DISTINCT outlet),
        min(published), max(published)
      FROM statement JOIN article ON article.number = statement.article
      WHERE speaker IS NOT NULL GROUP BY speaker ORDER BY count(*) DESC, speaker LIMIT ?
      """,
      [limit]
    ) { row in
      QuotedSpeaker(
        speaker: row[0],
        statements: row[1],
        direct: row[2],
        articles: row[3],
        outlets: row[4],
        first: row[5],
        last: row[6]
      )
    }
  }

  /// Who is never named, the most quoted first.
  public func unnamed(limit: Int) throws(CorpusError) -> [UnnamedSpeaker] {
    try fetch(
      """
      SELECT lower(mention) AS words, count(*), count(DISTINCT article), count(DISTINCT outlet)
      FROM statement JOIN article ON article.number = statement.article
      WHERE speaker IS NULL AND kind <> 'assertion'
      GROUP BY words ORDER BY count(*) DESC, words LIMIT ?
      """,
      [limit]
    ) { row in
      UnnamedSpeaker(mention: row[0], statements: row[1], articles: row[2], outlets: row[3])
    }
  }

  /// How much each outlet leaves unnamed, the most first.
  public func naming() throws(CorpusError) -> [OutletNaming] {
    try fetch(
      """
      SELECT outlet, count(*), sum(speaker IS NULL)
      FROM statement JOIN article ON article.number = statement.article WHERE kind <> 'assertion'
      GROUP BY outlet ORDER BY sum(speaker IS NULL) * 1.0 / count(*) DESC, outlet
      """,
      []
    ) { row in OutletNaming(outlet: row[0], statements: row[1], unnamed: row[2]) }
  }

  /// Statements that several articles have, those of the most outlets and articles first.
  public func shared(
    speaker: String? = nil,
    outlets: Int = 1,
    limit: Int
  ) throws(CorpusError) -> [SharedStatement] {
    let groups = try fetch(
      """
      SELECT "group", count(DISTINCT article), count(DISTINCT outlet), count(DISTINCT text)
      FROM statement JOIN article ON article.number = statement.article
      WHERE "group" IS NOT NULL GROUP BY "group"
      HAVING count(DISTINCT article) > 1 AND count(DISTINCT coalesce(outlet, '')) >= :outlets
        AND (:speaker IS NULL OR sum(speaker = :speaker) > 0)
      ORDER BY count(DISTINCT outlet) DESC, count(DISTINCT article) DESC, "group" LIMIT :limit
      """,
      ["outlets": outlets, "speaker": speaker, "limit": limit]
    ) { row in (row[0] as Int, row[1] as Int, row[2] as Int, row[3] as Int) }
    var shared: [SharedStatement] = []
    for (group, articles, outlets, tellings) in groups {
      shared.append(
        SharedStatement(
          group: group,
          articles: articles,
          outlets: outlets,
          tellings: tellings,
          appearances: try appearances(of: group)
        )
      )
    }
    return shared
  }

  private func appearances(of group: Int) throws(CorpusError) -> [SharedStatement.Appearance] {
    var first: Shingles?
    return try fetch(
      """
      SELECT id, outlet, url, published, speaker, text
      FROM statement JOIN article ON article.number = statement.article
      WHERE "group" = ? ORDER BY published IS NULL, published, statement.number
      """,
      [group]
    ) { row in
      let shingles = Shingles(row[5])
      let similarity = shingles.similarity(to: first ?? shingles)
      first = first ?? shingles
      return SharedStatement.Appearance(
        article: row[0],
        outlet: row[1],
        url: row[2],
        published: row[3],
        speaker: row[4],
        text: row[5],
        similarity: (similarity * 1000).rounded() / 1000
      )
    }
  }

  private func fetch<Value>(
    _ sql: String,
    _ arguments: StatementArguments,
    _ read: (Row) -> Value
  ) throws(CorpusError) -> [Value] {
    try Self.naming(path) { [database] in
      try database.read { db in try Row.fetchAll(db, sql: sql, arguments: arguments).map(read) }
    }
  }
}
