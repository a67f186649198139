import Glibc

/// An Internet address, as 16 bytes; IPv4 in the mapped form `::ffff:a.b.c.d`.
public struct IPAddress: Hashable, Sendable {
  /// The bytes in network order, always 16.
  let bytes: [UInt8]

  /// Makes an address of 4 or 16 bytes in network order, or nil of any other number.
  init?(bytes: [UInt8]) {
    switch bytes.count {
    case 4: self.bytes = [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF] + bytes
    case 16: self.bytes = bytes
    default: return nil
    }
  }

  /// Reads `192.0.2.1` or `2001:db8::1`, without brackets or zone; no other spelling of an address is read.
  public init?(_ text: String) {
    var four = [UInt8](repeating: 0, count: 4)
    var sixteen = [UInt8](repeating: 0, count: 16)
    if unsafe inet_pton(AF_INET, text, &four) == 1 {
      self.init(bytes: four)
    } else if unsafe inet_pton(AF_INET6, text, &sixteen) == 1 {
      self.init(bytes: sixteen)
    } else {
      return nil
    }
  }

  /// The four bytes of an IPv4 address, also of one inside an IPv6 address: mapped, NAT64 or 6to4.
  ///
  /// A connection to such an address ends at the IPv4 one, so that has to be judged.
  var embeddedIPv4: [UInt8]? {
    if bytes.starts(with: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]) {
      return Array(bytes[12...])
    }
    if bytes.starts(with: [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]) {
      return Array(bytes[12...])
    }
    if bytes.starts(with: [0x20, 0x02]) { return Array(bytes[2..<6]) }
    return nil
  }

  /// Whether the first `length` bits are those of `prefix`.
  func lies(in prefix: IPAddress, length: Int) -> Bool {
    let whole = length / 8
    guard bytes.prefix(whole) == prefix.bytes.prefix(whole) else { return false }
    let rest = length % 8
    return rest == 0 || (bytes[whole] ^ prefix.bytes[whole]) >> UInt8(8 - rest) == 0
  }
}

extension IPAddress: CustomStringConvertible {
  /// The address as people write it.
  public var description: String {
    if bytes.starts(with: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]) {
      return bytes[12...].map { String($0) }.joined(separator: ".")
    }
    var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    let written = unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe inet_ntop(AF_INET6, bytes.baseAddress, &text, socklen_t(text.count)) != nil
    }
    guard written else { return bytes.map { String($0, radix: 16) }.joined(separator: ":") }
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
