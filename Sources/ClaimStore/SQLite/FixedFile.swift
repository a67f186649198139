import Foundation

/// A ledger's file that nobody has open, in a folder that cannot be written.
///
/// SQLite reads such a file only when it is told that it does not change. It may change all the same, by the hand of somebody who
/// can write there: so whoever reads asks afterwards whether it is still what it was.
struct FixedFile {
  private let path: String
  private let state: State

  /// What changes when a file is written.
  private struct State: Equatable {
    var size: Int
    var seconds: Int
    var nanoseconds: Int
    var number: UInt64

    init?(_ path: String) {
      var found = stat()
      guard unsafe stat(path, &found) == 0 else { return nil }
      size = Int(found.st_size)
      seconds = Int(found.st_mtim.tv_sec)
      nanoseconds = Int(found.st_mtim.tv_nsec)
      number = UInt64(found.st_ino)
    }
  }

  /// Looks at a file; nil where its folder can be written, or where what was written last still waits in the log beside it.
  init?(path: String) {
    let folder = URL(filePath: path).deletingLastPathComponent().path
    guard unsafe access(folder, W_OK) != 0, let state = State(path), !Self.hasLog(path) else {
      return nil
    }
    self.path = path
    self.state = state
  }

  /// The file's address, as SQLite reads what does not change.
  var address: String { URL(filePath: path).absoluteString + "?immutable=1" }

  /// Throws ``StoreError/busy(path:)`` where somebody has written since: what was read is not to be believed.
  func check() throws(StoreError) {
    guard State(path) == state, !Self.hasLog(path) else { throw StoreError.busy(path: path) }
  }

  private static func hasLog(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path + "-wal")
  }
}
