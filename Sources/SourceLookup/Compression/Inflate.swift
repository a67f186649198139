/// Decompresses by RFC 1951, in bounded memory.
struct Inflate {
  /// Why bytes cannot be decompressed.
  enum Fault: Error, Hashable {
    case cutShort
    case malformed
    case tooLarge
  }

  private let bytes: [UInt8]
  private let limit: Int
  private var position: Int
  private var pending: UInt32 = 0
  private var pendingBits = 0
  private var out: [UInt8] = []

  /// Decompresses what begins at `start`; the result, and the offset just past it.
  static func decompress(
    _ bytes: [UInt8],
    from start: Int,
    limit: Int
  ) throws(Fault) -> (out: [UInt8], end: Int) {
    var inflate = Inflate(bytes: bytes, limit: limit, position: start)
    var isLast = false
    while !isLast {
      isLast = try inflate.bits(1) == 1
      switch try inflate.bits(2) {
      case 0: try inflate.stored()
      case 1:
        try inflate.block(Codes(DeflateTable.fixedLengths), Codes([Int](repeating: 5, count: 30)))
      case 2:
        let (literals, distances) = try inflate.dynamicCodes()
        try inflate.block(literals, distances)
      default: throw .malformed
      }
    }
    return (inflate.out, inflate.position)
  }

  private init(bytes: [UInt8], limit: Int, position: Int) {
    self.bytes = bytes
    self.limit = limit
    self.position = position
  }

  private mutating func bits(_ count: Int) throws(Fault) -> Int {
    while pendingBits < count {
      guard position < bytes.count else { throw .cutShort }
      pending |= UInt32(bytes[position]) << UInt32(pendingBits)
      position += 1
      pendingBits += 8
    }
    let value = pending & ((1 << UInt32(count)) - 1)
    pending >>= UInt32(count)
    pendingBits -= count
    return Int(value)
  }

  private mutating func stored() throws(Fault) {
    pending = 0
    pendingBits = 0
    guard position + 4 <= bytes.count else { throw .cutShort }
    let length = Int(bytes[position]) | Int(bytes[position + 1]) << 8
    let check = Int(bytes[position + 2]) | Int(bytes[position + 3]) << 8
    guard length == ~check & 0xFFFF else { throw .malformed }
    position += 4
    guard position + length <= bytes.count else { throw .cutShort }
    guard out.count + length <= limit else { throw .tooLarge }
    out.append(contentsOf: bytes[position..<(position + length)])
    position += length
  }

  private mutating func symbol(_ codes: Codes) throws(Fault) -> Int {
    var code = 0
    var first = 0
    var index = 0
    for length in 1...Codes.longest {
      code |= try bits(1)
      let count = codes.counts[length]
      if code - count < first { return codes.symbols[index + code - first] }
      index += count
      first = (first + count) << 1
      code <<= 1
    }
    throw .malformed
  }

  private mutating func block(_ literals: Codes, _ distances: Codes) throws(Fault) {
    while true {
      let symbol = try symbol(literals)
      if symbol == 256 { return }
      if symbol < 256 {
        guard out.count < limit else { throw .tooLarge }
        out.append(UInt8(symbol))
        continue
      }
      guard symbol < 286 else { throw .malformed }
      let row = symbol - 257
      let length = DeflateTable.lengthBase[row] + (try bits(DeflateTable.lengthBits[row]))
      let column = try self.symbol(distances)
      guard column < 30 else { throw .malformed }
      let distance =
        DeflateTable.distanceBase[column] + (try bits(DeflateTable.distanceBits[column]))
      guard distance <= out.count else { throw .malformed }
      guard out.count + length <= limit else { throw .tooLarge }
      for _ in 0..<length { out.append(out[out.count - distance]) }
    }
  }

  private mutating func dynamicCodes() throws(Fault) -> (Codes, Codes) {
    let literalCount = try bits(5) + 257
    let distanceCount = try bits(5) + 1
    let codeCount = try bits(4) + 4
    guard literalCount <= 286, distanceCount <= 30 else { throw .malformed }
    var codeLengths = [Int](repeating: 0, count: 19)
    for place in DeflateTable.codeLengthOrder.prefix(codeCount) { codeLengths[place] = try bits(3) }
    let codes = Codes(codeLengths)
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
    return (Codes(lengths.prefix(literalCount)), Codes(lengths.dropFirst(literalCount)))
  }

  /// A canonical Huffman code: how many codes each length has, and the symbols in the order of their codes.
  private struct Codes {
    static let longest = 15
    var counts = [Int](repeating: 0, count: longest + 1)
    var symbols: [Int] = []

    init(_ lengths: some Collection<Int>) {
      for length in lengths where length > 0 { counts[length] += 1 }
      symbols = lengths.enumerated().filter { $0.element > 0 }
        .sorted { ($0.element, $0.offset) < ($1.element, $1.offset) }
        .map(\.offset)
    }
  }
}
