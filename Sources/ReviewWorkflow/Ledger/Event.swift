public import ClaimModel
import Crypto

/// One thing that happened to a claim: the ledger's unit.
///
/// Its ``id`` is the SHA-256 of its canonical JSON (RFC 8785) without the signature, and its ``parents`` are the ids of
/// the claim's latest events that its author saw. So a claim's history is a small hash graph, and no event can change
/// without changing its name and that of all that follow.
public struct Event: Hashable, Sendable, Identifiable {
  /// The SHA-256 of ``canonical``.
  public let id: ContentHash
  /// The claim it happened to.
  public let claim: ClaimID
  /// The claim's latest events that the author saw, sorted; empty for the first.
  public let parents: [ContentHash]
  /// What happened.
  public let content: EventContent
  /// Who did it.
  public let actor: String
  /// What the actor's clock said.
  public let time: Timestamp
  /// The state that the claim is in after it.
  ///
  /// It is part of the event because a later workflow file may judge differently and must not rewrite history.
  public let state: String
  /// The version of the workflow that judged it: the first 16 digits of the file's hash.
  public let workflow: String
  /// The exact text that ``id`` is the hash of.
  public let canonical: String

  /// Makes an event and names it.
  public init(
    claim: ClaimID,
    parents: [ContentHash],
    content: EventContent,
    actor: String,
    time: Timestamp,
    state: String,
    workflow: String
  ) {
    let parents = parents.sorted()
    let json = JSONValue.object([
      "actor": .string(actor),
      "body": content.body,
      "claim": .string(claim.rawValue),
      "parents": .array(parents.map { .string($0.hex) }),
      "state": .string(state),
      "time": .string(time.rfc3339),
      "type": .string(content.type),
      "v": .integer(1),
      "workflow": .string(workflow),
    ])
    let canonical = json.canonical
    self.claim = claim
    self.parents = parents
    self.content = content
    self.actor = actor
    self.time = time
    self.state = state
    self.workflow = workflow
    self.canonical = canonical
    self.id = Self.hash(of: canonical)
  }

  /// Reads an event from its canonical JSON and names it anew.
  ///
  /// Throws ``LedgerFault/unreadableEvent(_:)`` where the text is not canonical JSON of an event.
  public init(canonical text: String) throws(LedgerFault) {
    try self.init(canonical: text, named: Self.hash(of: text))
  }

  /// Reads an event whose text is known to be canonical JSON of an event, and to have this hash.
  package init(known text: String, named id: ContentHash) throws(LedgerFault) {
    try self.init(canonical: text, named: id, isKnown: true)
  }

  /// Reads an event whose text has been hashed already; where it is known, its spelling is not compared again.
  init(
    canonical text: String,
    named id: ContentHash,
    isKnown: Bool = false
  ) throws(LedgerFault) {
    guard let (json, isCanonical) = JSONValueReader.spelling(of: text) else {
      throw LedgerFault.unreadableEvent(.notJSON)
    }
    guard json["v"]?.number == 1 else {
      throw LedgerFault.unreadableEvent(.otherVersion)
    }
    guard let actor = json["actor"]?.text, let claim = json["claim"]?.text,
      let written = json["time"]?.text, let time = Timestamp(rfc3339: written),
      let state = json["state"]?.text, let type = json["type"]?.text,
      let workflow = json["workflow"]?.text, let body = json["body"]
    else { throw LedgerFault.unreadableEvent(.missingMember) }
    var parents: [ContentHash] = []
    for item in json["parents"]?.items ?? [] {
      guard let parent = item.text.flatMap(ContentHash.init(hex:)) else {
        throw LedgerFault.unreadableEvent(.parentName)
      }
      parents.append(parent)
    }
    let content = try EventContent(type: type, body: body)
    // The text spells its values as it has to; what was read from them has to say all of what it says.
    let saysAll =
      isKnown
      || json.members.count == 9 && written.isSpelled(time.rfc3339)
        && parents.indices.dropFirst().allSatisfy { parents[$0 - 1] <= parents[$0] }
        && (json["parents"] ?? .null).isSpelled(.array(parents.map { .string($0.hex) }))
        && body.isSpelled(content.body)
    guard isCanonical, saysAll else {
      throw LedgerFault.unreadableEvent(.notCanonical)
    }
    self.claim = ClaimID(rawValue: claim)
    self.parents = parents
    self.content = content
    self.actor = actor
    self.time = time
    self.state = state
    self.workflow = workflow
    self.canonical = text
    self.id = id
  }

  /// The SHA-256 of a text's UTF-8 bytes.
  public static func hash(of text: String) -> ContentHash {
    var text = text
    var hasher = SHA256()
    text.withUTF8 { bytes in
      unsafe hasher.update(bufferPointer: UnsafeRawBufferPointer(bytes))
    }
    return ContentHash(MerkleHash.digest(hasher))
  }

  /// The SHA-256 of bytes where they lie.
  public static func hash(of bytes: Span<UInt8>) -> ContentHash {
    var hasher = SHA256()
    unsafe bytes.withUnsafeBytes { unsafe hasher.update(bufferPointer: $0) }
    return ContentHash(MerkleHash.digest(hasher))
  }

  /// The SHA-256 of bytes.
  public static func hash(ofBytes bytes: [UInt8]) -> ContentHash {
    ContentHash(bytes: SHA256.hash(data: bytes))
  }
}

/// What is wrong with a ledger.
public enum LedgerFault: Error, Hashable, Sendable {
  /// The text of an event cannot be read.
  case unreadableEvent(EventFault)
  /// An event's name is not the hash of its text.
  case wrongHash(event: ContentHash)
  /// An event names a parent that is not in the claim's history.
  case missingParent(event: ContentHash, parent: ContentHash)
  /// A claim's history does not begin with one `captured` event.
  case noBeginning(claim: ClaimID)
  /// An event of one claim stands in the history of another.
  case strayEvent(event: ContentHash, claim: ClaimID)
}

/// Why the text of an event cannot be read.
public enum EventFault: Hashable, Sendable {
  /// Its bytes are not UTF-8.
  case notUTF8
  /// It is not JSON of the ledger's kind.
  case notJSON
  /// Its format has another version than 1.
  case otherVersion
  /// A member is missing or has the wrong type.
  case missingMember
  /// A parent is not a hash.
  case parentName
  /// It names a parent twice.
  case repeatedParent
  /// Its claim's name is not 16 hexadecimal digits.
  case claimName
  /// No event is called this.
  case unknownType(String)
  /// What an event of this type has to say is not all there.
  case incompleteBody(type: String)
  /// It says the same as an event, but is not spelled as one.
  case notCanonical
  /// The line is not that of an event.
  case notALine
  /// The name on the line is not a hash.
  case name
  /// Its signature is not a signature line.
  case signature
}
