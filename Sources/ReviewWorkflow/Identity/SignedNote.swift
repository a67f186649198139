/// A text with signatures under it, in the form that transparency logs use.
///
/// Source: C2SP signed-note, <https://c2sp.org/signed-note>.
public struct SignedNote: Hashable, Sendable {
  /// How many signatures a note may have; the specification asks for at least 16.
  static let signatureLimit = 100

  /// What is signed: lines that each end with a line feed.
  public let text: String
  /// The signatures, in the order of their lines.
  public private(set) var signatures: [Signature]

  /// Makes a note that nobody has signed yet.
  ///
  /// Throws ``NoteFault/text`` where the text is empty, does not end a line, or has control characters in it.
  public init(text: String) throws(NoteFault) {
    guard text.utf8.last == Self.newline, Self.isPlain(text) else { throw .text }
    self.text = text
    signatures = []
  }

  /// Reads a note with its signatures, none of which is checked yet.
  public init(parsing note: String) throws(NoteFault) {
    let bytes = Array(note.utf8)
    guard Self.isPlain(note), bytes.last == Self.newline,
      let blank = bytes.indices.dropFirst().last(where: {
        bytes[$0] == Self.newline && bytes[$0 - 1] == Self.newline
      }), blank + 1 < bytes.count
    else { throw .form }
    let lines = bytes[(blank + 1)..<(bytes.count - 1)]
      .split(separator: Self.newline, omittingEmptySubsequences: false)
    guard lines.count <= Self.signatureLimit else { throw .signatureCount(lines.count) }
    var signatures: [Signature] = []
    for line in lines {
      guard let signature = Signature(line: String(decoding: line, as: UTF8.self)) else {
        throw .form
      }
      signatures.append(signature)
    }
    text = String(decoding: bytes[..<blank], as: UTF8.self)
    self.signatures = signatures
  }

  /// Adds a signature; one that the same key gave before is replaced.
  public mutating func sign(with key: SigningKey) throws(KeyFault) {
    let signature = try key.sign(text)
    signatures.removeAll { $0.name == signature.name && $0.keyID == signature.keyID }
    signatures.append(signature)
  }

  /// Those of the given keys that have signed the note; never empty.
  ///
  /// Signatures of other keys are passed over. Throws ``NoteFault/wrongSignature(name:)`` where one of the given keys
  /// seems to have signed and has not, and ``NoteFault/unsigned`` where none has.
  public func signers(among keys: [VerifierKey]) throws(NoteFault) -> [VerifierKey] {
    var signers: [VerifierKey] = []
    for signature in signatures {
      guard let key = keys.first(where: { $0.id == signature.keyID && $0.name == signature.name })
      else { continue }
      guard key.verifies(signature, of: text) else {
        throw .wrongSignature(name: signature.name)
      }
      if !signers.contains(key) { signers.append(key) }
    }
    guard !signers.isEmpty else { throw .unsigned }
    return signers
  }

  private static let newline = UInt8(ascii: "\n")

  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 || $0 == newline }
  }
}

extension SignedNote: CustomStringConvertible {
  /// The note: its text, a blank line, and a line for each signature.
  public var description: String {
    "\(text)\n" + signatures.map { "\($0)\n" }.joined()
  }
}

/// What is wrong with a signed note.
public enum NoteFault: Error, Hashable, Sendable {
  /// The text is empty, does not end a line, or has control characters in it.
  case text
  /// It is not a text, a blank line and signature lines.
  case form
  /// It has more signatures than anyone reads.
  case signatureCount(Int)
  /// None of the keys that were asked for has signed it.
  case unsigned
  /// A signature is not what this key makes of the text.
  case wrongSignature(name: String)
}
