public import ClaimModel
import Crypto
import Foundation

/// One line of a ledger's bundle that carries something of the archive of snapshots.
///
/// - `{"snapshot":{"base64":"…","hash":"…"}}`: a WARC file, named by its SHA-256;
/// - `{"stamp":{"base64":"…","hash":"…","snapshot":"…"}}`: an authority's reply about a snapshot;
/// - `{"capture":{…}}`: what was captured when; its snapshot and stamps stand before it.
public enum SnapshotRecord: Hashable, Sendable {
  /// A WARC file.
  case snapshot(ContentHash, [UInt8])
  /// An authority's reply about a snapshot.
  case stamp(ContentHash, of: ContentHash, [UInt8])
  /// What was captured when.
  case capture(SourceCapture)

  private struct Line: Codable {
    var snapshot: Bytes?
    var stamp: Bytes?
    var capture: SourceCapture?
  }

  private struct Bytes: Codable {
    var base64: Data
    var hash: ContentHash
    var snapshot: ContentHash?
  }

  /// Whether a bundle's line is one of these.
  public static func isLine(_ line: String) -> Bool {
    ["{\"snapshot\":", "{\"stamp\":", "{\"capture\":"].contains { line.hasPrefix($0) }
  }

  /// Reads a line; that its bytes are what their name says is checked here.
  public init(line: String) throws(SnapshotIntake.Fault) {
    guard let record = try? JSONDecoder().decode(Line.self, from: Data(line.utf8)) else {
      throw .form
    }
    switch (record.snapshot, record.stamp, record.capture) {
    case (let file?, nil, nil): self = .snapshot(file.hash, try Self.checked(file))
    case (nil, let reply?, nil):
      guard let snapshot = reply.snapshot else { throw .form }
      self = .stamp(reply.hash, of: snapshot, try Self.checked(reply))
    case (nil, nil, let capture?): self = .capture(capture)
    default: throw .form
    }
  }

  private static func checked(_ bytes: Bytes) throws(SnapshotIntake.Fault) -> [UInt8] {
    let content = [UInt8](bytes.base64)
    guard ContentHash(bytes: SHA256.hash(data: content)) == bytes.hash else {
      throw .wrongBytes(bytes.hash)
    }
    return content
  }

  /// The record as one line, without the line's end.
  func line() throws -> String {
    let record: Line
    switch self {
    case .snapshot(let hash, let bytes):
      record = Line(snapshot: Bytes(base64: Data(bytes), hash: hash))
    case .stamp(let hash, let snapshot, let bytes):
      record = Line(stamp: Bytes(base64: Data(bytes), hash: hash, snapshot: snapshot))
    case .capture(let capture): record = Line(capture: capture)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(record), as: UTF8.self)
  }
}

extension SnapshotArchive {
  /// Hands over what the archive has of some sources as lines of a bundle, each after what it refers to.
  ///
  /// Some captures only refer to a body that another one holds; so all that have a body in common go together.
  public func eachLine(
    of sources: Set<SourceID>,
    _ body: (_ line: String) throws -> Void
  ) throws {
    let payloads = Set(captures.filter { sources.contains($0.source) }.map(\.payload))
    let chosen = captures.filter { payloads.contains($0.payload) }
    var sent: Set<ContentHash> = []
    for capture in chosen {
      if sent.insert(capture.snapshot).inserted {
        try body(SnapshotRecord.snapshot(capture.snapshot, warc(capture.snapshot)).line())
      }
      for stamp in capture.stamps where sent.insert(stamp.reply).inserted {
        let bytes = try reply(stamp, of: capture.snapshot)
        try body(SnapshotRecord.stamp(stamp.reply, of: capture.snapshot, bytes).line())
      }
    }
    for capture in chosen { try body(SnapshotRecord.capture(capture).line()) }
  }
}
