/// Stems of names, looked for at every place of a name at once.
struct NameStems {
  /// A stem in lower case and what it stands for.
  private struct Stem {
    /// Its bytes, the first one lowest.
    var bytes: UInt128
    /// The bits that its bytes take.
    var mask: UInt128
    var length: Int
    /// Whether it must be a word of its own: `ad` but not `header`.
    var isWord: Bool
    var marks: UInt32
  }

  /// The stems, those with like first two letters together.
  private var stems: [Stem] = []
  /// Where the stems of each pair of letters begin.
  private var starts: [Int]

  /// A stem longer than this does not fit.
  private static let longest = 16

  /// Takes stems of two to sixteen bytes with the bits they stand for; a leading `=` asks for a whole word.
  init(_ texts: [(text: String, marks: UInt32)]) {
    var byPair = [[Stem]](repeating: [], count: 1 << 10)
    for (text, marks) in texts {
      let isWord = text.first == "="
      let letters = Array((isWord ? text.dropFirst() : text[...]).utf8)
      guard (2...Self.longest).contains(letters.count) else { continue }
      var stem = Stem(bytes: 0, mask: 0, length: letters.count, isWord: isWord, marks: marks)
      for letter in letters.reversed() {
        stem.bytes = stem.bytes << 8 | UInt128(letter)
        stem.mask = stem.mask << 8 | 0xFF
      }
      byPair[Self.pair(stem.bytes)].append(stem)
    }
    starts = [0]
    for group in byPair {
      stems += group
      starts.append(stems.count)
    }
  }

  private static func pair(_ window: UInt128) -> Int {
    let low = UInt64(truncatingIfNeeded: window)
    return Int((low & 31) << 5 | low >> 8 & 31)
  }

  /// The bits of all stems that a name holds, whatever its case.
  func marks(in name: ArraySlice<UInt8>) -> UInt32 {
    let letters = name.span
    var window: UInt128 = 0
    for index in 0..<min(Self.longest, letters.count) {
      window |= UInt128(letters[index].lowered) << UInt128(8 * index)
    }
    var found: UInt32 = 0
    for index in 0..<max(0, letters.count - 1) {
      let pair = Self.pair(window)
      for place in starts[pair]..<starts[pair + 1] {
        let stem = stems[place]
        guard window & stem.mask == stem.bytes, found & stem.marks != stem.marks else { continue }
        if !stem.isWord || Self.isWord(index..<(index + stem.length), letters) {
          found |= stem.marks
        }
      }
      let next = index + Self.longest
      window >>= 8
      if next < letters.count { window |= UInt128(letters[next].lowered) << 120 }
    }
    return found
  }

  /// A word begins after anything but a letter, or with a capital after a small letter.
  private static func isWord(_ range: Range<Int>, _ letters: Span<UInt8>) -> Bool {
    let (start, end) = (range.lowerBound, range.upperBound)
    let begins =
      start == 0 || !letters[start - 1].isLetter
      || (letters[start].isUpper && letters[start - 1].isLower)
    return begins && (end == letters.count || !letters[end].isLetter || letters[end].isUpper)
  }
}
