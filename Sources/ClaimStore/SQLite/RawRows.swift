import GRDB
import GRDBSQLite

/// The rows of a statement as they lie in SQLite's memory: bytes are looked at, not copied.
struct RawRows {
  private let statement: Statement

  init(_ sql: String, in db: Database) throws {
    statement = try db.makeStatement(sql: sql)
  }

  /// Begins anew with other arguments.
  func begin(_ arguments: StatementArguments) throws {
    unsafe sqlite3_reset(statement.sqliteStatement)
    try statement.setArguments(arguments)
  }

  /// Goes to the next row; false where there is none.
  func next() throws -> Bool {
    switch unsafe sqlite3_step(statement.sqliteStatement) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw DatabaseError(resultCode: ResultCode(rawValue: code))
    }
  }

  /// Lets a column's bytes be looked at; there are none where it is NULL.
  func withBytes<Value>(_ column: Int32, _ body: (Span<UInt8>) throws -> Value) rethrows -> Value {
    let start = unsafe sqlite3_column_blob(statement.sqliteStatement, column)
    let count = unsafe Int(sqlite3_column_bytes(statement.sqliteStatement, column))
    let bytes = unsafe UnsafeBufferPointer(
      start: start?.assumingMemoryBound(to: UInt8.self),
      count: start == nil ? 0 : count
    )
    return try unsafe body(bytes.span)
  }

  /// A column's text; nil where it is not UTF-8.
  func text(_ column: Int32) -> String? { withBytes(column) { String(validating: $0) } }

  func isNull(_ column: Int32) -> Bool { kind(column) == SQLITE_NULL }

  /// SQLite's number for what kind of value a column has.
  func kind(_ column: Int32) -> Int32 {
    unsafe sqlite3_column_type(statement.sqliteStatement, column)
  }

  func integer(_ column: Int32) -> Int64 {
    unsafe sqlite3_column_int64(statement.sqliteStatement, column)
  }

  func real(_ column: Int32) -> Double {
    unsafe sqlite3_column_double(statement.sqliteStatement, column)
  }
}

extension String {
  /// The text that bytes are; nil where they are not UTF-8.
  init?(validating bytes: Span<UInt8>) {
    let text = unsafe bytes.withUnsafeBufferPointer { unsafe String(validating: $0, as: UTF8.self) }
    guard let text else { return nil }
    self = text
  }
}
