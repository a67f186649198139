public import ClaimModel
import Crypto
public import Foundation

/// The snapshots of a desk: WARC files named by their hashes in one folder, and a list of what was captured when.
///
/// A file is written beside its place and moved there when it is complete, and the list grows by whole lines; so whatever
/// stops the program leaves nothing half-written. Nothing is ever overwritten.
public struct SnapshotArchive: Sendable {
  /// The folder.
  public let folder: URL
  /// Everything that was captured, oldest first.
  public private(set) var captures: [SourceCapture]
  /// Where bytes that are here already are found again.
  private var known: [ContentHash: Snapshot.PayloadReference] = [:]

  /// What can be wrong with an archive.
  public enum Fault: Error, Hashable, Sendable {
    /// A file that the list names is not there.
    case missing(path: String)
    /// A file does not have the hash that names it.
    case changed(path: String)
    /// A line of the list is not what Tilik wrote.
    case badLine(path: String, line: Int)
    /// The file system refused, and why.
    case refused(path: String, cause: NSError)
  }

  /// Opens the archive in a folder; the folder is made with the first snapshot.
  public init(folder: URL) throws(Fault) {
    self.folder = folder
    captures = []
    let list = Self.list(folder)
    guard FileManager.default.fileExists(atPath: list.path) else { return }
    let bytes: [UInt8]
    do {
      bytes = Array(try Data(contentsOf: list))
    } catch {
      throw .refused(path: list.path, cause: error as NSError)
    }
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty {
      guard let capture = try? JSONDecoder().decode(SourceCapture.self, from: Data(line)) else {
        // The last line can have been cut off by a full disk; it was never a capture, and the next one replaces it.
        if index == lines.count - 1 { continue }
        throw .badLine(path: list.path, line: index + 1)
      }
      remember(capture)
    }
    inOrder()
  }

  private static func list(_ folder: URL) -> URL { folder.appending(path: "captures.jsonl") }

  private mutating func remember(_ capture: SourceCapture) {
    captures.append(capture)
    known[capture.payload] =
      known[capture.payload]
      ?? .init(record: capture.record, url: capture.url, date: capture.date)
  }

  /// Puts what another desk captured earlier before what this one did later.
  private mutating func inOrder() {
    let isInOrder = zip(captures, captures.dropFirst()).allSatisfy { $0.date <= $1.date }
    if isInOrder { return }
    captures = captures.enumerated()
      .sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }
      .map(\.element)
  }

  /// The captures of a source, oldest first.
  public func captures(of source: SourceID) -> [SourceCapture] {
    captures.filter { $0.source == source }
  }

  /// An earlier capture that holds a body.
  public func earlier(_ payload: ContentHash) -> Snapshot.PayloadReference? { known[payload] }

  /// Keeps a snapshot's file; the list does not name it yet.
  public func keep(_ snapshot: Snapshot) throws(Fault) {
    try keep(snapshot.warc, at: file(of: snapshot.hash))
  }

  /// Keeps an authority's reply beside its snapshot, and gives its hash.
  public func keep(stamp reply: [UInt8], of snapshot: ContentHash) throws(Fault) -> ContentHash {
    let hash = ContentHash(bytes: SHA256.hash(data: reply))
    try keep(reply, at: stamp(hash, of: snapshot))
    return hash
  }

  /// Names a capture in the list, once its file and everything that belongs to it is kept.
  public mutating func add(_ capture: SourceCapture) throws(Fault) { try add([capture]) }

  /// Names several captures in the list, all of them or none.
  mutating func add(_ new: [SourceCapture]) throws(Fault) {
    if new.isEmpty { return }
    let list = Self.list(folder)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      let lines = Data(try new.flatMap { try encoder.encode($0) + [0x0A] })
      if !FileManager.default.fileExists(atPath: list.path) { try Data().write(to: list) }
      let handle = try FileHandle(forUpdating: list)
      defer { try? handle.close() }
      // Somebody else may be writing a line just now; the lock ends with the handle.
      guard flock(handle.fileDescriptor, LOCK_EX) == 0 else {
        throw CocoaError(.fileWriteUnknown)
      }
      try Self.cutTornLine(handle)
      try handle.write(contentsOf: lines)
      try handle.synchronize()
    } catch {
      throw .refused(path: list.path, cause: error as NSError)
    }
    for capture in new { remember(capture) }
    inOrder()
  }

  /// Cuts off a last line without an end, which a full disk left behind, and goes to the end.
  private static func cutTornLine(_ handle: FileHandle) throws {
    var end = try handle.seekToEnd()
    let whole = end
    while end > 0 {
      try handle.seek(toOffset: end - 1)
      if try handle.read(upToCount: 1) == Data([0x0A]) { break }
      end -= 1
    }
    if end < whole { try handle.truncate(atOffset: end) }
    try handle.seekToEnd()
  }

  /// The WARC file of a snapshot.
  public func file(of snapshot: ContentHash) -> URL {
    folder.appending(path: "\(snapshot.hex.prefix(2))/\(snapshot.hex).warc.gz")
  }

  /// The file of an authority's reply, as `openssl ts` reads it.
  public func stamp(_ reply: ContentHash, of snapshot: ContentHash) -> URL {
    folder.appending(path: "\(snapshot.hex.prefix(2))/\(snapshot.hex).\(reply.hex.prefix(8)).tsr")
  }

  /// Keeps bytes in the file that their hash names; whether it was not there.
  @discardableResult
  func keep(_ bytes: [UInt8], at file: URL) throws(Fault) -> Bool {
    if FileManager.default.fileExists(atPath: file.path) { return false }
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data(bytes).write(to: file, options: .atomic)
      return true
    } catch {
      throw .refused(path: file.path, cause: error as NSError)
    }
  }

  /// The bytes of a snapshot's WARC file.
  public func warc(_ snapshot: ContentHash) throws(Fault) -> [UInt8] {
    let file = file(of: snapshot)
    guard let bytes = try? [UInt8](Data(contentsOf: file)) else {
      throw .missing(path: file.path)
    }
    guard ContentHash(bytes: SHA256.hash(data: bytes)) == snapshot else {
      throw .changed(path: file.path)
    }
    return bytes
  }

  /// An authority's reply about a snapshot.
  public func reply(
    _ stamp: SourceCapture.Stamp,
    of snapshot: ContentHash
  ) throws(Fault) -> [UInt8] {
    let file = self.stamp(stamp.reply, of: snapshot)
    guard let bytes = try? [UInt8](Data(contentsOf: file)) else { throw .missing(path: file.path) }
    guard ContentHash(bytes: SHA256.hash(data: bytes)) == stamp.reply else {
      throw .changed(path: file.path)
    }
    return bytes
  }

  /// The page's header and body as a capture stored them, looked up in the earlier capture where that holds the body.
  ///
  /// Nil where the records do not have it.
  public func answer(
    _ capture: SourceCapture
  ) throws -> (headers: [HeaderField], body: [UInt8])? {
    guard let record = try record(of: capture) else { return nil }
    if let answer = record.answer { return (answer.headers, answer.body) }
    for other in captures where other.payload == capture.payload && other.record != capture.record {
      if let answer = try self.record(of: other)?.answer { return (answer.headers, answer.body) }
    }
    return nil
  }

  private func record(of capture: SourceCapture) throws -> WARCRecord? {
    try WARCReader.records(try warc(capture.snapshot)).map(\.record)
      .first { $0.id == capture.record }
  }
}
