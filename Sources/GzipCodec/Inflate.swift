/// Decompresses by RFC 1951, in bounded memory.
package struct Inflate {
  /// Why bytes cannot be decompressed.
  package enum Fault: Error, Hashable {
    /// They end too early.
    case cutShort
    /// They are not what RFC 1951 or 1952 describes, or their checksum is another.
    case malformed
    /// More than the limit comes out.
    case tooLarge(atLeast: Int)
  }

  private let bytes: [UInt8]
  private let limit: Int
  private var position: Int
  private var pending: UInt64 = 0
  private var pendingBits = 0
  private var out: [UInt8] = []

  /// Decompresses what begins at `start`; the result, and the offset just past it.
  package static func decompress(
    _ bytes: [UInt8],
    from start: Int,
    limit: Int
  ) throws(Fault) -> (out: [UInt8], end: Int) {
    guard (0...bytes.count).contains(start) else { throw .cutShort }
    var inflate = Inflate(bytes: bytes, limit: limit, position: start)
    var isLast = false
    while !isLast {
      isLast = try inflate.bits(1) == 1
      switch try inflate.bits(2) {
      case 0: try inflate.stored()
      case 1: try inflate.block(HuffmanCode.fixedLiterals, HuffmanCode.fixedDistances)
      case 2:
        let (literals, distances) = try inflate.dynamicCodes()
        try inflate.block(literals, distances)
      default: throw .malformed
      }
    }
    return (inflate.out, inflate.position - inflate.pendingBits / 8)
  }

  private init(bytes: [UInt8], limit: Int, position: Int) {
    self.bytes = bytes
    self.limit = limit
    self.position = position
  }

  /// Reads bytes ahead until there is no room for another one.
  private mutating func refill() {
    while pendingBits <= 56, position < bytes.count {
      pending |= UInt64(bytes[position]) << UInt64(pendingBits)
      position += 1
      pendingBits += 8
    }
  }

  private mutating func bits(_ count: Int) throws(Fault) -> Int {
    if pendingBits < count { refill() }
    guard pendingBits >= count else { throw .cutShort }
    let value = Int(pending & ((1 << UInt64(count)) - 1))
    pending >>= UInt64(count)
    pendingBits -= count
    return value
  }

  private mutating func stored() throws(Fault) {
    // Whole bytes that were read ahead are given back; bits before the next byte mean nothing.
    position -= pendingBits / 8
    pending = 0
    pendingBits = 0
    let length = try bits(16)
    guard length == ~(try bits(16)) & 0xFFFF else { throw .malformed }
    position -= pendingBits / 8
    pending = 0
    pendingBits = 0
    guard position + length <= bytes.count else { throw .cutShort }
    try makeRoom(for: length)
    out.append(contentsOf: bytes[position..<(position + length)])
    position += length
  }

  private func makeRoom(for count: Int) throws(Fault) {
    guard out.count + count <= limit else { throw .tooLarge(atLeast: out.count + count) }
  }

  private mutating func symbol(_ code: HuffmanCode) throws(Fault) -> Int {
    if pendingBits < HuffmanCode.longest { refill() }
    let entry = Int(code.table[Int(truncatingIfNeeded: pending) & HuffmanCode.tableMask])
    if entry != 0, entry & 15 <= pendingBits {
      pending >>= UInt64(entry & 15)
      pendingBits -= entry & 15
      return entry >> 4
    }
    var value = 0
    var first = 0
    var index = 0
    for length in 1...HuffmanCode.longest {
      value |= try bits(1)
      let count = code.counts[length]
      if value - count < first { return code.symbols[index + value - first] }
      index += count
      first = (first + count) << 1
      value <<= 1
    }
    throw .malformed
  }

  private mutating func block(_ literals: HuffmanCode, _ distances: HuffmanCode) throws(Fault) {
    while true {
      let symbol = try symbol(literals)
      if symbol < 256 {
        // Looked at with the next copy or the block's end: no more than eight come of a byte.
        out.append(UInt8(symbol))
        continue
      }
      if symbol == 256 { return try makeRoom(for: 0) }
      guard symbol < 286 else { throw .malformed }
      let row = symbol - 257
      let length = DeflateTable.lengthBase[row] + (try bits(DeflateTable.lengthBits[row]))
      let column = try self.symbol(distances)
      guard column < 30 else { throw .malformed }
      let distance =
        DeflateTable.distanceBase[column] + (try bits(DeflateTable.distanceBits[column]))
      guard distance <= out.count else { throw .malformed }
      try makeRoom(for: length)
      // The copy may read what it has just written, so it goes byte by byte.
      for _ in 0..<length { out.append(out[out.count - distance]) }
    }
  }

  private mutating func dynamicCodes() throws(Fault) -> (HuffmanCode, HuffmanCode) {
    let literalCount = try bits(5) + 257
    let distanceCount = try bits(5) + 1
    let codeCount = try bits(4) + 4
    guard literalCount <= 286, distanceCount <= 30 else { throw .malformed }
    var codeLengths = [Int](repeating: 0, count: 19)
    for place in DeflateTable.codeLengthOrder.prefix(codeCount) { codeLengths[place] = try bits(3) }
    let codes = HuffmanCode(codeLengths[...])
    var lengths: [Int] = []
    while lengths.count < literalCount + distanceCount {
      let symbol = try symbol(codes)
      switch symbol {
      case 0..<16: lengths.append(symbol)
      case 16:
        guard let last = lengths.last else { throw .malformed }
        lengths.append(contentsOf: repeatElement(last, count: try bits(2) + 3))
      case 17: lengths.append(contentsOf: repeatElement(0, count: try bits(3) + 3))
      default: lengths.append(contentsOf: repeatElement(0, count: try bits(7) + 11))
      }
    }
    guard lengths.count == literalCount + distanceCount else { throw .malformed }
    return (HuffmanCode(lengths[..<literalCount]), HuffmanCode(lengths[literalCount...]))
  }
}
