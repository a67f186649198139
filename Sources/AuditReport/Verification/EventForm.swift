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

  /// Takes an event apart in one walk over it; nil where it is not built as the ledger's are.
  ///
  /// - Parameters:
  ///   - event: its canonical JSON.
  ///   - claim: the claim's name as JSON, or nothing where the event has to name it itself.
  ///   - parents: the name of the event before it as its only parent, as JSON; nothing where there is none.
  init?(_ event: String, claim: [UInt8], parents: [UInt8]) {
    bytes = Array(event.utf8)
    parts.reserveCapacity(32)
    let json = RawJSON(bytes[...])
    var place = 0
    let isEvent = walkObject(json, &place) { form, name, place in
      form.addMember(json, name, &place, claim: claim, parents: parents)
    }
    guard isEvent, place == bytes.count, time != nil else { return nil }
    flush(to: place)
  }

  /// Takes a member of the event itself, whose value begins at `place`.
  private mutating func addMember(
    _ json: RawJSON,
    _ name: Range<Int>,
    _ place: inout Int,
    claim: [UInt8],
    parents: [UInt8]
  ) -> Bool {
    let start = place
    if bytes[name].elementsEqual("body".utf8) {
      guard json[place] == UInt8(ascii: "{") else { return false }
      return addMembers(json, &place, depth: 1)
    }
    guard let end = json.end(ofValueAt: place) else { return false }
    place = end
    let value = bytes[start..<end]
    if bytes[name].elementsEqual("claim".utf8), value.elementsEqual(claim) {
      add(.known, start..<end)
    } else if bytes[name].elementsEqual("parents".utf8) {
      // None at all is common to events of a kind.
      if value.count > 2 { add(value.elementsEqual(parents) ? .known : .value, start..<end) }
    } else if bytes[name].elementsEqual("time".utf8), let seconds = Self.seconds(value) {
      time = seconds
      add(.known, start..<end)
    } else {
      // In a shape, 0 stands for what is known.
      let isGap = ["claim", "parents"].contains { bytes[name].elementsEqual($0.utf8) }
      if isGap, value.elementsEqual("0".utf8) { return false }
      return value.first == UInt8(ascii: "\"") || value.first?.beginsNumber == true
    }
    return true
  }

  /// A hash of a value (FNV-1a), the same on every machine.
  ///
  /// Two values may share one; then each is taken to occur twice, which costs a few bytes and nothing else.
  func fingerprint(_ range: Range<Int>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for place in range { hash = (hash ^ UInt64(bytes[place])) &* 0x100_0000_01B3 }
    return hash
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

  /// Walks over the object that begins at `place`, whose values `member` has to walk over.
  private mutating func walkObject(
    _ json: RawJSON,
    _ place: inout Int,
    _ member: (inout EventForm, Range<Int>, inout Int) -> Bool
  ) -> Bool {
    guard json[place] == UInt8(ascii: "{") else { return false }
    place += 1
    if json[place] == UInt8(ascii: "}") {
      place += 1
      return true
    }
    while json[place] == UInt8(ascii: "\""), let name = json.end(ofStringAt: place),
      json[name] == UInt8(ascii: ":")
    {
      let words = (place + 1)..<(name - 1)
      place = name + 1
      guard member(&self, words, &place) else { return false }
      place += 1
      if json[place - 1] == UInt8(ascii: "}") { return true }
      guard json[place - 1] == UInt8(ascii: ",") else { return false }
    }
    return false
  }

  private mutating func addMembers(_ json: RawJSON, _ place: inout Int, depth: Int) -> Bool {
    guard depth < RawJSON.deepest else { return false }
    return walkObject(json, &place) { form, _, place in
      form.addValue(json, &place, depth: depth)
    }
  }

  /// Objects are taken apart, and arrays of strings and objects; lists of numbers are one value.
  private mutating func addValue(_ json: RawJSON, _ place: inout Int, depth: Int) -> Bool {
    let start = place
    switch json[place] {
    case UInt8(ascii: "{"):
      flush(to: start)
      let number = parts.count
      parts.append(Part(kind: .object, range: start..<start))
      guard addMembers(json, &place, depth: depth + 1) else { return false }
      flush(to: place)
      parts[number].range = start..<place
      parts[number].next = parts.count
      return true
    case UInt8(ascii: "["):
      let first = json[place + 1]
      guard first == UInt8(ascii: "\"") || first == UInt8(ascii: "{") else { break }
      repeat {
        place += 1
        guard depth < RawJSON.deepest, addValue(json, &place, depth: depth + 1) else {
          return false
        }
      } while json[place] == UInt8(ascii: ",")
      guard json[place] == UInt8(ascii: "]") else { return false }
      place += 1
      return true
    default: break
    }
    guard let end = json.end(ofValueAt: place) else { return false }
    place = end
    add(.value, start..<end)
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
