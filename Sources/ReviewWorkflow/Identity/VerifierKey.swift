import Crypto

/// Somebody's public key: what a signature is checked with.
///
/// Its text is the verifier key of signed notes, `name+hash+base64`, which other programs read as well: the name, the key
/// ID in hexadecimal digits, and the base64 of the signature type and the 32 bytes of the key.
/// Source: C2SP signed-note, <https://c2sp.org/signed-note>; the text form is that of Go's `golang.org/x/mod/sumdb/note`.
public struct VerifierKey: Hashable, Sendable {
  /// Ed25519 in C2SP's list of signature types.
  static let ed25519: UInt8 = 0x01

  /// The key's name, without white space and plus signs: `newsroom.example/sari`.
  public let name: String
  /// The 32 bytes of the Ed25519 public key (RFC 8032).
  public let bytes: [UInt8]
  /// The first four bytes of the hash of name and key, which with the name says which key signed.
  public let id: UInt32

  /// Makes a key from its name and its 32 bytes.
  ///
  /// Throws ``KeyFault`` for a name that signed notes cannot carry, or any other number of bytes.
  public init(name: String, bytes: [UInt8]) throws(KeyFault) {
    guard Self.isName(name) else { throw .name(name) }
    guard bytes.count == 32 else { throw .length(bytes.count) }
    self.name = name
    self.bytes = bytes
    self.id = Self.id(name: name, bytes: bytes)
  }

  /// Reads a key from its text.
  ///
  /// Throws ``KeyFault``, also where the hash in the middle is not that of name and key: something was mistyped.
  public init(text: some StringProtocol) throws(KeyFault) {
    let parts = try Self.parts(of: text)
    let bytes = try Self.read(parts[2])
    try self.init(name: parts[0], bytes: bytes)
    guard parts[1] == idText else { throw .hash(name: name) }
  }

  /// Whether a signature is this key's and stands under exactly this text.
  public func verifies(_ signature: Signature, of text: String) -> Bool {
    guard signature.keyID == id, signature.name == name,
      let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes)
    else { return false }
    return key.isValidSignature(signature.bytes, for: Array(text.utf8))
  }

  /// The key ID as eight hexadecimal digits.
  var idText: String {
    let digits = String(id, radix: 16)
    return String(repeating: "0", count: 8 - digits.utf8.count) + digits
  }

  /// Whether a signed note can carry a key of this name.
  static func isName(_ text: String) -> Bool {
    !text.isEmpty
      && text.unicodeScalars.allSatisfy {
        $0 != "+" && $0.value >= 0x20 && !$0.properties.isWhitespace
      }
  }

  /// Name, hash and base64 of a key's text; only the base64 may have plus signs in it.
  static func parts(of text: some StringProtocol) throws(KeyFault) -> [String] {
    let parts = text.utf8
      .split(separator: UInt8(ascii: "+"), maxSplits: 2, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard parts.count == 3 else { throw .form }
    return parts
  }

  /// The 32 bytes that follow the signature type in the last part of a key's text.
  static func read(_ base64: some StringProtocol) throws(KeyFault) -> [UInt8] {
    guard let bytes = Base64.decode(base64), let type = bytes.first else { throw .form }
    guard type == ed25519 else { throw .algorithm(type) }
    return Array(bytes.dropFirst())
  }

  private static func id(name: String, bytes: [UInt8]) -> UInt32 {
    let hash = SHA256.hash(data: Array(name.utf8) + [0x0A, ed25519] + bytes)
    return hash.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
  }
}

extension VerifierKey: CustomStringConvertible {
  /// The key's text: `name+hash+base64`.
  public var description: String {
    "\(name)+\(idText)+\(Base64.encode([Self.ed25519] + bytes))"
  }
}

/// Why a text is not a key.
public enum KeyFault: Error, Hashable, Sendable {
  /// The name is empty or has white space, a control character or a plus sign in it.
  case name(String)
  /// The text is not of the form of a key.
  case form
  /// The key has so many bytes; it takes 32.
  case length(Int)
  /// It is a key for another kind of signature; C2SP's number of it.
  case algorithm(UInt8)
  /// The hash in the key's text is not that of its name and bytes.
  case hash(name: String)
}
