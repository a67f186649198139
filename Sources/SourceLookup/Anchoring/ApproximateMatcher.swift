/// Finds where a pattern stands in a text with the fewest edits: insertions, deletions and substitutions of one unit.
///
/// Bit-parallel: Gene Myers, *A Fast Bit-Vector Algorithm for Approximate String Matching Based on Dynamic
/// Programming* (JACM 1999), in blocks of 64 rows; only blocks that can still lead to a match are computed. Time is
/// O(text · edits / 64) on average and O(text · pattern / 64) at worst.
struct ApproximateMatcher {
  /// The best matches in a text.
  struct Best: Hashable {
    /// The number of edits.
    let edits: Int
    /// Where the matches end (just past the last unit), ascending.
    ///
    /// Neighbouring ends often belong to one place.
    let ends: [Int]
  }

  private static let wordSize = 64

  /// The number of units of the pattern.
  let length: Int
  private let blockCount: Int
  /// Which row of ``rows`` belongs to a unit; units that the pattern has not have row 0, which is empty.
  private let rowOfUnit: [UInt32: Int]
  private let rowOfASCII: [Int]
  /// For each unit of the pattern, and each block: the bits of the places where the pattern has that unit.
  private let rows: [UInt64]

  /// Prepares a pattern, which must not be empty.
  init(_ pattern: some Sequence<UInt32>) {
    let pattern = Array(pattern)
    length = pattern.count
    let blocks = max(1, (pattern.count + Self.wordSize - 1) / Self.wordSize)
    var rowOfUnit: [UInt32: Int] = [:]
    var rows = [UInt64](repeating: 0, count: blocks)
    for (index, unit) in pattern.enumerated() {
      let row = rowOfUnit[unit] ?? rowOfUnit.count + 1
      if rowOfUnit.updateValue(row, forKey: unit) == nil {
        rows.append(contentsOf: repeatElement(0, count: blocks))
      }
      rows[row * blocks + index / Self.wordSize] |= 1 << UInt64(index % Self.wordSize)
    }
    blockCount = blocks
    rowOfASCII = (0..<128).map { rowOfUnit[UInt32($0)] ?? 0 }
    self.rowOfUnit = rowOfUnit
    self.rows = rows
  }

  private func row(_ unit: UInt32) -> Int {
    unit < 128 ? rowOfASCII[Int(unit)] : rowOfUnit[unit] ?? 0
  }

  /// The best matches anywhere in the text, or nil where all need more than `limit` edits.
  func best(in text: ArraySlice<UInt32>, limit: Int) -> Best? {
    guard length > 0 else { return nil }
    var limit = min(limit, length)
    var column = Column(length: length, blocks: blockCount, active: limit / Self.wordSize + 1)
    var ends: [Int] = []
    for index in text.indices {
      let edits = column.advance(rows: rows.span, row: row(text[index]), limit: limit)
      guard let edits, edits <= limit else { continue }
      if edits < limit {
        limit = edits
        ends.removeAll(keepingCapacity: true)
      }
      ends.append(index + 1)
    }
    return ends.isEmpty ? nil : Best(edits: limit, ends: ends)
  }

  /// The lengths of the beginnings of `text` that the whole pattern becomes with `edits` edits, ascending.
  func beginnings(of text: some Collection<UInt32>, edits: Int) -> [Int] {
    editsOfBeginnings(text).enumerated().filter { $0.element == edits }.map(\.offset)
  }

  /// The fewest edits that make the whole pattern a beginning of `text`.
  func fewestEdits(beginningOf text: some Collection<UInt32>) -> Int {
    editsOfBeginnings(text).min() ?? length
  }

  /// For each beginning of `text`, from the empty one, the edits that make it the whole pattern.
  private func editsOfBeginnings(_ text: some Collection<UInt32>) -> [Int] {
    var column = Column(length: length, blocks: blockCount, active: blockCount)
    column.anchored = true
    var edits = [length]
    for unit in text {
      let now = column.advance(rows: rows.span, row: row(unit), limit: length + text.count)
      edits.append(now ?? length)
    }
    return edits
  }
}

extension ApproximateMatcher {
  /// One column of the matrix of edits: differences between neighbouring rows as bits, and the last row's value of
  /// each block.
  private struct Column {
    private var plus: [UInt64]
    private var minus: [UInt64]
    private var edits: [Int]
    private var active: Int
    /// How many rows of the last block belong to the pattern.
    private let rowsOfLast: Int
    /// Whether a match has to begin where the text begins.
    var anchored = false

    init(length: Int, blocks: Int, active: Int) {
      plus = Array(repeating: ~0, count: blocks)
      minus = Array(repeating: 0, count: blocks)
      edits = (1...blocks).map { min($0 * wordSize, length) }
      self.active = min(active, blocks)
      rowsOfLast = length - (blocks - 1) * wordSize
    }

    private func rows(of block: Int) -> Int {
      block == plus.count - 1 ? rowsOfLast : wordSize
    }

    /// Goes one unit of the text further; the pattern's edits there, or nil where they are surely above `limit`.
    mutating func advance(rows: Span<UInt64>, row: Int, limit: Int) -> Int? {
      let base = row * plus.count
      var carry = anchored ? 1 : 0
      for block in 0..<active {
        carry = step(block, rows[base + block], carry)
        edits[block] += carry
      }
      let last = active - 1
      if active < plus.count, edits[last] - carry <= limit,
        carry < 0 || rows[base + active] & 1 != 0
      {
        plus[active] = ~0
        minus[active] = 0
        let out = step(active, rows[base + active], carry)
        edits[active] = edits[last] - carry + self.rows(of: active) + out
        active += 1
      } else {
        while active > 1, edits[active - 1] >= limit + self.rows(of: active - 1) { active -= 1 }
      }
      return active == plus.count ? edits[active - 1] : nil
    }

    /// Computes one block; `carry` is the change in the row above it, the result the change in its last row.
    private mutating func step(_ block: Int, _ matches: UInt64, _ carry: Int) -> Int {
      let up = plus[block]
      let down = minus[block]
      let carriedDown: UInt64 = carry < 0 ? 1 : 0
      let carriedUp: UInt64 = carry > 0 ? 1 : 0
      let vertical = matches | down
      let equal = matches | carriedDown
      let horizontal = (((equal & up) &+ up) ^ up) | equal
      var more = down | ~(horizontal | up)
      var less = up & horizontal
      let bit = UInt64(rows(of: block) - 1)
      let change =
        Int(truncatingIfNeeded: (more >> bit) & 1) - Int(truncatingIfNeeded: (less >> bit) & 1)
      more = more << 1 | carriedUp
      less = less << 1 | carriedDown
      plus[block] = less | ~(vertical | more)
      minus[block] = more & vertical
      return change
    }
  }
}
