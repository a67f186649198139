/// A canonical Huffman code: how many codes each length has, and the symbols in the order of their codes.
struct HuffmanCode {
  /// The most bits of a code.
  static let longest = 15
  /// The lowest ten bits, which most codes fit into.
  static let tableMask = 1_023

  private(set) var counts = [Int](repeating: 0, count: longest + 1)
  private(set) var symbols: [Int] = []
  /// For the next ten bits the symbol times 16 and its length, or 0 where its code is longer.
  private(set) var table = [UInt16](repeating: 0, count: tableMask + 1)

  /// Makes the code in which each symbol has so many bits; 0 for one that does not occur.
  init(_ lengths: ArraySlice<Int>) {
    for length in 1...Self.longest {
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

  /// The code of literals and lengths that needs no description.
  static let fixedLiterals = HuffmanCode(DeflateTable.fixedLengths[...])
  /// The code of distances that needs no description.
  static let fixedDistances = HuffmanCode([Int](repeating: 5, count: 30)[...])
}
