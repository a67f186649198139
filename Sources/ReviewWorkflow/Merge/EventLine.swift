import ClaimModel
import Foundation

/// How events travel: one line of canonical JSON each, `{"event":{…},"id":"…","signature":"…"}`.
///
/// `event` is the event's canonical text, byte for byte what its name is the hash of; `id` is that name, so that a line
/// that was damaged on the way is known by itself; `signature`, a signature line as in a signed note, may be missing. The
/// members stand in this order without white space, so that the line is canonical JSON (RFC 8785) and one event has one
/// spelling.
extension SignedEvent {
  private static let head = Array(#"{"event":"#.utf8)
  private static let beforeName = Array(#"},"id":""#.utf8)
  private static let beforeSignature = Array(#"","signature":"#.utf8)
  private static let tail = Array(#""}"#.utf8)

  /// The event and its signature as one line, without the line's end.
  public var line: String {
    let signature = signature.map {
      #","signature":\#(JSONValue.string($0.description).canonical)"#
    }
    return #"{"event":\#(event.canonical),"id":"\#(event.id.hex)"\#(signature ?? "")}"#
  }

  /// Whether a line begins as an event's does.
  public static func isLine(_ text: String) -> Bool { text.utf8.starts(with: head) }

  /// Reads a line.
  ///
  /// Throws ``LedgerFault/wrongHash(event:)`` with the name that the line gives, where its text has another hash, and
  /// ``LedgerFault/unreadableEvent(_:)`` where it is not a line of this form. The signature is not checked.
  public init(line: String) throws(LedgerFault) {
    let bytes = Array(line.utf8)
    let nameLength = 64
    guard bytes.starts(with: Self.head), bytes.suffix(2) == Self.tail[...],
      let end = Self.lastName(in: bytes), end + Self.beforeName.count + nameLength < bytes.count - 1
    else { throw .unreadableEvent(.notALine) }
    let canonical = String(decoding: bytes[Self.head.count...end], as: UTF8.self)
    let nameStart = end + Self.beforeName.count
    let name = String(decoding: bytes[nameStart..<(nameStart + nameLength)], as: UTF8.self)
    guard let id = ContentHash(hex: name), id.hex == name else {
      throw .unreadableEvent(.name)
    }
    guard Event.hash(of: canonical) == id else { throw .wrongHash(event: id) }
    event = try Event(canonical: canonical)
    signature = try Self.signature(bytes[(nameStart + nameLength)...])
  }

  /// The place of the brace that ends the event: no string of JSON can have what follows it in it, quotation marks and all.
  private static func lastName(in bytes: [UInt8]) -> Int? {
    var start = bytes.count - beforeName.count
    while start >= head.count {
      if bytes[start] == beforeName[0], bytes[start...].starts(with: beforeName) { return start }
      start -= 1
    }
    return nil
  }

  /// Reads what follows the name: the end of the line, or a signature and the end.
  private static func signature(_ rest: ArraySlice<UInt8>) throws(LedgerFault) -> Signature? {
    if rest == tail[...] { return nil }
    guard rest.starts(with: beforeSignature),
      let text = try? JSONDecoder().decode(
        String.self,
        from: Data(rest.dropFirst(beforeSignature.count).dropLast())
      ),
      let signature = Signature(line: text),
      JSONValue.string(text).canonical.utf8.elementsEqual(
        rest.dropFirst(beforeSignature.count).dropLast()
      )
    else { throw .unreadableEvent(.signature) }
    return signature
  }
}
