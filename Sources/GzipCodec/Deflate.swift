/// Compresses by RFC 1951: repeated strings (LZ77) with the fixed Huffman codes.
///
/// Fixed codes cost some tenths of what made-to-measure ones would, and need no second pass.
struct Deflate {
  private static let shortestMatch = 3
  private static let longestMatch = 258
  private static let window = 32_768
  /// How many earlier places are tried for a match, so that no input makes it slow.
  private static let mostTries = 32
  private static let hashBits = 15

  private var out: [UInt8] = []
  private var pending: UInt64 = 0
  private var pendingBits = 0

  /// The compressed bytes.
  static func compress(_ bytes: [UInt8]) -> [UInt8] {
    var deflate = Deflate()
    deflate.out.reserveCapacity(bytes.count / 3 + 16)
    // One last block with fixed codes.
    deflate.put(0b011, 3)
    deflate.encode(bytes)
    deflate.symbol(256)
    deflate.put(0, 7)
    while deflate.pendingBits >= 8 { deflate.flush() }
    return deflate.out
  }

  private mutating func encode(_ bytes: [UInt8]) {
    var heads = [Int32](repeating: -1, count: 1 << Self.hashBits)
    var previous = [Int32](repeating: -1, count: min(bytes.count, Self.window))
    func remember(_ index: Int) {
      guard index + Self.shortestMatch <= bytes.count else { return }
      let hash = Self.hash(bytes, index)
      previous[index % Self.window] = heads[hash]
      heads[hash] = Int32(truncatingIfNeeded: index)
    }
    var index = 0
    while index < bytes.count {
      let match = Self.match(bytes, at: index, heads, previous)
      if let match {
        put(length: match.length)
        put(distance: match.distance)
        for place in index..<(index + match.length) { remember(place) }
        index += match.length
      } else {
        symbol(Int(bytes[index]))
        remember(index)
        index += 1
      }
    }
  }

  private static func hash(_ bytes: [UInt8], _ index: Int) -> Int {
    let value =
      UInt32(bytes[index]) << 16 | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2])
    return Int((value &* 0x9E37_79B1) >> UInt32(32 - hashBits))
  }

  private static func match(
    _ bytes: [UInt8],
    at index: Int,
    _ heads: [Int32],
    _ previous: [Int32]
  ) -> (length: Int, distance: Int)? {
    guard index + shortestMatch <= bytes.count else { return nil }
    var best = (length: shortestMatch - 1, distance: 0)
    let longest = min(longestMatch, bytes.count - index)
    var candidate = Int(heads[hash(bytes, index)])
    var tries = mostTries
    while candidate >= 0, index - candidate <= window, tries > 0 {
      var length = 0
      while length < longest, bytes[candidate + length] == bytes[index + length] { length += 1 }
      if length > best.length { best = (length, index - candidate) }
      if length == longest { break }
      let next = Int(previous[candidate % window])
      // Places older than the window were written over.
      guard next < candidate else { break }
      candidate = next
      tries -= 1
    }
    return best.length >= shortestMatch ? best : nil
  }
}

extension Deflate {
  private mutating func put(length: Int) {
    let code = (DeflateTable.lengthBase.lastIndex { $0 <= length }) ?? 0
    symbol(257 + code)
    put(UInt64(length - DeflateTable.lengthBase[code]), DeflateTable.lengthBits[code])
  }

  private mutating func put(distance: Int) {
    let code = (DeflateTable.distanceBase.lastIndex { $0 <= distance }) ?? 0
    putReversed(UInt64(code), 5)
    put(UInt64(distance - DeflateTable.distanceBase[code]), DeflateTable.distanceBits[code])
  }

  /// Writes a literal or length symbol by the fixed codes.
  private mutating func symbol(_ symbol: Int) {
    switch symbol {
    case 0..<144: putReversed(UInt64(0x30 + symbol), 8)
    case 144..<256: putReversed(UInt64(0x190 + symbol - 144), 9)
    case 256..<280: putReversed(UInt64(symbol - 256), 7)
    default: putReversed(UInt64(0xC0 + symbol - 280), 8)
    }
  }

  /// Writes a Huffman code, whose first bit comes first.
  private mutating func putReversed(_ code: UInt64, _ count: Int) {
    var reversed: UInt64 = 0
    for bit in 0..<count where code >> UInt64(bit) & 1 == 1 {
      reversed |= 1 << UInt64(count - 1 - bit)
    }
    put(reversed, count)
  }

  private mutating func put(_ bits: UInt64, _ count: Int) {
    pending |= bits << UInt64(pendingBits)
    pendingBits += count
    while pendingBits >= 8 { flush() }
  }

  private mutating func flush() {
    out.append(UInt8(truncatingIfNeeded: pending))
    pending >>= 8
    pendingBits -= 8
  }
}
