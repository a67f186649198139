public import ClaimModel

/// A question to a timestamping authority (RFC 3161): that a hash existed at a time, said by someone else.
///
/// An authority's answer shows that the snapshot with this hash existed then. It does not show that the page said what
/// the snapshot holds.
public struct TimestampQuery: Hashable, Sendable {
  /// The hash that is to be dated.
  public let hash: ContentHash
  /// A number that the answer has to repeat.
  public let nonce: UInt64

  /// Makes a question; the nonce should be random over all its bits.
  public init(hash: ContentHash, nonce: UInt64) {
    self.hash = hash
    self.nonce = nonce
  }

  /// The question as DER: version 1, SHA-256 and the hash, the nonce, and the wish for the authority's certificate.
  public var der: [UInt8] {
    let algorithm = DER.value(0x30, DER.value(0x06, DER.sha256) + DER.value(0x05, []))
    let imprint = DER.value(0x30, algorithm + DER.value(0x04, hashBytes))
    let body = DER.integer(1) + imprint + DER.integer(nonce) + DER.value(0x01, [0xFF])
    return DER.value(0x30, body)
  }

  /// The request that carries the question to an authority.
  public func request(to authority: String) -> FetchRequest {
    FetchRequest(
      url: authority,
      body: der,
      headers: [HeaderField("Content-Type", "application/timestamp-query")]
    )
  }

  /// Whether a reply grants the question and speaks of this hash and nonce.
  ///
  /// That the authority really signed it has to be checked with its certificate: `openssl ts -verify`.
  public func isAnswered(by reply: [UInt8]) -> Bool {
    guard let outer = DER.read(reply[...], 0x30), outer.rest.isEmpty,
      let status = DER.read(outer.content, 0x30), let code = DER.read(status.content, 0x02),
      // 0 is granted, 1 is granted with changes.
      code.content.elementsEqual([0]) || code.content.elementsEqual([1])
    else { return false }
    let token = Array(status.rest)
    return !occurrences(of: DER.value(0x04, hashBytes), in: token).isEmpty
      && !occurrences(of: DER.integer(nonce), in: token).isEmpty
  }

  /// The time that a reply gives the hash (`genTime`), to the second; nil where the reply has none.
  ///
  /// Like ``isAnswered(by:)``, it reads and does not verify.
  public func time(in reply: [UInt8]) -> Timestamp? {
    let imprint = DER.value(0x04, hashBytes)
    // After the imprint come the serial number and the time (RFC 3161, section 2.4.2).
    for start in occurrences(of: imprint, in: reply) {
      guard let serial = DER.read(reply[(start + imprint.count)...], 0x02),
        let stated = DER.read(serial.rest, 0x18)
      else { continue }
      let digits = stated.content.prefix(14).map { $0 }
      guard digits.count == 14, digits.allSatisfy({ (0x30...0x39).contains($0) }),
        stated.content.last == UInt8(ascii: "Z")
      else { continue }
      let text = String(decoding: digits, as: UTF8.self)
      func part(_ from: Int, _ count: Int) -> Substring { text.dropFirst(from).prefix(count) }
      let time = Timestamp(
        rfc3339:
          "\(part(0, 4))-\(part(4, 2))-\(part(6, 2))T\(part(8, 2)):\(part(10, 2)):\(part(12, 2))Z"
      )
      if let time { return time }
    }
    return nil
  }

  private var hashBytes: [UInt8] {
    let digest = hash.digest
    return digest.indices.map { digest[$0] }
  }
}

/// The little of DER (X.690) that timestamps need.
enum DER {
  /// The object identifier of SHA-256, 2.16.840.1.101.3.4.2.1.
  static let sha256: [UInt8] = [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01]

  /// A value with its tag and length.
  static func value(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
    var length: [UInt8] = []
    if content.count < 128 {
      length = [UInt8(content.count)]
    } else {
      var count = content.count
      while count > 0 {
        length.insert(UInt8(truncatingIfNeeded: count), at: 0)
        count >>= 8
      }
      length.insert(0x80 | UInt8(length.count), at: 0)
    }
    return [tag] + length + content
  }

  /// A number that is not negative.
  static func integer(_ number: UInt64) -> [UInt8] {
    var bytes = stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> $0) }
    while bytes.count > 1, bytes[0] == 0, bytes[1] < 0x80 { bytes.removeFirst() }
    if bytes[0] >= 0x80 { bytes.insert(0, at: 0) }
    return value(0x02, bytes)
  }

  /// The content of the first value, if it has that tag, and what follows it.
  static func read(
    _ bytes: ArraySlice<UInt8>,
    _ tag: UInt8
  ) -> (content: ArraySlice<UInt8>, rest: ArraySlice<UInt8>)? {
    guard bytes.first == tag, var position = bytes.indices.dropFirst().first else { return nil }
    var length = Int(bytes[position])
    position += 1
    if length >= 0x80 {
      let count = length & 0x7F
      guard (1...4).contains(count), position + count <= bytes.endIndex else { return nil }
      length = bytes[position..<(position + count)].reduce(0) { $0 << 8 | Int($1) }
      position += count
    }
    guard position + length <= bytes.endIndex else { return nil }
    return (bytes[position..<(position + length)], bytes[(position + length)...])
  }
}
