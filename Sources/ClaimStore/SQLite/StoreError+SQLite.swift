import GRDB
import ReviewWorkflow

extension StoreError {
  /// Runs `body` and words what the database says against it in Tilik's terms.
  static func naming<Value>(
    _ path: String,
    _ body: () throws -> Value
  ) throws(StoreError) -> Value {
    do {
      return try body()
    } catch let error as StoreError {
      throw error
    } catch let fault as LedgerFault {
      throw StoreError.damagedEvent(filedAs: "", fault)
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    } catch {
      throw StoreError.other(path: path, detail: "\(error)")
    }
  }

  private init(_ error: DatabaseError, path: String) {
    let detail = error.message ?? "\(error.resultCode)"
    switch error.resultCode {
    case .SQLITE_NOTADB: self = .foreign(path: path)
    case .SQLITE_CORRUPT: self = .corrupt(path: path, detail: detail)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
    case .SQLITE_FULL: self = .full(path: path)
    case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM: self = .readOnly(path: path)
    case .SQLITE_IOERR: self = .full(path: path)
    default: self = .other(path: path, detail: detail)
    }
  }
}
