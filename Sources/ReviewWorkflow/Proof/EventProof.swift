public import ClaimModel

/// A proof that an event is in a ledger, with the signed checkpoint that it leads to: a few hundred bytes.
///
/// An event names its parents by their hashes, so a proof for a claim's latest event (each of them, where histories ran
/// apart) stands for the claim's whole history. That an event is *not* in a ledger no short proof of this tree can say:
/// whoever doubts it goes through the ledger's events and compares the root.
/// Source: C2SP tlog-proof, <https://c2sp.org/tlog-proof>.
public struct EventProof: Hashable, Sendable {
  private static let header = "c2sp.org/tlog-proof@v1"

  /// The way from the event to the root.
  public let inclusion: InclusionProof
  /// The checkpoint, as a note with its signatures.
  public let checkpoint: SignedNote

  /// Puts a proof together from a ledger's tree and a checkpoint of it.
  ///
  /// Throws ``EventProofFault/size(proof:checkpoint:)`` where the two are of different sizes.
  public init(_ inclusion: InclusionProof, checkpoint: SignedNote) throws(EventProofFault) {
    self.inclusion = inclusion
    self.checkpoint = checkpoint
    let size = try Self.read(checkpoint).size
    guard inclusion.size == size else { throw .size(proof: inclusion.size, checkpoint: size) }
  }

  /// Reads a proof from its text; nothing is verified yet.
  ///
  /// Extra data, which the form allows and nothing vouches for, is passed over.
  public init(text: String) throws(EventProofFault) {
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard let blank = lines.firstIndex(of: ""), lines[0] == Self.header else { throw .form }
    var head = lines[1..<blank]
    if head.first?.hasPrefix("extra ") == true { head.removeFirst() }
    guard let place = head.popFirst(), place.hasPrefix("index "),
      let index = Int(plain: place.dropFirst(6))
    else { throw .form }
    var path: [ContentHash] = []
    for line in head {
      guard let hash = ContentHash(base64: line) else { throw .form }
      path.append(hash)
    }
    do {
      checkpoint = try SignedNote(parsing: lines[(blank + 1)...].joined(separator: "\n"))
    } catch {
      throw .checkpoint(.note(error))
    }
    let size = try Self.read(checkpoint).size
    inclusion = InclusionProof(index: index, size: size, path: path)
  }

  /// The checkpoint that an event is proved to be under.
  ///
  /// Throws ``EventProofFault`` where the checkpoint is not signed by one of these keys, or the proof does not lead from
  /// this event to its root.
  public func verify(
    _ event: ContentHash,
    signedBy keys: [VerifierKey]
  ) throws(EventProofFault) -> Checkpoint {
    do {
      _ = try checkpoint.signers(among: keys)
    } catch {
      throw .checkpoint(.note(error))
    }
    let checkpoint = try Self.read(checkpoint)
    guard inclusion.proves(event, in: checkpoint.root) else { throw .notInLedger(event) }
    return checkpoint
  }

  private static func read(_ note: SignedNote) throws(EventProofFault) -> Checkpoint {
    do {
      return try Checkpoint(text: note.text)
    } catch {
      throw .checkpoint(error)
    }
  }
}

extension EventProof: CustomStringConvertible {
  /// The proof's text, for a file that ends in `.tlog-proof`.
  public var description: String {
    let path = inclusion.path.map { "\($0.base64)\n" }.joined()
    return "\(Self.header)\nindex \(inclusion.index)\n\(path)\n\(checkpoint)"
  }
}

/// Why a proof does not hold.
public enum EventProofFault: Error, Hashable, Sendable {
  /// The text is not of the form of a proof.
  case form
  /// The checkpoint in it cannot be read or is not signed as it should be.
  case checkpoint(CheckpointFault)
  /// The proof is for a tree of another size than the checkpoint.
  case size(proof: Int, checkpoint: Int)
  /// The hashes do not lead from the event to the checkpoint's root.
  case notInLedger(ContentHash)
}
