/// A word's lower-cased form, as a 64-bit hash: words are compared and looked up without allocating.
///
/// The hash is FNV-1a (Fowler, Noll, Vo) over the lowered UTF-8 bytes, closed by the finaliser of MurmurHash3 so that
/// its low bits serve as a table index. ASCII and Latin-1 letters are lowered; a curly apostrophe counts as a straight
/// one. Among the 300,000 or so different words of a large corpus a collision has a chance of about one in 400 million.
package struct Form: Hashable, Sendable {
  /// The hash.
  package let rawValue: UInt64

  /// Makes a form from a hash computed elsewhere.
  package init(rawValue: UInt64) { self.rawValue = rawValue }

  /// Hashes a word as the tokeniser does.
  package init(_ word: some StringProtocol) {
    var hasher = FormHasher()
    let bytes = Array(word.utf8)
    var index = 0
    while index < bytes.count {
      index += hasher.combine(bytes.span, at: index)
    }
    self = hasher.form
  }

  /// Hashes the word that stands in `range` of a text's bytes.
  package init(_ bytes: Span<UInt8>, _ range: Range<Int>) {
    var hasher = FormHasher()
    var index = range.lowerBound
    while index < range.upperBound {
      index += hasher.combine(bytes, at: index)
    }
    self = hasher.form
  }
}

/// Builds a ``Form`` byte by byte.
struct FormHasher {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Adds an ASCII byte, lowered.
  @inline(__always)
  mutating func combine(ascii byte: UInt8) {
    let isUpper = byte &- UInt8(ascii: "A") < 26
    add(isUpper ? byte | 0x20 : byte)
  }

  /// Adds the code point at `index`, lowered, and returns how many bytes it has there.
  mutating func combine(_ bytes: Span<UInt8>, at index: Int) -> Int {
    let byte = bytes[index]
    if byte < 0x80 {
      combine(ascii: byte)
      return 1
    }
    if byte == 0xC3, index + 1 < bytes.count {
      // U+00C0 to U+00DE are the capitals of Latin-1, but for the multiplication sign U+00D7.
      let second = bytes[index + 1]
      add(byte)
      add(second >= 0x80 && second <= 0x9E && second != 0x97 ? second + 0x20 : second)
      return 2
    }
    if byte == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80, bytes[index + 2] == 0x99 {
      add(UInt8(ascii: "'"))
      return 3
    }
    add(byte)
    return 1
  }

  /// The form of what was added.
  var form: Form {
    var value = state
    value ^= value >> 33
    value &*= 0xFF51_AFD7_ED55_8CCD
    value ^= value >> 33
    value &*= 0xC4CE_B9FE_1A85_EC53
    value ^= value >> 33
    return Form(rawValue: value)
  }

  @inline(__always)
  private mutating func add(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }
}
