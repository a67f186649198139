import Crypto

/// A digest as WARC writes it: the algorithm's name, a colon, and the value as hexadecimal digits or in base 32.
struct WARCDigest {
  /// Whether a digest is that of some bytes; nil for an algorithm or a form that is not known.
  static func fits(_ digest: String, _ bytes: [UInt8]) -> Bool? {
    guard let colon = digest.firstIndex(of: ":") else { return nil }
    let value = digest[digest.index(after: colon)...]
    let found: [UInt8]
    switch digest[..<colon].lowercased() {
    case "sha256", "sha-256": found = Array(SHA256.hash(data: bytes))
    // What most programs write; weak against forgers, good enough against accidents.
    case "sha1", "sha-1": found = Array(Insecure.SHA1.hash(data: bytes))
    default: return nil
    }
    switch value.utf8.count {
    case found.count * 2: return value.lowercased() == hexadecimal(found)
    case (found.count * 8 + 4) / 5: return value.uppercased() == base32(found)
    // Padded to a multiple of eight.
    case (found.count + 4) / 5 * 8:
      return value.uppercased().prefix { $0 != "=" } == base32(found)[...]
    default: return nil
    }
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] },
      as: UTF8.self
    )
  }

  /// RFC 4648, section 6, without padding.
  private static func base32(_ bytes: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
    var out: [UInt8] = []
    var pending = 0
    var pendingBits = 0
    for byte in bytes {
      pending = (pending << 8 | Int(byte)) & 0xFFF
      pendingBits += 8
      while pendingBits >= 5 {
        out.append(digits[pending >> (pendingBits - 5) & 31])
        pendingBits -= 5
      }
    }
    if pendingBits > 0 { out.append(digits[pending << (5 - pendingBits) & 31]) }
    return String(decoding: out, as: UTF8.self)
  }
}
