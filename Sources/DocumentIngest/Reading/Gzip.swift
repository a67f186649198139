/// Decompression of gzip files (RFC 1952) and the deflate streams inside them (RFC 1951).
///
/// Checksums are not compared: what a damaged file yields is text that a person looks at.
struct Gzip {
  private let bytes: [UInt8]
  private let limit: Int
  private var index: Int
  private var bits: UInt64 = 0
  private var bitCount = 0
  private var output: [UInt8] = []

  /// The content of all members of a gzip file; nothing beyond `limit` bytes is made.
  static func decompress(_ bytes: [UInt8], limit: Int) throws(IngestError) -> [UInt8] {
    var reader = Gzip(bytes: bytes, limit: limit, index: 0)
    while bytes[reader.index...].starts(with: [0x1F, 0x8B]) {
      try reader.skipHeader()
      try reader.inflate()
      reader.skipTrailer()
    }
    return reader.output
  }

  /// The content of a bare deflate stream that begins at an offset, as zip archives hold them.
  static func inflate(_ bytes: [UInt8], from start: Int, limit: Int) throws(IngestError) -> [UInt8]
  {
    var reader = Gzip(bytes: bytes, limit: limit, index: start)
    try reader.inflate()
    return reader.output
  }

  private init(bytes: [UInt8], limit: Int, index: Int) {
    self.bytes = bytes
    self.limit = limit
    self.index = index
  }

  private static let damaged = IngestError.damaged(format: "gzip")

  private mutating func skipHeader() throws(IngestError) {
    guard index + 10 <= bytes.count, bytes[index + 2] == 8 else { throw Self.damaged }
    let flags = bytes[index + 3]
    index += 10
    if flags & 4 != 0 {
      guard index + 2 <= bytes.count else { throw Self.damaged }
      index += 2 + Int(bytes[index]) + Int(bytes[index + 1]) << 8
    }
    for flag in [8, 16] as [UInt8] where flags & flag != 0 {
      guard index <= bytes.count, let end = bytes[index...].firstIndex(of: 0) else {
        throw Self.damaged
      }
      index = end + 1
    }
    if flags & 2 != 0 { index += 2 }
    guard index <= bytes.count else { throw Self.damaged }
  }

  /// Goes back over whole bytes that were read ahead, then past checksum and length.
  private mutating func skipTrailer() {
    index = min(index - bitCount / 8 + 8, bytes.count)
    bits = 0
    bitCount = 0
  }

  /// Reads bytes ahead until there is no room for another one.
  private mutating func refill() {
    while bitCount <= 56, index < bytes.count {
      bits |= UInt64(bytes[index]) << UInt64(bitCount)
      index += 1
      bitCount += 8
    }
  }

  private mutating func take(_ count: Int) throws(IngestError) -> Int {
    if bitCount < count { refill() }
    guard bitCount >= count else { throw Self.damaged }
    let value = Int(bits & ((1 << UInt64(count)) - 1))
    bits >>= UInt64(count)
    bitCount -= count
    return value
  }

  private mutating func inflate() throws(IngestError) {
    var isLast = false
    while !isLast {
      isLast = try take(1) == 1
      switch try take(2) {
      case 0: try copyStored()
      case 1: try inflate(literals: Self.fixedLiterals, distances: Self.fixedDistances)
      case 2:
        let (literals, distances) = try readCodes()
        try inflate(literals: literals, distances: distances)
      default: throw Self.damaged
      }
    }
  }

  private mutating func copyStored() throws(IngestError) {
    _ = try take(bitCount % 8)
    let length = try take(16)
    _ = try take(16)
    for _ in 0..<length { output.append(UInt8(try take(8))) }
    try checkLimit()
  }

  private func checkLimit() throws(IngestError) {
    if output.count > limit { throw .tooLarge(bytes: output.count, limit: limit) }
  }

  private mutating func inflate(
    literals: HuffmanCode,
    distances: HuffmanCode
  ) throws(IngestError) {
    while true {
      let symbol = try symbol(of: literals)
      if symbol < 256 {
        output.append(UInt8(symbol))
        continue
      }
      if symbol == 256 { return try checkLimit() }
      guard symbol < 286 else { throw Self.damaged }
      let length = Self.lengths[symbol - 257].base + (try take(Self.lengths[symbol - 257].extra))
      let code = try self.symbol(of: distances)
      guard code < 30 else { throw Self.damaged }
      let distance = Self.distances[code].base + (try take(Self.distances[code].extra))
      guard distance <= output.count else { throw Self.damaged }
      // The copy may read what it has just written, so it goes byte by byte.
      for _ in 0..<length { output.append(output[output.count - distance]) }
      try checkLimit()
    }
  }

  private mutating func symbol(of code: HuffmanCode) throws(IngestError) -> Int {
    if bitCount < 15 { refill() }
    let entry = Int(code.table[Int(truncatingIfNeeded: bits) & HuffmanCode.tableMask])
    if entry != 0, entry & 15 <= bitCount {
      bits >>= UInt64(entry & 15)
      bitCount -= entry & 15
      return entry >> 4
    }
    var value = 0
    var first = 0
    var start = 0
    for length in 1...15 {
      value |= try take(1)
      let count = code.counts[length]
      if value - first < count { return code.symbols[start + value - first] }
      start += count
      first = (first + count) << 1
      value <<= 1
    }
    throw Self.damaged
  }

  private mutating func readCodes() throws(IngestError) -> (HuffmanCode, HuffmanCode) {
    let literalCount = try take(5) + 257
    let distanceCount = try take(5) + 1
    let metaCount = try take(4) + 4
    var metaLengths = [Int](repeating: 0, count: 19)
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    for place in order.prefix(metaCount) { metaLengths[place] = try take(3) }
    let meta = HuffmanCode(lengths: metaLengths[...])
    var lengths: [Int] = []
    while lengths.count < literalCount + distanceCount {
      let symbol = try symbol(of: meta)
      switch symbol {
      case 0..<16: lengths.append(symbol)
      case 16:
        guard let last = lengths.last else { throw Self.damaged }
        lengths.append(contentsOf: repeatElement(last, count: 3 + (try take(2))))
      case 17: lengths.append(contentsOf: repeatElement(0, count: 3 + (try take(3))))
      default: lengths.append(contentsOf: repeatElement(0, count: 11 + (try take(7))))
      }
    }
    guard lengths.count == literalCount + distanceCount else { throw Self.damaged }
    return (
      HuffmanCode(lengths: lengths[..<literalCount]), HuffmanCode(lengths: lengths[literalCount...])
    )
  }

  /// A canonical Huffman code: how many codes each length has, and the symbols in code order.
  private struct HuffmanCode {
    var counts = [Int](repeating: 0, count: 16)
    var symbols: [Int] = []
    /// For the next ten bits the symbol times 16 and its length, or 0 where its code is longer.
    var table = [UInt16](repeating: 0, count: tableMask + 1)
    static let tableMask = 1_023

    init(lengths: ArraySlice<Int>) {
      for length in 1...15 {
        for (symbol, ofSymbol) in lengths.enumerated() where ofSymbol == length {
          counts[length] += 1
          symbols.append(symbol)
        }
      }
      fillTable()
    }

    /// A code stands in the stream with its first bit lowest, so it is turned round, and whatever follows it is the same.
    private mutating func fillTable() {
      var code = 0
      var place = 0
      for length in 1...10 {
        for _ in 0..<counts[length] {
          let entry = UInt16(truncatingIfNeeded: symbols[place] << 4 | length)
          var turned = 0
          for bit in 0..<length where code >> bit & 1 == 1 { turned |= 1 << (length - 1 - bit) }
          while turned <= Self.tableMask {
            table[turned] = entry
            turned += 1 << length
          }
          code += 1
          place += 1
        }
        code <<= 1
      }
    }
  }

  private static let fixedLiterals = HuffmanCode(
    lengths: ([Int](repeating: 8, count: 144) + [Int](repeating: 9, count: 112)
      + [Int](repeating: 7, count: 24) + [Int](repeating: 8, count: 8))[...]
  )
  private static let fixedDistances = HuffmanCode(lengths: [Int](repeating: 5, count: 30)[...])

  /// Base and extra bits of the length symbols 257 to 285 (RFC 1951, 3.2.5).
  private static let lengths: [(base: Int, extra: Int)] = {
    var table: [(base: Int, extra: Int)] = []
    var base = 3
    for index in 0..<28 {
      let extra = index < 8 ? 0 : index / 4 - 1
      table.append((base, extra))
      base += 1 << extra
    }
    return table + [(258, 0)]
  }()

  /// Base and extra bits of the distance symbols 0 to 29.
  private static let distances: [(base: Int, extra: Int)] = {
    var table: [(base: Int, extra: Int)] = []
    var base = 1
    for index in 0..<30 {
      let extra = index < 4 ? 0 : index / 2 - 1
      table.append((base, extra))
      base += 1 << extra
    }
    return table
  }()
}
