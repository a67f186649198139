#if Postgres
  import CLibPQ
  import Glibc

  /// A connection to a server; all of libpq is in this file.
  @safe
  final class PostgresConnection {
    /// A statement's parameter.
    enum Value {
      case null
      case text(String)
      case bytes([UInt8])
      case number(Int)
    }

    /// The rows of an answer, as text; nil is SQL's null.
    typealias Row = [String?]

    private let handle: OpaquePointer
    /// The names of the statements that the server has prepared, by their text.
    private var prepared: [String: String] = [:]

    /// Connects.
    ///
    /// `address` is a connection URI or string as libpq reads it; what it leaves open comes from libpq's environment
    /// variables and password file.
    init(to address: String) throws(PostgresError) {
      // Those after `dbname` would overrule what the address says; those before it are defaults.
      let words = ["connect_timeout", "fallback_application_name", "dbname"]
      let values = ["10", "tilik", address]
      let opened = unsafe Self.withCStrings(words) { names in
        unsafe Self.withCStrings(values) { values in unsafe PQconnectdbParams(names, values, 1) }
      }
      guard let opened = unsafe opened else {
        throw PostgresError(state: "", message: "out of memory", isLost: true)
      }
      unsafe handle = unsafe opened
      // Notices are for a person at psql.
      unsafe PQsetNoticeProcessor(handle, { _, _ in }, nil)
      guard unsafe PQstatus(handle) == CONNECTION_OK else { throw failure() }
    }

    deinit { unsafe PQfinish(handle) }

    /// Runs statements without parameters, separated by semicolons, and gives the rows of the last one.
    @discardableResult
    func run(_ statements: String) throws(PostgresError) -> [Row] {
      let result = unsafe PQexec(handle, statements)
      defer { unsafe PQclear(result) }
      try unsafe check(result)
      return unsafe rows(of: result)
    }

    /// Runs one statement and gives all its rows.
    @discardableResult
    func query(_ statement: String, _ values: [Value] = []) throws(PostgresError) -> [Row] {
      let name = try prepare(statement)
      let result = unsafe Self.withParameters(values) { pointers, lengths, formats in
        unsafe PQexecPrepared(handle, name, Int32(values.count), pointers, lengths, formats, 0)
      }
      defer { unsafe PQclear(result) }
      try unsafe check(result)
      return unsafe rows(of: result)
    }

    /// Hands over the rows of a statement, some at a time, so that memory does not grow with the answer.
    ///
    /// It has to be called inside a transaction.
    func each(_ statement: String, _ body: (Row) throws -> Void) throws {
      try run("DECLARE walk NO SCROLL CURSOR FOR \(statement)")
      while true {
        let rows = try run("FETCH 200 FROM walk")
        if rows.isEmpty { break }
        for row in rows { try body(row) }
      }
      try run("CLOSE walk")
    }

    /// Waits until somebody notifies a channel that this connection listens to, at most so long; says whether somebody did.
    func waitForNotice(milliseconds: Int) throws(PostgresError) -> Bool {
      if takeNotices() { return true }
      var descriptor = pollfd(fd: unsafe PQsocket(handle), events: Int16(POLLIN), revents: 0)
      guard unsafe poll(&descriptor, 1, Int32(clamping: milliseconds)) > 0 else { return false }
      guard unsafe PQconsumeInput(handle) == 1 else { throw failure() }
      return takeNotices()
    }

    /// Whether a transaction was begun and not ended.
    var isInTransaction: Bool { unsafe PQtransactionStatus(handle) != PQTRANS_IDLE }

    private func takeNotices() -> Bool {
      var any = false
      while let notice = unsafe PQnotifies(handle) {
        unsafe PQfreemem(notice)
        any = true
      }
      return any
    }

    // MARK: - Answers

    private func rows(of result: OpaquePointer?) -> [Row] {
      unsafe (0..<PQntuples(result)).map { row in
        unsafe (0..<PQnfields(result)).map { column in
          guard unsafe PQgetisnull(result, row, column) == 0,
            let value = unsafe PQgetvalue(result, row, column)
          else { return nil }
          return unsafe String(cString: value)
        }
      }
    }

    private func check(_ result: OpaquePointer?) throws(PostgresError) {
      switch unsafe PQresultStatus(result) {
      case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: return
      default: throw unsafe failure(result)
      }
    }

    /// What the library says against a connection.
    private func failure() -> PostgresError { unsafe failure(nil) }

    private func failure(_ result: OpaquePointer?) -> PostgresError {
      // The character that names the SQLSTATE field (PG_DIAG_SQLSTATE), and that of the message (PG_DIAG_MESSAGE_PRIMARY).
      let state = unsafe PQresultErrorField(result, Int32(UInt8(ascii: "C"))).map {
        unsafe String(cString: $0)
      }
      let primary = unsafe PQresultErrorField(result, Int32(UInt8(ascii: "M"))).map {
        unsafe String(cString: $0)
      }
      let whole = unsafe String(cString: PQerrorMessage(handle))
      let message = (primary ?? whole).split(whereSeparator: \.isNewline).map {
        $0.drop(while: \.isWhitespace)
      }.joined(separator: " ")
      return PostgresError(
        state: state ?? "",
        message: message,
        // What has no SQLSTATE did not come from the server, but from the way to it.
        isLost: unsafe state == nil || PQstatus(handle) != CONNECTION_OK
      )
    }

    // MARK: - Statements and parameters

    /// Prepares a statement once per connection: the server then parses and plans it once.
    private func prepare(_ statement: String) throws(PostgresError) -> String {
      if let name = prepared[statement] { return name }
      let name = "s\(prepared.count)"
      let result = unsafe PQprepare(handle, name, statement, 0, nil)
      defer { unsafe PQclear(result) }
      try unsafe check(result)
      prepared[statement] = name
      return name
    }

    private static func withParameters<Result>(
      _ values: [Value],
      _ body: (
        UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?
      ) -> Result
    ) -> Result {
      var bytes: [UInt8] = []
      var places: [(offset: Int, length: Int)?] = []
      var formats: [Int32] = []
      for value in values {
        let start = bytes.count
        switch value {
        case .null:
          places.append(nil)
          formats.append(0)
          continue
        case .bytes(let binary):
          bytes += binary
          formats.append(1)
        case .text(let text):
          // PostgreSQL keeps every character but this one.
          bytes +=
            text.utf8.contains(0)
            ? Array(text.replacing("\0", with: "\u{FFFD}").utf8) : Array(text.utf8)
          formats.append(0)
        case .number(let number):
          bytes += String(number).utf8
          formats.append(0)
        }
        places.append((start, bytes.count - start))
        bytes.append(0)
      }
      let lengths = places.map { Int32(clamping: $0?.length ?? 0) }
      return unsafe bytes.withUnsafeBytes { whole in
        let base = unsafe whole.baseAddress?.assumingMemoryBound(to: CChar.self)
        let pointers = unsafe places.map { place in
          unsafe place.flatMap { place in unsafe base.map { unsafe $0 + place.offset } }
        }
        return unsafe body(pointers, lengths, formats)
      }
    }

    /// Hands over words as a C array of C strings that ends with a null pointer.
    private static func withCStrings<Result>(
      _ words: [String],
      _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Result
    ) -> Result {
      let copies = unsafe words.map { unsafe strdup($0) }
      defer { unsafe copies.forEach { unsafe free($0) } }
      let pointers = unsafe copies.map { unsafe $0.map { unsafe UnsafePointer($0) } } + [nil]
      return unsafe body(pointers)
    }
  }
#endif
