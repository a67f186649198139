import ClaimModel
import ClaimStore
import Foundation
import ReviewWorkflow

/// Signed checkpoints of the workspace: `checkpoints/SIZE.txt`, one signed note each.
extension Workspace {
  static let checkpointFolder = "checkpoints"

  /// The files of the signed checkpoints, the smallest ledger first.
  func checkpointFiles() -> [String] {
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: path(Self.checkpointFolder))) ?? []
    return names.filter { $0.hasSuffix(".txt") }
      .sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
      .map { "\(Self.checkpointFolder)/\($0)" }
  }

  /// The text of a checkpoint's note and what it says, signed by a key that the desk trusts.
  func checkpoint(
    _ file: String,
    _ ring: KeyRing
  ) throws -> (note: SignedNote, checkpoint: Checkpoint) {
    let text = try read(file) ?? ""
    do throws(CheckpointFault) {
      let checkpoint = try Checkpoint(signed: text, by: ring.keys)
      do {
        return (try SignedNote(parsing: text), checkpoint)
      } catch {
        throw .note(error)
      }
    } catch {
      throw Failure(.integrity, "\(path(file)): \(KeyWording.text(error))")
    }
  }
}

extension Desk {
  /// The name of the ledger in its checkpoints: where the desk publishes, else its name.
  var ledgerName: String {
    let address = settings.publishedAt.flatMap { URL(string: $0) }
    if let host = address?.host() { return host + (address?.path() ?? "") }
    return "\(KeyFolder.slug(settings.desk))/ledger"
  }

  /// The names of all events in the order of receipt.
  func eventNames() throws -> [ContentHash] {
    var names: [ContentHash] = []
    try store.eachEvent { filedAs, _ in
      guard let name = ContentHash(hex: filedAs) else {
        throw Failure(
          .integrity,
          say("“\(filedAs)” is not an event's name", "“\(filedAs)” bukan nama peristiwa")
        )
      }
      names.append(name)
    }
    return names
  }
}

/// The lines of a file, read as they are asked for.
///
/// A sequence cannot throw: where the file cannot be read on, the last line is one that no bundle has, so that whoever takes
/// the lines in refuses them all, and ``failure`` says why.
final class FileLines: Sequence, IteratorProtocol {
  private let input: FileHandle
  private var pending: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  /// Why reading stopped before the end.
  private(set) var failure: (any Error)?

  init(_ input: FileHandle) { self.input = input }

  func next() -> String? {
    var searched = start
    while true {
      if let end = pending[searched...].firstIndex(of: 0x0A) {
        let line = String(decoding: pending[start..<end], as: UTF8.self)
        start = end + 1
        return line
      }
      searched = pending.count
      if isAtEnd {
        guard start < pending.count else { return nil }
        let line = String(decoding: pending[start...], as: UTF8.self)
        start = pending.count
        return line
      }
      do {
        guard let chunk = try input.read(upToCount: 1 << 20), !chunk.isEmpty else {
          isAtEnd = true
          continue
        }
        pending.removeFirst(start)
        searched -= start
        start = 0
        pending += chunk
      } catch {
        failure = error
        isAtEnd = true
        pending = []
        start = 0
        return "unreadable"
      }
    }
  }
}
