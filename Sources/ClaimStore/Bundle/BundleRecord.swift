public import ClaimModel
import Foundation
public import ReviewWorkflow

/// One line of a ledger on its way to another desk.
///
/// A bundle is a text of such lines (NDJSON), in an order in which everything stands before what refers to it:
///
/// - `{"blob":{"base64":"…","hash":"…"}}`: bytes named by their SHA-256: an article as it came, the copy of a source;
/// - `{"document":{…}}`: a document version with its text and what was found in it; its bytes are a blob before it;
/// - `{"event":{…},"id":"…","signature":"…"}`: an event (``ReviewWorkflow/SignedEvent/line``), in the order of receipt.
///
/// Who has only such a text can check everything in it: that bytes, texts and events are what their hashes say, and that
/// every claim's words stand in its document.
public enum BundleRecord: Hashable, Sendable {
  /// Bytes and their hash.
  case blob(ContentHash, [UInt8])
  /// A document version.
  case document(StoredDocument)
  /// An event and its signature.
  case event(SignedEvent)

  private struct Line: Codable {
    var blob: Blob?
    var document: StoredDocument?
  }

  private struct Blob: Codable {
    var base64: Data
    var hash: ContentHash
  }

  /// Reads a line.
  ///
  /// Throws ``BundleFault/Reason``: what kind of line it is, and that its bytes or event are what their name says, is
  /// checked here; what a line refers to is not.
  public init(line: String) throws(BundleFault.Reason) {
    if SignedEvent.isLine(line) {
      do {
        self = .event(try SignedEvent(line: line))
      } catch {
        throw .event(.ledger(error))
      }
      return
    }
    guard let record = try? JSONDecoder().decode(Line.self, from: Data(line.utf8)) else {
      throw .form
    }
    switch (record.blob, record.document) {
    case (let blob?, nil):
      let bytes = [UInt8](blob.base64)
      guard Event.hash(ofBytes: bytes) == blob.hash else { throw .wrongBytes(blob.hash) }
      self = .blob(blob.hash, bytes)
    case (nil, let stored?):
      guard stored.isInOrder else { throw .wrongDocument(stored.id) }
      self = .document(stored)
    default: throw .form
    }
  }

  /// The record as one line, without the line's end.
  func line() throws -> String {
    let record: Line
    switch self {
    case .event(let signed): return signed.line
    case .blob(let hash, let bytes):
      record = Line(blob: Blob(base64: Data(bytes), hash: hash))
    case .document(let stored): record = Line(document: stored)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(record), as: UTF8.self)
  }
}

/// The first line of a bundle that cannot be taken in; nothing of the bundle was stored then.
public struct BundleFault: Error, Hashable, Sendable {
  /// The line, counted from 1; nil where a claim is not whole when all lines are in.
  public let line: Int?
  /// What is wrong.
  public let reason: Reason

  /// What can be wrong with a bundle.
  public enum Reason: Error, Hashable, Sendable {
    /// It is not a line of a bundle.
    case form
    /// An event's hash, parents, form or signature is wrong.
    case event(MergeFault)
    /// Bytes are not what their hash says.
    case wrongBytes(ContentHash)
    /// A document's text is not what its hash or name says, or it points outside its text.
    case wrongDocument(DocumentID)
    /// A document came without the bytes it was read from.
    case missingBytes(ContentHash, document: DocumentID)
    /// An event speaks of a document that is neither here nor before it in the bundle.
    case missingDocument(DocumentID, event: ContentHash)
    /// A claim's words do not stand in its document where it says.
    case wordsNotFound(event: ContentHash, document: DocumentID)
  }
}

/// Why a bundle was not taken in.
public enum BundleError: Error, Sendable {
  /// The bundle is not in order.
  case refused(BundleFault)
  /// The store could not be written.
  case store(StoreError)
}
