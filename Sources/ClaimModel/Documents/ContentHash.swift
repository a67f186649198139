/// A SHA-256 digest, written as 64 lower-case hexadecimal digits.
public struct ContentHash: Hashable, Sendable {
  /// The 32 bytes, eight in a word, the first byte in the highest place: hashes order as their digits do.
  private let words: (UInt64, UInt64, UInt64, UInt64)

  /// Makes a hash from 64 hexadecimal digits, or nil where the text is anything else.
  public init?(hex: some StringProtocol) {
    self.init(hex: String(hex))
  }

  /// Makes a hash from 64 hexadecimal digits, or nil where the text is anything else.
  public init?(hex: String) {
    var words = SIMD4<UInt64>()
    var count = 0
    for byte in hex.utf8 {
      guard count < 64, let value = Self.value(of: byte) else { return nil }
      words[count >> 4] = words[count >> 4] << 4 | value
      count += 1
    }
    guard count == 64 else { return nil }
    self.init(words)
  }

  /// Makes a hash from the digest's 32 bytes; what is missing is zero.
  ///
  /// Inlinable, because unspecialised it took a sixth of the time in which an audit is rendered.
  @inlinable
  public init(bytes: some Sequence<UInt8>) {
    var digest = SIMD32<UInt8>()
    var index = 0
    for byte in bytes where index < 32 {
      digest[index] = byte
      index += 1
    }
    self.init(digest: digest)
  }

  /// Makes a hash from the digest as it lies in memory.
  public init(digest: SIMD32<UInt8>) {
    let words = unsafe unsafeBitCast(digest, to: SIMD4<UInt64>.self)
    self.init(
      SIMD4(
        UInt64(bigEndian: words[0]),
        UInt64(bigEndian: words[1]),
        UInt64(bigEndian: words[2]),
        UInt64(bigEndian: words[3])
      )
    )
  }

  private init(_ words: SIMD4<UInt64>) {
    self.words = (words[0], words[1], words[2], words[3])
  }

  /// The 32 bytes as they lie in memory.
  public var digest: SIMD32<UInt8> {
    let words = SIMD4(
      self.words.0.bigEndian,
      self.words.1.bigEndian,
      self.words.2.bigEndian,
      self.words.3.bigEndian
    )
    return unsafe unsafeBitCast(words, to: SIMD32<UInt8>.self)
  }

  /// The 64 digits.
  public var hex: String {
    let digest = digest
    var digits: [UInt8] = []
    digits.reserveCapacity(64)
    for index in digest.indices {
      digits.append(Self.digit(digest[index] >> 4))
      digits.append(Self.digit(digest[index] & 15))
    }
    return String(decoding: digits, as: UTF8.self)
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  private static func value(of digit: UInt8) -> UInt64? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return UInt64(digit - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): return UInt64(digit - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): return UInt64(digit - UInt8(ascii: "A") + 10)
    default: return nil
    }
  }

  /// Whether two hashes are one.
  public static func == (left: ContentHash, right: ContentHash) -> Bool {
    left.words == right.words
  }

  /// One word is enough: its bits are as even as a hash table could wish.
  public func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}

extension ContentHash: Comparable {
  /// Orders hashes by their digits.
  public static func < (left: ContentHash, right: ContentHash) -> Bool {
    left.words < right.words
  }
}

extension ContentHash: CustomStringConvertible {
  /// The 64 digits.
  public var description: String { hex }
}

extension ContentHash: Codable {
  /// Reads 64 hexadecimal digits.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let hash = ContentHash(hex: text) else {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "“\(text)” is not a SHA-256 of 64 hexadecimal digits"
      )
    }
    self = hash
  }

  /// Writes the 64 digits.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(hex)
  }
}
