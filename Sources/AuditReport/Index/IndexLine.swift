import ClaimModel

/// What the index shows of one audit in its tables and lists, as it stands in a ``ScratchFile``.
struct IndexLine: Equatable {
  var fileName: String
  var title: String
  var outlet: String?
  var published: CalendarDate?
  var language: LanguageTag
  var corrections: Int
  var claims: [AuditEntry.ClaimLine]

  init(_ entry: AuditEntry) {
    fileName = entry.fileName
    title = entry.title
    outlet = entry.outlet
    published = entry.published
    language = entry.language
    corrections = entry.corrections.count
    claims = entry.claims
  }
}

extension IndexLine {
  /// The line as bytes, which only this run of the program reads.
  var packed: [UInt8] {
    var pack = Pack()
    pack.write(fileName)
    pack.write(title)
    pack.write(outlet)
    pack.write(published?.daysSince1970 ?? .min)
    pack.write(language.rawValue)
    pack.write(corrections)
    pack.write(claims.count)
    for claim in claims {
      pack.write(claim.number)
      pack.write(claim.place)
      pack.write(claim.kind.rawValue)
      pack.write(claim.stage.rawValue)
      pack.write(claim.rating?.scale)
      pack.write(claim.rating?.rating)
      pack.write(claim.quote)
      pack.write(claim.speaker)
    }
    return pack.bytes
  }

  /// Reads a line.
  init(packed bytes: [UInt8]) {
    var pack = Pack(bytes)
    fileName = pack.text() ?? ""
    title = pack.text() ?? ""
    outlet = pack.text()
    let day = pack.number()
    published = day == .min ? nil : CalendarDate(daysSince1970: day)
    language = LanguageTag(rawValue: pack.text() ?? "")
    corrections = pack.number()
    claims = []
    for _ in 0..<pack.number() {
      let number = pack.number()
      let place = pack.text() ?? ""
      let kind = pack.text().flatMap(Claim.Kind.init) ?? .assertion
      let stage = pack.text().flatMap(ClaimStatus.Stage.init) ?? .captured
      let scale = pack.text()
      let rating = pack.text()
      claims.append(
        AuditEntry.ClaimLine(
          number: number,
          place: place,
          kind: kind,
          stage: stage,
          rating: scale.flatMap { scale in rating.map { RatingName(scale: scale, rating: $0) } },
          quote: pack.text() ?? "",
          speaker: pack.text()
        )
      )
    }
  }
}

/// Numbers and texts one after the other.
private struct Pack {
  var bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8] = []) { self.bytes = bytes }

  mutating func write(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number))
    for _ in 0..<8 {
      bytes.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  mutating func write(_ text: String?) {
    write(text?.utf8.count ?? -1)
    if let text { bytes += text.utf8 }
  }

  mutating func number() -> Int {
    var value: UInt64 = 0
    for byte in bytes[place..<(place + 8)].reversed() { value = value << 8 | UInt64(byte) }
    place += 8
    return Int(Int64(bitPattern: value))
  }

  mutating func text() -> String? {
    let count = number()
    guard count >= 0 else { return nil }
    place += count
    return String(decoding: bytes[(place - count)..<place], as: UTF8.self)
  }
}
