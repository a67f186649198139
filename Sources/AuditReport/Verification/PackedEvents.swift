import ClaimModel

/// The events of a page in as few bytes as a page's own script can unpack with a few lines.
///
/// Three lists as JSON. A *shape* is an event with `null` for each value of its own, and 0 for what follows from where it
/// stands: its claim's name, the event before it as its parent, its time. *Shared* are the values that occur more than
/// once, and every number. A row of *claims* has a list for each dossier, and in it for each event the number of its
/// shape, the seconds since the event before it, and its values: the number of a shared one; −1 for the claim's name, −2
/// and on for the words that the dossier tells (``AuditedClaim/told``); anything else is the value itself. An event of any
/// other build stands as its text.
struct PackedEvents {
  /// How often each value occurs, by its fingerprint.
  private var counts: [UInt64: Int] = [:]
  private var shapes: [Value: Int] = [:]
  private var shared: [Value: Int] = [:]
  private var shapeList: [UInt8] = []
  private var sharedList: [UInt8] = []
  private var rows: [UInt8] = []
  private var moment: Int64 = 0

  /// Packs events for a `script` element.
  ///
  /// - Parameters:
  ///   - claims: the claims in the order of their dossiers.
  ///   - names: the names of their events, one after the other.
  /// - Returns: the element's content.
  static func script(_ claims: [AuditedClaim], names: [ContentHash]) -> Markup {
    var packed = PackedEvents()
    var next = 0
    let forms = claims.map { claim in
      let id = claim.claim.id.rawValue.asShown
      let first = next
      next += claim.events.count
      return claim.events.enumerated().map { index, event in
        let parents = index == 0 ? [] : Array("[\"\(names[first + index - 1].hex)\"]".utf8)
        return EventForm(event, claim: id, parents: parents)
      }
    }
    for form in forms.joined() { if let form { packed.count(form) } }
    for (claim, forms) in zip(claims, forms) { packed.write(claim, forms) }
    var json: [UInt8] = []
    json.append(literal: "{\"shapes\":[\n")
    json += packed.shapeList
    json.append(literal: "\n],\"shared\":[\n")
    json += packed.sharedList
    json.append(literal: "\n],\"claims\":[\n")
    json += packed.rows
    json.append(literal: "\n]}")
    return Markup(JSON.written(String(decoding: json, as: UTF8.self)))
  }

  private mutating func count(_ form: EventForm) {
    for part in form.parts where part.kind == .value || part.kind == .object {
      counts[form.fingerprint(part.range), default: 0] += 1
    }
  }

  private mutating func write(_ claim: AuditedClaim, _ forms: [EventForm?]) {
    let words = ([claim.claim.id.rawValue] + claim.told).map(\.asShown)
    if !rows.isEmpty { rows.append(literal: ",\n") }
    rows.append(UInt8(ascii: "["))
    for (index, form) in forms.enumerated() {
      if index > 0 { rows.append(UInt8(ascii: ",")) }
      if let form {
        write(form, words)
      } else {
        rows += JSON.string(claim.events[index]).scriptBytes
      }
    }
    rows.append(UInt8(ascii: "]"))
  }

  private mutating func write(_ form: EventForm, _ words: [[UInt8]]) {
    var shape: [UInt8] = []
    var values: [UInt8] = []
    var place = 0
    while place < form.parts.count {
      let part = form.parts[place]
      place += 1
      switch part.kind {
      case .common: shape += form.bytes[part.range]
      case .known: shape.append(UInt8(ascii: "0"))
      case .object:
        guard isShared(part.range, of: form) else { continue }
        shape.append(literal: "null")
        values.append(UInt8(ascii: ","))
        values += "\(number(ofShared: Value(form.bytes[part.range])))".utf8
        place = part.next
      case .value:
        shape.append(literal: "null")
        values.append(UInt8(ascii: ","))
        append(part.range, of: form, words, to: &values)
      }
    }
    let time = form.time ?? 0
    rows += "[\(number(ofShape: Value(shape[...]))),\(time - moment)".utf8
    rows += values
    rows.append(UInt8(ascii: "]"))
    moment = time
  }

  private mutating func append(
    _ range: Range<Int>,
    of form: EventForm,
    _ words: [[UInt8]],
    to values: inout [UInt8]
  ) {
    let value = form.bytes[range]
    let word = words.firstIndex { $0.count == range.count && $0.elementsEqual(value) }
    if let word {
      values += "-\(word + 1)".utf8
    } else if form.bytes[range.lowerBound].beginsNumber || isShared(range, of: form) {
      values += "\(number(ofShared: Value(value)))".utf8
    } else {
      values += value
    }
  }

  /// Whether a value occurs more than once.
  private func isShared(_ range: Range<Int>, of form: EventForm) -> Bool {
    counts[form.fingerprint(range), default: 0] > 1
  }

  private mutating func number(ofShared value: Value) -> Int {
    Self.number(of: value, in: &shared, list: &sharedList)
  }

  private mutating func number(ofShape value: Value) -> Int {
    Self.number(of: value, in: &shapes, list: &shapeList)
  }

  private static func number(
    of value: Value,
    in numbers: inout [Value: Int],
    list: inout [UInt8]
  ) -> Int {
    if let number = numbers[value] { return number }
    if !list.isEmpty { list.append(literal: ",\n") }
    list += value.bytes
    numbers[value] = numbers.count
    return numbers.count - 1
  }
}

/// A piece of JSON text as a key; its bytes are hashed at once, not one by one.
private struct Value: Hashable {
  let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  func hash(into hasher: inout Hasher) {
    unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
  }
}

extension AuditedClaim {
  /// What the dossier tells in words that have to stand in an event: the quotation, the explanation, the excerpts.
  var told: [String] {
    let explanation = [verdict?.explanation ?? ""]
    return (claim.quote + explanation + evidence.map { $0.evidence.excerpt ?? "" })
      .filter { !$0.isEmpty }
  }
}

extension String {
  /// The text as JSON where the page's own words stand for it; else nothing, which no value is.
  fileprivate var asShown: [UInt8] { isShownAsItIs ? RawJSON.string(utf8) : [] }

  /// Whether a browser that reads the text from a page has every byte of it: HTML forbids some characters and turns line
  /// ends into one kind.
  fileprivate var isShownAsItIs: Bool {
    let isPlain = utf8.allSatisfy { byte in
      (0x20..<0x7F).contains(byte) || byte == 0x0A || (0xC3..<0xEF).contains(byte)
        || (0x80..<0xC0).contains(byte)
    }
    if isPlain { return true }
    let markup: Markup = "\(self)"
    return PlainText.of(markup.bytes[...]).elementsEqual(utf8)
  }
}
