/// A signature under a text, with the name and ID of the key that made it.
///
/// Its text is the signature line of a signed note without the line's end: an em dash, the key's name, and the base64 of
/// the key ID and the signature. Source: C2SP signed-note, <https://c2sp.org/signed-note>.
public struct Signature: Hashable, Sendable {
  /// The name of the key.
  public let name: String
  /// The ID of the key (``VerifierKey/id``).
  public let keyID: UInt32
  /// The signature itself: 64 bytes for Ed25519.
  public let bytes: [UInt8]

  init(name: String, keyID: UInt32, bytes: [UInt8]) {
    self.name = name
    self.keyID = keyID
    self.bytes = bytes
  }

  /// Reads a signature line, or nil where the text is anything else.
  public init?(line: some StringProtocol) {
    let parts = line.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard parts.count == 3, parts[0] == "—", VerifierKey.isName(parts[1]),
      let bytes = Base64.decode(parts[2]), bytes.count > 4
    else { return nil }
    name = parts[1]
    keyID = bytes.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    self.bytes = Array(bytes.dropFirst(4))
  }
}

extension Signature: CustomStringConvertible {
  /// The signature line.
  public var description: String {
    let id = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: keyID >> UInt32($0)) }
    return "— \(name) \(Base64.encode(id + bytes))"
  }
}
