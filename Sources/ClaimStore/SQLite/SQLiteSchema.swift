import ClaimModel
import GRDB
import ReviewWorkflow

/// The tables of a SQLite store and how they came to be.
enum SQLiteSchema {
  /// What SQLite files of Tilik carry as their `application_id`: the letters TILK.
  static let applicationID = 0x5449_4C4B

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 ledger") { db in
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      try db.execute(sql: ledger)
      try db.execute(sql: search)
    }
    // What this step once made is made anew by the next one.
    migrator.registerMigration("2 queue") { _ in }
    migrator.registerMigration("3 lists") { db in
      try db.execute(sql: "DROP TABLE IF EXISTS claim")
      try db.execute(sql: derived)
      let claims = try String.fetchAll(db, sql: "SELECT DISTINCT claim FROM event ORDER BY claim")
      for id in claims {
        let history = try SQLiteStore.history(of: ClaimID(rawValue: id), in: db)
        try ClaimRow(ReviewedClaim(history: history)).write(over: nil, in: db)
      }
    }
    migrator.registerMigration("4 letters") { db in
      try db.execute(sql: orders)
      try db.execute(sql: ClaimLetters.table)
    }
    return migrator
  }

  /// Whether events and the list stand in the tables that Tilik made, and not in others of the same names.
  static func isOriginal(_ db: Database) throws -> Bool {
    let select =
      "SELECT type, name, sql FROM sqlite_schema WHERE name IN ('event', 'claim') ORDER BY name"
    let model = try DatabaseQueue()
    try migrator.migrate(model)
    return try Row.fetchAll(db, sql: select) == model.read { try Row.fetchAll($0, sql: select) }
  }

  /// What is true, bytes, documents and events, of which nothing is ever changed or deleted.
  private static let ledger = """
    CREATE TABLE blob (
      hash TEXT PRIMARY KEY NOT NULL,
      bytes BLOB NOT NULL
    ) STRICT;

    CREATE TABLE document (
      id TEXT PRIMARY KEY NOT NULL,
      article TEXT NOT NULL,
      version INTEGER NOT NULL,
      origin TEXT NOT NULL,
      title TEXT,
      outlet TEXT,
      published TEXT,
      language TEXT NOT NULL,
      url TEXT,
      rawHash TEXT NOT NULL REFERENCES blob (hash),
      textHash TEXT NOT NULL UNIQUE REFERENCES blob (hash),
      details TEXT NOT NULL,
      addedBy TEXT NOT NULL,
      addedAt TEXT NOT NULL,
      UNIQUE (article, version)
    ) STRICT;
    CREATE INDEX documentByURL ON document (url);
    CREATE INDEX documentByTitle ON document (title);
    CREATE INDEX documentByOrigin ON document (origin);

    CREATE TABLE event (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      claim TEXT NOT NULL,
      canonical TEXT NOT NULL,
      signature TEXT
    ) STRICT;
    CREATE INDEX eventByClaim ON event (claim, seq);

    CREATE TRIGGER eventIsNeverChanged BEFORE UPDATE ON event
    BEGIN SELECT RAISE (ABORT, 'events are never changed'); END;
    CREATE TRIGGER eventIsNeverDeleted BEFORE DELETE ON event
    BEGIN SELECT RAISE (ABORT, 'events are never deleted'); END;
    CREATE TRIGGER documentIsNeverChanged BEFORE UPDATE ON document
    BEGIN SELECT RAISE (ABORT, 'documents are never changed'); END;
    CREATE TRIGGER blobIsNeverChanged BEFORE UPDATE ON blob
    BEGIN SELECT RAISE (ABORT, 'stored bytes are never changed'); END;

    CREATE TABLE source (
      id TEXT PRIMARY KEY NOT NULL,
      item TEXT NOT NULL,
      text TEXT
    ) STRICT;
    """

  /// What follows from the ledger and is kept for speed; `tilik verify` derives it again and compares.
  ///
  /// Each index is made for one filter of `tilik list` or order of `tilik queue`.
  private static let derived = """
    CREATE TABLE claim (
      id TEXT PRIMARY KEY NOT NULL,
      document TEXT NOT NULL REFERENCES document (id),
      start INTEGER NOT NULL,
      kind TEXT NOT NULL,
      quote TEXT NOT NULL,
      speaker TEXT,
      state TEXT NOT NULL,
      rating TEXT,
      owner TEXT,
      priority TEXT,
      urgency INTEGER NOT NULL,
      harm INTEGER NOT NULL,
      reach INTEGER NOT NULL,
      said INTEGER NOT NULL,
      due TEXT NOT NULL,
      published TEXT,
      openVerdict INTEGER NOT NULL,
      conflict INTEGER NOT NULL,
      flags TEXT NOT NULL,
      checkworthiness REAL NOT NULL,
      heads TEXT NOT NULL
    ) STRICT;
    CREATE INDEX claimByDocument ON claim (document, start, id);
    CREATE INDEX claimByStateInText ON claim (state, document, start, id);
    CREATE INDEX claimByOwnerInText ON claim (owner, document, start, id) WHERE owner IS NOT NULL;
    CREATE INDEX claimByRating ON claim (rating) WHERE rating IS NOT NULL;
    CREATE INDEX claimByDue ON claim (due) WHERE due <> '~';
    CREATE INDEX claimByPublished ON claim (published) WHERE published IS NOT NULL;
    CREATE INDEX claimWithFlags ON claim (document, start, id) WHERE flags <> '';
    CREATE INDEX claimInConflict ON claim (document, start, id) WHERE conflict = 1;
    """

  /// The orders of `tilik queue`: what is equally urgent comes as it stands in the articles, so that claims which are worked on
  /// together stand together here as well, and few pages of the file change with them.
  private static let orders = """
    DROP INDEX IF EXISTS claimByState;
    CREATE INDEX claimByState ON claim
      (state, urgency, harm, reach, due, checkworthiness DESC, document, start, id);
    DROP INDEX IF EXISTS claimByUrgency;
    CREATE INDEX claimByUrgency ON claim (urgency, harm, reach, due, checkworthiness DESC, document, start, id);
    DROP INDEX IF EXISTS claimByOwner;
    CREATE INDEX claimByOwner ON claim
      (owner, state, urgency, harm, reach, due, checkworthiness DESC, document, start, id)
      WHERE owner IS NOT NULL;
    DROP INDEX IF EXISTS claimInConflictByUrgency;
    CREATE INDEX claimInConflictByUrgency ON claim
      (urgency, harm, reach, due, checkworthiness DESC, document, start, id)
      WHERE conflict = 1;
    """

  /// `kind` and `ref` say what a row is; `title` and `body` are searched.
  static let search = """
    CREATE VIRTUAL TABLE search USING fts5 (
      kind UNINDEXED, ref UNINDEXED, title, body,
      tokenize = "unicode61 remove_diacritics 2"
    );
    """
}
