import ClaimModel
import ClaimStore
import Foundation
import ReviewWorkflow

/// Brings one store's ledger into another and compares the two.
struct StoreCopy {
  let source: any LedgerStore
  let target: any LedgerStore

  /// What a comparison found.
  struct Comparison: Encodable {
    /// How many events both have.
    var events = 0
    /// How many documents.
    var documents = 0
    /// How many claims.
    var claims = 0
    /// How many sources.
    var sources = 0
    /// The Merkle root over the source's events.
    var root = ""
    /// What differs, in words; empty where the two are equal.
    var differences: [String] = []
  }

  /// Whether the target's events are the first of the source's.
  func targetIsBeginning() throws -> Bool {
    let count = try target.head().count
    guard try source.head().count >= count else { return false }
    return try names(target) == Array(names(source).prefix(count))
  }

  /// Copies what the target does not have.
  ///
  /// The bundle waits in a file between the two: the target takes it line by line in one transaction, however slow either is.
  func run() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "tilik-\(UUID().uuidString)")
    _ = FileManager.default.createFile(
      atPath: url.path,
      contents: nil,
      attributes: [.posixPermissions: 0o600]
    )
    defer { try? FileManager.default.removeItem(at: url) }
    let file = try FileHandle(forUpdating: url)
    var waiting: [UInt8] = []
    try source.eachBundleLine { line in
      waiting += line.utf8
      waiting.append(0x0A)
      guard waiting.count > 1 << 20 else { return }
      try file.write(contentsOf: waiting)
      waiting = []
    }
    try file.write(contentsOf: waiting)
    try file.seek(toOffset: 0)
    do throws(BundleError) {
      _ = try target.merge(FileLines(file), keys: KeyRing())
    } catch {
      throw BundleWording.failure(error, file: url.path)
    }
    try target.add(source.sources())
  }

  /// Reads both again and compares everything that a desk relies on.
  func compare() throws -> Comparison {
    var result = Comparison()
    let (ours, theirs) = (try names(source), try names(target))
    result.events = ours.count
    result.root = Self.root(ours).hex
    if ours != theirs {
      result.differences.append(
        say(
          "the events differ: \(ours.count) and \(theirs.count), Merkle roots \(result.root) and \(Self.root(theirs).hex)",
          "peristiwanya berbeda: \(ours.count) dan \(theirs.count), akar Merkle \(result.root) dan \(Self.root(theirs).hex)"
        )
      )
    }
    let documents = try source.documents()
    result.documents = documents.count
    if try target.documents() != documents {
      result.differences.append(say("the lists of documents differ", "daftar dokumennya berbeda"))
    }
    for summary in documents {
      let isSame =
        try source.document(summary.id) == target.document(summary.id)
        && source.bytes(summary.rawHash) == target.bytes(summary.rawHash)
      if !isSame {
        result.differences.append(
          say("document \(summary.id.short) differs", "dokumen \(summary.id.short) berbeda")
        )
      }
    }
    let claims = try source.claims(ClaimQuery())
    result.claims = claims.count
    if try target.claims(ClaimQuery()) != claims {
      result.differences.append(say("the lists of claims differ", "daftar klaimnya berbeda"))
    }
    let sources = try source.sources()
    result.sources = sources.count
    if try target.sources() != sources {
      result.differences.append(say("the libraries of sources differ", "pustaka sumbernya berbeda"))
    }
    return result
  }

  /// The names of all events in the order of receipt, each of which is the hash of what is on file.
  private func names(_ store: any LedgerStore) throws -> [ContentHash] {
    var names: [ContentHash] = []
    try store.eachEvent { filedAs, canonical in
      let hash = Event.hash(of: canonical)
      guard hash.hex == filedAs else {
        throw StoreError.damagedEvent(filedAs: filedAs, .wrongHash(event: hash))
      }
      names.append(hash)
    }
    return names
  }

  private static func root(_ events: [ContentHash]) -> ContentHash {
    var frontier = MerkleFrontier()
    for event in events { frontier.append(event) }
    return frontier.root
  }
}
