public import ClaimModel
import Crypto
import Foundation

/// The snapshots of a bundle on their way into an archive.
///
/// Files are kept as they come, which shows nowhere: the list names them with ``conclude()``, and ``discard()`` removes
/// them again.
public struct SnapshotIntake {
  private var archive: SnapshotArchive
  /// What is new and not named by the list yet.
  private var captures: [SourceCapture] = []
  /// What is new or was there before.
  private var seen: Set<SourceCapture>
  /// The files that were not there before.
  private var newFiles: [URL] = []
  /// For each snapshot that came, the hash of the body that each of its records has or refers to.
  private var payloads: [ContentHash: [String: Payload]] = [:]
  /// The bodies of the captures that came: one that no capture names would not be found again.
  private var bodies: Set<ContentHash> = []

  /// What a record says of a page's body, its address and the time.
  private struct Payload {
    var hash: ContentHash
    var isHere: Bool
    var url: String?
    var date: String?

    init(_ hash: ContentHash, isHere: Bool, _ record: WARCRecord) {
      self.hash = hash
      self.isHere = isHere
      url = record.url
      date = record.fields.first("WARC-Date")
    }
  }

  /// Why a line is not taken in.
  public enum Fault: Error, Hashable, Sendable {
    /// It is not a line of a bundle.
    case form
    /// Bytes are not what their hash says.
    case wrongBytes(ContentHash)
    /// A snapshot is not a WARC file that can be read, or a record in it was changed.
    case unreadable(ContentHash, WARCError)
    /// A capture or a stamp names a snapshot that is neither here nor before it.
    case noSnapshot(ContentHash)
    /// A capture names an authority's reply that is neither here nor before it.
    case noStamp(ContentHash, of: ContentHash)
    /// A capture says something else than its snapshot.
    case otherCapture(SourceCapture)
    /// A capture refers to a body that is neither here nor before it.
    case noBody(SourceCapture)
    /// The archive could not be written or read.
    case archive(SnapshotArchive.Fault)
  }

  /// Begins to take in.
  public init(into archive: SnapshotArchive) {
    self.archive = archive
    seen = Set(archive.captures)
  }

  /// Takes a line's record in.
  public mutating func take(_ record: SnapshotRecord) throws(Fault) {
    switch record {
    case .snapshot(let hash, let bytes):
      payloads[hash] = try Self.payloads(of: bytes, hash)
      try keep(bytes, archive.file(of: hash))
    case .stamp(let hash, let snapshot, let bytes):
      _ = try known(snapshot)
      try keep(bytes, archive.stamp(hash, of: snapshot))
    case .capture(let capture): try take(capture)
    }
  }

  private mutating func take(_ capture: SourceCapture) throws(Fault) {
    guard let payload = try known(capture.snapshot)[capture.record],
      payload.hash == capture.payload, payload.url == capture.url,
      payload.date == capture.date.rfc3339
    else { throw .otherCapture(capture) }
    guard
      payload.isHere || bodies.contains(payload.hash) || archive.earlier(payload.hash) != nil
    else { throw .noBody(capture) }
    if payload.isHere { bodies.insert(payload.hash) }
    for stamp in capture.stamps {
      do {
        _ = try archive.reply(stamp, of: capture.snapshot)
      } catch {
        throw .noStamp(stamp.reply, of: capture.snapshot)
      }
    }
    if seen.insert(capture).inserted { captures.append(capture) }
  }

  /// What the records of a snapshot hold that came before or is here.
  private mutating func known(_ snapshot: ContentHash) throws(Fault) -> [String: Payload] {
    if let known = payloads[snapshot] { return known }
    do {
      let found = try Self.payloads(of: archive.warc(snapshot), snapshot)
      payloads[snapshot] = found
      return found
    } catch let fault as Fault {
      throw fault
    } catch {
      throw .noSnapshot(snapshot)
    }
  }

  private static func payloads(
    of warc: [UInt8],
    _ hash: ContentHash
  ) throws(Fault) -> [String: Payload] {
    let places: [WARCReader.Place]
    do {
      places = try WARCReader.records(warc)
    } catch {
      throw .unreadable(hash, error)
    }
    var payloads: [String: Payload] = [:]
    for record in places.map(\.record) {
      if let body = record.answer?.body {
        let hash = ContentHash(bytes: SHA256.hash(data: body))
        payloads[record.id] = Payload(hash, isHere: true, record)
      } else if record.type == "revisit",
        let digest = record.fields.first("WARC-Payload-Digest"), digest.hasPrefix("sha256:"),
        let hash = ContentHash(hex: String(digest.dropFirst("sha256:".count)))
      {
        payloads[record.id] = Payload(hash, isHere: false, record)
      }
    }
    return payloads
  }

  private mutating func keep(_ bytes: [UInt8], _ file: URL) throws(Fault) {
    do throws(SnapshotArchive.Fault) {
      if try archive.keep(bytes, at: file) { newFiles.append(file) }
    } catch {
      throw .archive(error)
    }
  }

  /// Names everything new in the list, and gives how many captures that were.
  public mutating func conclude() throws(SnapshotArchive.Fault) -> Int {
    try archive.add(captures)
    return captures.count
  }

  /// Removes what was kept, where the bundle is refused.
  public func discard() {
    for file in newFiles { try? FileManager.default.removeItem(at: file) }
  }
}
