/// How a short or misspelt name is known as another one of the same person.
enum NameLikeness {
  /// Longer words are no names, and comparing them would take long.
  private static let longest = 24

  /// A token's bytes, ASCII letters lowered, 's left out.
  static func lowered(_ index: Int, _ tagged: TaggedText) -> [UInt8] {
    let token = tagged.text.tokens[index]
    let bytes = tagged.text.bytes
    let end = NameReader.withoutPossessive(token, bytes.span)
    return bytes[Int(token.start)..<end].map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
  }

  /// The first letters of a name's words, those joined by a hyphen apart.
  static func initials(_ name: [[UInt8]]) -> [UInt8] {
    name.flatMap { $0.split(separator: UInt8(ascii: "-")).compactMap(\.first) }
  }

  /// Whether a short name begins as the first name does, or is made of the heads of the first two: "Jokowi".
  ///
  /// Of the second part two letters must be the second name's head; the rest may leave letters out, as "Bamsoet" does of
  /// Soesatyo.
  static func blends(_ short: [UInt8], _ names: [[UInt8]]) -> Bool {
    guard names.count >= 2, (4...longest).contains(short.count) else { return false }
    if names[0].count > short.count, names[0].starts(with: short) { return true }
    for cut in 1..<short.count where short.count - cut >= (cut == 1 ? 3 : 2) {
      guard names[0].starts(with: short[..<cut]) else { break }
      let rest = short[cut...]
      guard names[1].starts(with: rest.prefix(2)) else { continue }
      var left = rest
      for letter in names[1] where left.first == letter { left = left.dropFirst() }
      if left.isEmpty { return true }
    }
    return false
  }

  /// Whether a short name is the end of the first of several names: "Imin" for Muhaimin Iskandar.
  static func isEnding(_ short: [UInt8], _ names: [[UInt8]]) -> Bool {
    names.count >= 2 && short.count >= 4 && names[0].count > short.count
      && names[0].suffix(short.count).elementsEqual(short)
  }

  /// Whether a name is another one with a word cut short: "Desi" for Desilia.
  static func isShortened(_ name: [[UInt8]], _ full: [[UInt8]]) -> Bool {
    name.count == full.count && name != full && zip(name, full).allSatisfy { $1.starts(with: $0) }
  }

  /// Whether one name is another with a slip of the pen: as many words or only one, each the same or nearly so.
  static func isMisspelt(_ name: [[UInt8]], _ full: [[UInt8]]) -> Bool {
    if name.count == 1, full.count > 1 { return full.contains { isNear(name[0], $0) } }
    guard name.count == full.count else { return false }
    return zip(name, full).allSatisfy { $0 == $1 || isNear($0, $1) }
  }

  /// Whether two words of five letters or more begin alike and differ by one slip; of eight or more, by two.
  static func isNear(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    let shorter = min(one.count, other.count)
    guard (5...longest).contains(shorter), one.first == other.first, one != other else {
      return false
    }
    let most = shorter >= 8 ? 2 : 1
    guard abs(one.count - other.count) <= most else { return false }
    return isWithin(most, one[...], other[...])
  }

  /// Whether so many letters at most have to be put in, left out, changed or exchanged with their neighbour.
  ///
  /// What two words begin with alike costs nothing, so that most pairs are told apart at their first few letters.
  private static func isWithin(
    _ most: Int,
    _ one: ArraySlice<UInt8>,
    _ other: ArraySlice<UInt8>
  ) -> Bool {
    var (at, place) = (one.startIndex, other.startIndex)
    while at < one.endIndex, place < other.endIndex, one[at] == other[place] {
      at += 1
      place += 1
    }
    let left = one.endIndex - at
    let wanted = other.endIndex - place
    if left == 0 || wanted == 0 { return max(left, wanted) <= most }
    guard most > 0, abs(left - wanted) <= most else { return false }
    return isWithin(most - 1, one[(at + 1)...], other[(place + 1)...])
      || isWithin(most - 1, one[(at + 1)...], other[place...])
      || isWithin(most - 1, one[at...], other[(place + 1)...])
      || left > 1 && wanted > 1 && one[at] == other[place + 1] && one[at + 1] == other[place]
        && isWithin(most - 1, one[(at + 2)...], other[(place + 2)...])
  }
}
