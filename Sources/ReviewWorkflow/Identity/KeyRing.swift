public import ClaimModel

/// Whose key is whose: the keys that a desk trusts, each with the name that its owner's events carry.
///
/// As text it has one key a line: the verifier key, a space, the person's name. Empty lines and lines that begin with `#`
/// say nothing. A person may have several keys, so that what an old one signed can still be checked.
public struct KeyRing: Hashable, Sendable {
  /// The keys, in the order of the file.
  public private(set) var entries: [Entry] = []

  /// A key and its owner.
  public struct Entry: Hashable, Sendable {
    /// The key.
    public let key: VerifierKey
    /// The owner, as events name them.
    public let person: String
  }

  /// Makes an empty ring.
  public init() {}

  /// Reads a ring from its text.
  public init(text: String) throws(KeyRingFault) {
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, bytes) in lines.enumerated() {
      guard let last = bytes.lastIndex(where: { $0 > 0x20 }) else { continue }
      let line = String(decoding: bytes[...last], as: UTF8.self)
      guard !line.hasPrefix("#") else { continue }
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2 else { throw KeyRingFault(line: index + 1, reason: .noPerson) }
      do {
        try add(VerifierKey(text: parts[0]), of: String(parts[1]))
      } catch {
        throw KeyRingFault(line: index + 1, reason: .key(error))
      }
    }
  }

  /// Adds a key; one that is there already goes to the person named last.
  public mutating func add(_ key: VerifierKey, of person: String) {
    entries.removeAll { $0.key == key }
    entries.append(Entry(key: key, person: person))
  }

  /// All keys.
  public var keys: [VerifierKey] { entries.map(\.key) }

  /// What a signature is worth under an event that carries this person's name.
  public func standing(
    of signature: Signature?,
    on event: ContentHash,
    by actor: String
  ) -> SignatureStanding {
    guard let signature else { return .unsigned }
    let named = entries.filter { $0.key.name == signature.name && $0.key.id == signature.keyID }
    guard !named.isEmpty else { return .unknownKey(name: signature.name) }
    guard let entry = named.first(where: { $0.key.verifies(signature, of: event.signedText) })
    else { return .wrong(key: signature.name) }
    return entry.person == actor ? .good(entry.key) : .otherPerson(entry.person)
  }

  /// What an event's signature is worth.
  public func standing(of signed: SignedEvent) -> SignatureStanding {
    standing(of: signed.signature, on: signed.event.id, by: signed.event.actor)
  }
}

extension KeyRing: CustomStringConvertible {
  /// The ring's text: one key and its owner a line.
  public var description: String {
    entries.map { "\($0.key) \($0.person)\n" }.joined()
  }
}

/// What a signature is worth.
public enum SignatureStanding: Hashable, Sendable {
  /// It is the actor's.
  case good(VerifierKey)
  /// There is none.
  case unsigned
  /// It was made with a key that is not in the ring, so it says nothing yet.
  case unknownKey(name: String)
  /// It was made with somebody else's key: theirs.
  case otherPerson(String)
  /// It is not what this key makes of this event.
  case wrong(key: String)

  /// Whether somebody tampered: the signature speaks against the event.
  public var isRefuted: Bool {
    switch self {
    case .good, .unsigned, .unknownKey: return false
    case .otherPerson, .wrong: return true
    }
  }
}

/// Where a key ring's text cannot be read.
public struct KeyRingFault: Error, Hashable, Sendable {
  /// The line, counted from 1.
  public let line: Int
  /// What is wrong with it.
  public let reason: Reason

  /// What can be wrong with a line.
  public enum Reason: Hashable, Sendable {
    /// It does not begin with a key.
    case key(KeyFault)
    /// No name follows the key.
    case noPerson
  }
}
