import ClaimModel
import Crypto
import Foundation

/// A file of a site on its way to the disk, piece by piece, for what is too long to be held in memory.
///
/// It is written beside its place and then renamed; where its bytes are those that are there already, it is not. Each run
/// writes under names of its own.
final class PageFile {
  private let name: String
  private let url: URL
  private let draft: URL
  private let handle: FileHandle
  private var waiting: [UInt8] = []
  private var length = 0
  private var hash = SHA256()

  /// Begins a file, whose folder is there; its name is that from the site's folder.
  init(_ url: URL, name: String) throws(AuditSiteError) {
    self.url = url
    self.name = name
    let folder = url.deletingLastPathComponent()
    draft = folder.appending(
      path: ".\(url.lastPathComponent).\(UUID().uuidString)\(Self.suffix)",
      directoryHint: .notDirectory
    )
    do {
      try Data().write(to: draft)
      handle = try FileHandle(forWritingTo: draft)
    } catch {
      throw AuditSiteError(file: url.path, cause: error)
    }
    // Nobody else waits for it: the lock only says that somebody is writing.
    _ = flock(handle.fileDescriptor, LOCK_EX | LOCK_NB)
  }

  /// What is not in its place goes, whatever kept it from getting there.
  deinit { try? FileManager.default.removeItem(at: draft) }

  private static let suffix = ".part"

  /// Removes the drafts that runs that were killed have left in a folder, and nothing that somebody else may have put there.
  static func removeDrafts(in folder: URL) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    for name in names
    where name.hasPrefix(".") && name.hasSuffix(suffix)
      && UUID(uuidString: String(name.dropLast(suffix.count).suffix(36))) != nil
    {
      let draft = folder.appending(path: name, directoryHint: .notDirectory)
      guard let handle = try? FileHandle(forReadingFrom: draft) else { continue }
      defer { try? handle.close() }
      if flock(handle.fileDescriptor, LOCK_EX | LOCK_NB) == 0 {
        try? FileManager.default.removeItem(at: draft)
      }
    }
  }

  /// Adds bytes.
  func append(_ bytes: [UInt8]) throws(AuditSiteError) {
    waiting += bytes
    if waiting.count >= 1 << 20 { try flush() }
  }

  /// Adds the line that names the hash of all before it.
  func appendSeal() throws(AuditSiteError) {
    try flush()
    let seal = Seal.lastLine(ContentHash(bytes: hash.finalize()))
    try append(seal.bytes)
  }

  /// Puts the file in its place.
  func finish() throws(AuditSiteError) -> WrittenFile {
    try flush()
    let isChanged = try naming { () throws in
      if try isThere() { return false }
      // Takes the place of what is there in one step.
      guard unsafe rename(draft.path, url.path) == 0 else {
        throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
      }
      return true
    }
    return WrittenFile(name: name, url: url, bytes: length, isChanged: isChanged)
  }

  /// Whether the same bytes stand in the file's place already.
  private func isThere() throws -> Bool {
    guard let old = try? FileHandle(forReadingFrom: url) else { return false }
    defer { try? old.close() }
    guard try old.seekToEnd() == UInt64(length) else { return false }
    try old.seek(toOffset: 0)
    let new = try FileHandle(forReadingFrom: draft)
    defer { try? new.close() }
    while true {
      let pieces = (try old.read(upToCount: 1 << 20), try new.read(upToCount: 1 << 20))
      guard pieces.0 == pieces.1 else { return false }
      if pieces.0?.isEmpty ?? true { return true }
    }
  }

  private func flush() throws(AuditSiteError) {
    try naming { () throws in try handle.write(contentsOf: Data(waiting)) }
    hash.update(data: waiting)
    length += waiting.count
    waiting.removeAll(keepingCapacity: true)
  }

  private func naming<Value>(_ work: () throws -> Value) throws(AuditSiteError) -> Value {
    do {
      return try work()
    } catch {
      throw AuditSiteError(file: url.path, cause: error)
    }
  }
}
