import ClaimModel

/// An event's canonical text taken apart: what events of its kind have in common, and the values that are its own.
struct EventForm {
  /// A stretch of the text.
  struct Part {
    /// What it is.
    var kind: Kind
    /// Where it stands.
    var range: Range<Int>
    /// For an object the number of the part behind it.
    var next = 0
  }

  /// What a stretch of the text is.
  enum Kind {
    /// The same in all events of this kind.
    case common
    /// The claim's name, its parent's, or its time, which follow from where it stands.
    case known
    /// A value of its own.
    case value
    /// An object with parts of its own, which follow.
    case object
  }

  /// The text.
  let bytes: [UInt8]
  /// Its parts, one after the other; those of an object stand behind the part for all of it.
  private(set) var parts: [Part] = []
  /// When it happened, in seconds since 1970.
  private(set) var time: Int64?
  private var plain = 0

  /// Takes an event apart; nil where it is not built as the ledger's are.
  ///
  /// - Parameters:
  ///   - event: its canonical JSON.
  ///   - claim: the claim's name as JSON, or nothing where the event has to name it itself.
  ///   - parent: the name of the event before it.
  init?(_ event: String, claim: [UInt8], parent: ContentHash?) {
    bytes = Array(event.utf8)
    parts.reserveCapacity(32)
    let json = RawJSON(bytes[...])
    guard let members = json.members(at: 0), json.end(ofValueAt: 0) == bytes.count else {
      return nil
    }
    for (name, range) in members {
      if name.elementsEqual("body".utf8) {
        guard bytes[range.lowerBound] == UInt8(ascii: "{"), addMembers(at: range, json, depth: 1)
        else { return nil }
      } else if name.elementsEqual("claim".utf8), bytes[range].elementsEqual(claim) {
        add(.known, range)
      } else if name.elementsEqual("parents".utf8) {
        if let parent, bytes[range].elementsEqual("[\"\(parent.hex)\"]".utf8) {
          add(.known, range)
        } else if range.count > 2 {
          add(.value, range)
        }
      } else if name.elementsEqual("time".utf8), let seconds = Self.seconds(bytes[range]) {
        time = seconds
        add(.known, range)
      } else {
        let first = bytes[range.lowerBound]
        guard first == UInt8(ascii: "\"") || first.beginsNumber else { return nil }
      }
    }
    guard time != nil else { return nil }
    flush(to: bytes.count)
  }

  private mutating func flush(to place: Int) {
    if place > plain { parts.append(Part(kind: .common, range: plain..<place)) }
    plain = place
  }

  private mutating func add(_ kind: Kind, _ range: Range<Int>) {
    flush(to: range.lowerBound)
    parts.append(Part(kind: kind, range: range))
    plain = range.upperBound
  }

  private mutating func addMembers(at range: Range<Int>, _ json: RawJSON, depth: Int) -> Bool {
    guard depth < RawJSON.deepest, let members = json.members(at: range.lowerBound) else {
      return false
    }
    return members.allSatisfy { addValue(at: $0.value, json, depth: depth) }
  }

  /// Objects are taken apart, and arrays of strings and objects; lists of numbers are one value.
  private mutating func addValue(at range: Range<Int>, _ json: RawJSON, depth: Int) -> Bool {
    switch bytes[range.lowerBound] {
    case UInt8(ascii: "{"):
      flush(to: range.lowerBound)
      let place = parts.count
      parts.append(Part(kind: .object, range: range))
      guard addMembers(at: range, json, depth: depth + 1) else { return false }
      flush(to: range.upperBound)
      parts[place].next = parts.count
      return true
    case UInt8(ascii: "["):
      let first = bytes[range.lowerBound + 1]
      guard first == UInt8(ascii: "\"") || first == UInt8(ascii: "{") else { break }
      guard depth < RawJSON.deepest, let elements = json.elements(at: range.lowerBound) else {
        return false
      }
      return elements.allSatisfy { addValue(at: $0.indices, json, depth: depth + 1) }
    default: break
    }
    add(.value, range)
    return true
  }

  /// The seconds of a time in the one form that the ledger writes, `"2026-03-09T12:15:00Z"`.
  private static func seconds(_ json: ArraySlice<UInt8>) -> Int64? {
    let text = json.dropFirst().dropLast()
    // A leap second has another spelling, too.
    guard text.count == 20, text.last == UInt8(ascii: "Z"),
      text[text.startIndex + 17] < UInt8(ascii: "6")
    else { return nil }
    return Timestamp(rfc3339: String(decoding: text, as: UTF8.self))?.secondsSince1970
  }
}
