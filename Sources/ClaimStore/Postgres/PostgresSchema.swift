/// The tables of a PostgreSQL store and how they came to be, as SQL that the program or an administrator runs.
public enum PostgresSchema {
  /// A step that the tables went through.
  public struct Migration: Sendable {
    /// Counts the steps from 1.
    public let number: Int
    /// What it is about.
    public let name: String
    let sql: String

    /// The step as one transaction, which also records that it was taken.
    public var script: String {
      """
      BEGIN;
      \(sql)
      INSERT INTO tilik.migration (number, name) VALUES (\(number), '\(name)');
      COMMIT;

      """
    }
  }

  /// All steps, in order.
  public static let migrations = [
    Migration(number: 1, name: "ledger", sql: ledger + derived),
    Migration(number: 2, name: "search", sql: search),
    Migration(number: 3, name: "orders", sql: orders),
    Migration(number: 4, name: "counts", sql: counts),
  ]

  /// What two kinds of role are granted: a desk that works, and a reader that only looks.
  ///
  /// Nobody is granted more.
  ///
  /// A role's name is quoted, so any name is safe in it.
  public static func grants(desk: String?, reader: String?) -> String {
    var lines: [String] = []
    for role in [desk, reader].compactMap({ $0 }).map(quoted) {
      lines.append("GRANT USAGE ON SCHEMA tilik TO \(role);")
      lines.append("GRANT SELECT ON ALL TABLES IN SCHEMA tilik TO \(role);")
      lines.append("GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA tilik TO \(role);")
    }
    if let role = desk.map(quoted) {
      lines.append("GRANT INSERT ON tilik.blob, tilik.document, tilik.event TO \(role);")
      lines.append("GRANT INSERT, UPDATE ON tilik.source, tilik.claim, tilik.search TO \(role);")
      lines.append("GRANT UPDATE ON tilik.ledger TO \(role);")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func quoted(_ name: String) -> String {
    "\"\(name.replacing("\"", with: "\"\""))\""
  }

  /// What is true, bytes, documents and events, of which nothing is ever changed or deleted.
  ///
  /// Names and hashes compare byte by byte (`COLLATE "C"`), whatever the database's language is. The one row of `ledger`
  /// is where writers take turns for the moment that it takes to number and commit their events, so the order of receipt
  /// has no gaps, and no event appears before one that was already seen.
  private static let ledger = """
    CREATE SCHEMA IF NOT EXISTS tilik;
    REVOKE ALL ON SCHEMA tilik FROM PUBLIC;
    CREATE TABLE tilik.migration (
      number integer PRIMARY KEY,
      name text NOT NULL,
      applied timestamptz NOT NULL DEFAULT now()
    );

    CREATE TABLE tilik.blob (
      arrival bigint GENERATED ALWAYS AS IDENTITY,
      hash text COLLATE "C" PRIMARY KEY,
      bytes bytea NOT NULL
    );

    CREATE TABLE tilik.document (
      arrival bigint GENERATED ALWAYS AS IDENTITY,
      id text COLLATE "C" PRIMARY KEY,
      article text COLLATE "C" NOT NULL,
      version integer NOT NULL,
      origin text NOT NULL,
      title text,
      outlet text,
      published text,
      language text NOT NULL,
      url text,
      raw_hash text COLLATE "C" NOT NULL REFERENCES tilik.blob (hash),
      text_hash text COLLATE "C" NOT NULL UNIQUE REFERENCES tilik.blob (hash),
      details text NOT NULL,
      added_by text NOT NULL,
      added_at text NOT NULL,
      UNIQUE (article, version)
    );
    CREATE INDEX document_by_url ON tilik.document (md5(url));
    CREATE INDEX document_by_title ON tilik.document (md5(title));
    CREATE INDEX document_by_origin ON tilik.document (md5(origin));

    CREATE TABLE tilik.event (
      seq bigint PRIMARY KEY CHECK (seq > 0),
      id text COLLATE "C" NOT NULL UNIQUE,
      claim text COLLATE "C" NOT NULL,
      canonical text NOT NULL,
      signature text
    );
    CREATE INDEX event_by_claim ON tilik.event (claim, seq);

    CREATE TABLE tilik.source (
      id text COLLATE "C" PRIMARY KEY,
      item text NOT NULL,
      copy text COLLATE "C" REFERENCES tilik.blob (hash)
    );

    CREATE TABLE tilik.ledger (
      one boolean PRIMARY KEY DEFAULT true CHECK (one),
      events bigint NOT NULL DEFAULT 0,
      entries bigint NOT NULL DEFAULT 0,
      words bigint NOT NULL DEFAULT 0
    );
    INSERT INTO tilik.ledger DEFAULT VALUES;

    CREATE FUNCTION tilik.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME
        USING ERRCODE = 'integrity_constraint_violation';
    END $$;
    CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON tilik.event
      FOR EACH STATEMENT EXECUTE FUNCTION tilik.refuse();
    CREATE TRIGGER never_changed BEFORE UPDATE OR TRUNCATE ON tilik.document
      FOR EACH STATEMENT EXECUTE FUNCTION tilik.refuse();
    CREATE TRIGGER never_changed BEFORE UPDATE OR TRUNCATE ON tilik.blob
      FOR EACH STATEMENT EXECUTE FUNCTION tilik.refuse();
    """

  /// What follows from the ledger and is kept for speed; `tilik verify` derives it again and compares.
  ///
  /// The columns have the names of the list entry's properties, as which they are read and written.
  private static let derived = """


    CREATE TABLE tilik.claim (
      id text COLLATE "C" PRIMARY KEY,
      document text COLLATE "C" NOT NULL REFERENCES tilik.document (id),
      start integer NOT NULL,
      kind text NOT NULL,
      quote text NOT NULL,
      speaker text,
      state text NOT NULL,
      rating text,
      owner text,
      priority text,
      urgency integer NOT NULL,
      harm integer NOT NULL,
      reach integer NOT NULL,
      said integer NOT NULL,
      due text COLLATE "C" NOT NULL,
      published text COLLATE "C",
      "openVerdict" boolean NOT NULL,
      conflict boolean NOT NULL,
      flags text NOT NULL,
      checkworthiness double precision NOT NULL,
      heads text NOT NULL
    );
    CREATE INDEX claim_by_document ON tilik.claim (document, start, id);
    CREATE INDEX claim_by_state ON tilik.claim
      (state, urgency, harm, reach, due, checkworthiness DESC, id);
    CREATE INDEX claim_by_urgency ON tilik.claim
      (urgency, harm, reach, due, checkworthiness DESC, id);
    CREATE INDEX claim_by_owner ON tilik.claim (owner, state) WHERE owner IS NOT NULL;
    CREATE INDEX claim_by_rating ON tilik.claim (rating) WHERE rating IS NOT NULL;
    CREATE INDEX claim_by_due ON tilik.claim (due) WHERE due <> '~';
    CREATE INDEX claim_by_published ON tilik.claim (published) WHERE published IS NOT NULL;
    CREATE INDEX claim_with_flags ON tilik.claim (document, start, id) WHERE flags <> '';
    CREATE INDEX claim_in_conflict ON tilik.claim (document, start, id) WHERE conflict;
    """

  /// The orders of `tilik queue`: what is equally urgent comes as it stands in the articles.
  private static let orders = """
    DROP INDEX tilik.claim_by_state, tilik.claim_by_urgency;
    CREATE INDEX claim_by_state ON tilik.claim
      (state, urgency, harm, reach, due, checkworthiness DESC, document, start, id);
    CREATE INDEX claim_by_urgency ON tilik.claim
      (urgency, harm, reach, due, checkworthiness DESC, document, start, id);
    """

  /// Words as the program splits them, the same as SQLite's, with their places.
  ///
  /// Those of the title have weight A, those of the body none. So PostgreSQL's own text search finds, and the same numbers rank (``PostgresSearch``).
  ///
  /// What counted a phrase's uses is now part of the query (``counts``).
  private static let search = """
    CREATE TABLE tilik.search (
      kind text COLLATE "C" NOT NULL,
      ref text COLLATE "C" NOT NULL,
      places tsvector NOT NULL,
      words integer NOT NULL,
      PRIMARY KEY (kind, ref)
    );
    CREATE INDEX search_by_words ON tilik.search USING gin (places);

    CREATE FUNCTION tilik.occurrences(places tsvector, word text) RETURNS double precision
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
      SELECT coalesce(sum(CASE weight WHEN 'A' THEN 4 ELSE 1 END), 0)::double precision
      FROM unnest(places) AS entry (lexeme, positions, weights), unnest(weights) AS weight
      WHERE starts_with(lexeme, word)
    $$;
    CREATE FUNCTION tilik.occurrences(places tsvector, before text[], word text) RETURNS double precision
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
      WITH place AS MATERIALIZED (
        SELECT lexeme, position, weight
        FROM unnest(places) AS entry (lexeme, positions, weights),
          unnest(positions, weights) AS place (position, weight)
        WHERE lexeme = ANY (before) OR starts_with(lexeme, word)
      )
      SELECT coalesce(sum(CASE weight WHEN 'A' THEN 4 ELSE 1 END), 0)::double precision
      FROM place AS last
      WHERE starts_with(lexeme, word) AND NOT EXISTS (
        SELECT FROM unnest(before) WITH ORDINALITY AS earlier (lexeme, number)
        WHERE NOT EXISTS (
          SELECT FROM place
          WHERE place.lexeme = earlier.lexeme
            AND place.position = last.position - (cardinality(before) + 1 - earlier.number)
        )
      )
    $$;
    """

  /// Counting inside the query is faster than these functions were.
  private static let counts = """
    DROP FUNCTION tilik.occurrences(tsvector, text);
    DROP FUNCTION tilik.occurrences(tsvector, text[], text);
    """
}
