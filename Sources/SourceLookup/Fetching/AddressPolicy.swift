/// Which addresses may be connected to.
///
/// A page can name any host, and a host name can lead anywhere, also into the network of whoever fetches; so what is
/// judged is the address that a connection really goes to, at every connection and at every request.
public struct AddressPolicy: Hashable, Sendable {
  /// Addresses that are allowed although they are not public.
  private var exceptions: [Exception] = []

  private struct Exception: Hashable {
    let address: IPAddress
    let port: Int?
  }

  /// Public addresses only.
  ///
  /// Private, loopback, link-local, multicast, documentation and reserved ones are refused, also inside mapped, NAT64
  /// and 6to4 addresses.
  public static let publicOnly = AddressPolicy()

  /// The same policy with one more address allowed.
  ///
  /// - Parameters:
  ///   - address: the address.
  ///   - port: the port; nil for all of them.
  /// - Returns: the new policy.
  public func allowing(_ address: IPAddress, port: Int? = nil) -> AddressPolicy {
    var policy = self
    policy.exceptions.append(Exception(address: address, port: port))
    return policy
  }

  /// Whether a connection to this address and port is allowed.
  public func permits(_ address: IPAddress, port: Int) -> Bool {
    if exceptions.contains(where: { $0.address == address && ($0.port ?? port) == port }) {
      return true
    }
    if let four = address.embeddedIPv4.flatMap(IPAddress.init(bytes:)) {
      return !Self.refused4.contains { four.lies(in: $0.prefix, length: 96 + $0.length) }
    }
    return !Self.refused6.contains { address.lies(in: $0.prefix, length: $0.length) }
  }

  private typealias Block = (prefix: IPAddress, length: Int)

  private static func blocks(_ blocks: [(String, Int)]) -> [Block] {
    blocks.compactMap { text, length in IPAddress(text).map { ($0, length) } }
  }

  /// The IANA IPv4 Special-Purpose Address Registry (RFC 6890) where it says “not globally reachable”, and multicast.
  private static let refused4 = blocks([
    ("0.0.0.0", 8), ("10.0.0.0", 8), ("100.64.0.0", 10), ("127.0.0.0", 8), ("169.254.0.0", 16),
    ("172.16.0.0", 12), ("192.0.0.0", 24), ("192.0.2.0", 24), ("192.88.99.0", 24),
    ("192.168.0.0", 16), ("198.18.0.0", 15), ("198.51.100.0", 24), ("203.0.113.0", 24),
    ("224.0.0.0", 4), ("240.0.0.0", 4),
  ])

  /// The same for IPv6; all of `::/96` too, where unspecified, loopback and IPv4-compatible addresses lie.
  private static let refused6 = blocks([
    ("::", 96), ("64:ff9b:1::", 48), ("100::", 64), ("2001::", 23), ("2001:db8::", 32),
    ("3fff::", 20), ("5f00::", 16), ("fc00::", 7), ("fe80::", 10), ("fec0::", 10), ("ff00::", 8),
  ])
}
