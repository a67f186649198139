import Foundation

/// A file for one run of the program: what would grow in memory stands in it.
///
/// It loses its name as soon as it is open, so that nothing is left of it but where the program is killed at that very moment.
final class ScratchFile {
  private let handle: FileHandle
  /// The folder, as which the file is named to a person.
  private let path: String
  /// What is not in the file yet.
  private var waiting: [UInt8] = []
  private var written = 0

  /// Makes a file in a folder, which is made where it is missing.
  init(in folder: URL) throws(AuditSiteError) {
    let file = folder.appending(path: ".tilik-\(UUID().uuidString)", directoryHint: .notDirectory)
    path = folder.path
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data().write(to: file)
      handle = try FileHandle(forUpdating: file)
      try FileManager.default.removeItem(at: file)
    } catch {
      throw AuditSiteError(file: path, cause: error)
    }
  }

  /// Adds bytes at the end and gives the place where they begin.
  func append(_ bytes: [UInt8]) throws(AuditSiteError) -> Int {
    let place = written + waiting.count
    waiting += bytes
    if waiting.count >= 1 << 20 { try flush() }
    return place
  }

  /// The bytes of a stretch that was written.
  func read(_ range: Range<Int>) throws(AuditSiteError) -> [UInt8] {
    if range.upperBound > written { try flush() }
    let data = try naming { () throws in
      try handle.seek(toOffset: UInt64(range.lowerBound))
      return try handle.read(upToCount: range.count) ?? Data()
    }
    guard data.count == range.count else {
      throw AuditSiteError(file: path, cause: POSIXError(.EIO))
    }
    return [UInt8](data)
  }

  private func flush() throws(AuditSiteError) {
    try naming { () throws in
      try handle.seek(toOffset: UInt64(written))
      try handle.write(contentsOf: Data(waiting))
    }
    written += waiting.count
    waiting.removeAll(keepingCapacity: true)
  }

  private func naming<Value>(_ work: () throws -> Value) throws(AuditSiteError) -> Value {
    do {
      return try work()
    } catch {
      throw AuditSiteError(file: path, cause: error)
    }
  }
}
