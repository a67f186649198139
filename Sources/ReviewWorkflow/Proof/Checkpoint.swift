public import ClaimModel

/// What a ledger was at one moment: its name, how many events it had, and the root of the Merkle tree over them.
///
/// Signed and kept elsewhere, it holds a ledger to its past: whoever has it can tell years later whether an event was
/// there, and whether anything before it was changed. Source: C2SP tlog-checkpoint, <https://c2sp.org/tlog-checkpoint>.
public struct Checkpoint: Hashable, Sendable {
  /// The ledger's name, which no other has: `newsroom.example/ledger`.
  public let origin: String
  /// The number of events.
  public let size: Int
  /// The root of the Merkle tree over their names (RFC 6962, section 2.1).
  public let root: ContentHash
  /// Lines that other programs added; Tilik writes none.
  public let extensions: [String]

  /// Makes a checkpoint.
  ///
  /// Throws ``CheckpointFault/origin(_:)`` for a name that is empty or has white space, a control character or a plus
  /// sign in it: the key that signs for a ledger should carry its name, and keys cannot carry such names.
  public init(origin: String, size: Int, root: ContentHash) throws(CheckpointFault) {
    guard VerifierKey.isName(origin) else { throw .origin(origin) }
    self.origin = origin
    self.size = size
    self.root = root
    extensions = []
  }

  /// Makes the checkpoint of a ledger that has been streamed through.
  public init(origin: String, _ frontier: MerkleFrontier) throws(CheckpointFault) {
    try self.init(origin: origin, size: frontier.count, root: frontier.root)
  }

  /// Reads a checkpoint from the text of a note.
  public init(text: String) throws(CheckpointFault) {
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard lines.count >= 4, lines.last == "", lines.dropLast().allSatisfy({ !$0.isEmpty }) else {
      throw .form
    }
    guard let size = Int(plain: lines[1]) else { throw .size(lines[1]) }
    guard let root = ContentHash(base64: lines[2]) else { throw .root(lines[2]) }
    origin = lines[0]
    self.size = size
    self.root = root
    extensions = Array(lines[3..<(lines.count - 1)])
  }

  /// Reads a signed checkpoint and checks who signed it.
  ///
  /// Throws ``CheckpointFault/note(_:)`` where none of these keys has signed it, or one of them seems to have and has not.
  public init(signed note: String, by keys: [VerifierKey]) throws(CheckpointFault) {
    let text: String
    do {
      let note = try SignedNote(parsing: note)
      _ = try note.signers(among: keys)
      text = note.text
    } catch {
      throw .note(error)
    }
    try self.init(text: text)
  }

  /// The checkpoint as the text of a note: a line each for name, size, root and extensions.
  public var text: String {
    ([origin, String(size), root.base64] + extensions).map { "\($0)\n" }.joined()
  }

  /// The checkpoint as a note that this key has signed.
  public func signed(with key: SigningKey) throws(CheckpointFault) -> SignedNote {
    var note: SignedNote
    do {
      note = try SignedNote(text: text)
    } catch {
      throw .note(error)
    }
    do {
      try note.sign(with: key)
    } catch {
      throw .key(error)
    }
    return note
  }
}

/// What is wrong with a checkpoint.
public enum CheckpointFault: Error, Hashable, Sendable {
  /// The ledger's name cannot be used.
  case origin(String)
  /// It does not have a line each for name, size and root.
  case form
  /// The size is not a plain number.
  case size(String)
  /// The root is not the base64 of 32 bytes.
  case root(String)
  /// The note around it is damaged, or not signed by whom it should be.
  case note(NoteFault)
  /// It could not be signed with the key.
  case key(KeyFault)
}

extension Int {
  /// Reads a number of decimal digits without signs or leading zeros; nil where the text is anything else.
  init?(plain text: some StringProtocol) {
    guard let value = Int(text), String(value) == text, value >= 0 else { return nil }
    self = value
  }
}
