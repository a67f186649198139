import ClaimStore
import Foundation

extension StoreAddress {
  /// Opens the store, with what this build of Tilik has.
  func open(creating: Bool = false) throws -> any LedgerStore {
    switch self {
    case .file(let path):
      let files = FileManager.default
      if files.fileExists(atPath: path), !files.isReadableFile(atPath: path) {
        throw Failure(.badInput, FileWording.text(EACCES, path: path))
      }
      return creating ? try SQLiteStore.create(at: path) : try SQLiteStore.open(at: path)
    case .server:
      #if Postgres
        return try PostgresStore.open(at: self, creating: creating)
      #else
        throw Failure(
          .usage,
          say(
            "\(self): this Tilik was built without PostgreSQL; `swift build -c release --traits Postgres` builds one with it",
            "\(self): Tilik ini dibangun tanpa PostgreSQL; bangun dengan `swift build -c release --traits Postgres`"
          )
        )
      #endif
    }
  }

  /// An address that somebody typed: a server's, a ledger's file, or a workspace.
  static func typed(_ text: String) throws -> StoreAddress {
    let address = StoreAddress(text)
    guard case .file(let path) = address else { return address }
    var isFolder: ObjCBool = false
    _ = unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    guard isFolder.boolValue else { return address }
    let workspace = Workspace(folder: URL(filePath: path).standardizedFileURL)
    return try workspace.address(workspace.settings())
  }
}
