/// A statement as the set of its pairs of neighbouring words, by which statements are compared.
///
/// Two tellings of one statement share most pairs, however long the rest of their articles is; pairs rather than single
/// words, because two statements on one matter share many words but not their order. Capitals of ASCII and all punctuation
/// are passed over.
public struct Shingles: Hashable, Sendable {
  /// The pairs' hashes, each once, in order.
  let hashes: [UInt64]

  /// Reads a statement once.
  public init(_ text: String) {
    var hashes: [UInt64] = []
    var before: UInt64?
    for word in Self.words(text) {
      if let before { hashes.append(Self.mix(before &* 0x9E37_79B9_7F4A_7C15 ^ word)) }
      before = word
    }
    // A single word is its own pair.
    if hashes.isEmpty, let before { hashes.append(before) }
    hashes.sort()
    var unique: [UInt64] = []
    unique.reserveCapacity(hashes.count)
    for hash in hashes where unique.last != hash { unique.append(hash) }
    self.hashes = unique
  }

  /// Makes a set from hashes, for tests and other kinds of pieces.
  init(hashes: Set<UInt64>) { self.hashes = hashes.sorted() }

  /// How many pairs there are.
  public var count: Int { hashes.count }

  /// The share of pairs that both have among those that either has (Jaccard's coefficient), 0 to 1; 0 for nothing at all.
  public func similarity(to other: Shingles) -> Double {
    var (left, right, shared) = (0, 0, 0)
    while left < hashes.count, right < other.hashes.count {
      if hashes[left] == other.hashes[right] {
        shared += 1
        left += 1
        right += 1
      } else if hashes[left] < other.hashes[right] {
        left += 1
      } else {
        right += 1
      }
    }
    let either = hashes.count + other.hashes.count - shared
    return either == 0 ? 0 : Double(shared) / Double(either)
  }

  /// The hashes of the words (FNV-1a, 64 bits): runs of letters and digits.
  private static func words(_ text: String) -> [UInt64] {
    let start: UInt64 = 0xCBF2_9CE4_8422_2325
    var words: [UInt64] = []
    var hash = start
    var index = 0
    let bytes = Array(text.utf8)
    while index < bytes.count {
      let byte = bytes[index]
      let isLetter: Bool
      var length = 1
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        isLetter = true
      // Quotation marks, dashes and spaces: General Punctuation (U+2000 to U+203F begin with E2 80) and the signs of
      // Latin-1 (C2 80 to C2 BF).
      case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80:
        (isLetter, length) = (false, 3)
      case 0xC2: (isLetter, length) = (false, 2)
      default: isLetter = byte >= 0x80
      }
      if isLetter {
        let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        hash = (hash ^ UInt64(isCapital ? byte | 0x20 : byte)) &* 0x100_0000_01B3
      } else if hash != start {
        words.append(hash)
        hash = start
      }
      index += length
    }
    if hash != start { words.append(hash) }
    return words
  }

  /// Spreads a hash over all its bits (the finaliser of SplitMix64).
  static func mix(_ value: UInt64) -> UInt64 {
    var value = value
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}
