/// A SHA-256 digest, written as 64 lower-case hexadecimal digits.
public struct ContentHash: Hashable, Sendable {
  /// The 64 digits.
  public let hex: String

  /// Makes a hash from 64 hexadecimal digits, or nil where the text is anything else.
  public init?(hex: some StringProtocol) {
    let lowered = hex.lowercased()
    guard lowered.utf8.count == 64, lowered.utf8.allSatisfy(Self.isHexDigit) else { return nil }
    self.hex = lowered
  }

  /// Makes a hash from the digest's bytes.
  public init(bytes: some Sequence<UInt8>) {
    var digits: [UInt8] = []
    digits.reserveCapacity(64)
    for byte in bytes {
      digits.append(Self.digit(byte >> 4))
      digits.append(Self.digit(byte & 15))
    }
    hex = String(decoding: digits, as: UTF8.self)
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }
}

extension ContentHash: Comparable {
  /// Orders hashes by their digits.
  public static func < (left: ContentHash, right: ContentHash) -> Bool { left.hex < right.hex }
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
