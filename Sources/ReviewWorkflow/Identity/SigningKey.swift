import Crypto

/// A person's or a desk's Ed25519 key pair: what signatures are made with.
///
/// Its secret never shows by accident: as text it prints as its public half.
public struct SigningKey: Sendable {
  /// What stands in front of a secret key's text.
  private static let prefix = "PRIVATE+KEY+"

  private let key: Curve25519.Signing.PrivateKey
  /// The public half.
  public let verifier: VerifierKey

  /// Makes a new key from the system's random numbers.
  ///
  /// Throws ``KeyFault/name(_:)`` for a name that signed notes cannot carry.
  public init(name: String) throws(KeyFault) {
    try self.init(name: name, key: Curve25519.Signing.PrivateKey())
  }

  /// Makes the key that follows from 32 secret bytes (the private key of RFC 8032, section 5.1.5).
  public init(name: String, seed: [UInt8]) throws(KeyFault) {
    guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else {
      throw .length(seed.count)
    }
    try self.init(name: name, key: key)
  }

  /// Reads a key from its secret text.
  ///
  /// Throws ``KeyFault``; none of its cases holds any part of the secret.
  public init(secretText text: some StringProtocol) throws(KeyFault) {
    guard text.hasPrefix(Self.prefix) else { throw .form }
    let parts = try VerifierKey.parts(of: text.dropFirst(Self.prefix.count))
    let seed = try VerifierKey.read(parts[2])
    try self.init(name: parts[0], seed: seed)
    guard parts[1] == verifier.idText else { throw .hash(name: verifier.name) }
  }

  private init(name: String, key: Curve25519.Signing.PrivateKey) throws(KeyFault) {
    self.key = key
    verifier = try VerifierKey(name: name, bytes: Array(key.publicKey.rawRepresentation))
  }

  /// The key's text for a file that only its owner can read: `PRIVATE+KEY+name+hash+base64`.
  ///
  /// The form is that of Go's `golang.org/x/mod/sumdb/note`, so that its tools can sign with the same key.
  public var secretText: String {
    let secret = Base64.encode([VerifierKey.ed25519] + key.rawRepresentation)
    return "\(Self.prefix)\(verifier.name)+\(verifier.idText)+\(secret)"
  }

  /// Signs a text.
  ///
  /// Throws ``KeyFault/form`` where the cryptographic library refuses the key, which it does for no key it has made.
  public func sign(_ text: String) throws(KeyFault) -> Signature {
    guard let bytes = try? key.signature(for: Array(text.utf8)) else { throw .form }
    return Signature(name: verifier.name, keyID: verifier.id, bytes: Array(bytes))
  }
}

extension SigningKey: CustomStringConvertible, CustomReflectable {
  /// The public half's text; never the secret.
  public var description: String { verifier.description }
  /// Shows the public half only.
  public var customMirror: Mirror { Mirror(self, children: ["verifier": verifier]) }
}
