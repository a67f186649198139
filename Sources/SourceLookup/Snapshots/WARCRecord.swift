import ClaimModel
import Crypto
import GzipCodec

/// One record of a WARC file (ISO 28500, WARC/1.1): named fields and a block of bytes.
public struct WARCRecord: Hashable, Sendable {
  /// The named fields, in order.
  public var fields: [HeaderField]
  /// The block.
  public var block: [UInt8]

  /// The record's kind: `response`, `request`, `metadata`, `revisit`, `warcinfo`.
  public var type: String { fields.first("WARC-Type") ?? "" }
  /// The record's name, `<urn:uuid:…>`.
  public var id: String { fields.first("WARC-Record-ID") ?? "" }
  /// The address that the record is about.
  public var url: String? { fields.first("WARC-Target-URI") }

  /// Makes a record whose name follows from what it holds, so that the same capture gives the same bytes.
  init(
    _ type: String,
    date: Timestamp,
    _ more: [(String, String?)],
    contentType: String?,
    block: [UInt8]
  ) {
    let blockDigest = Self.digest(block)
    var fields = [HeaderField("WARC-Type", type), HeaderField("WARC-Date", date.rfc3339)]
    fields += more.compactMap { name, value in value.map { HeaderField(name, $0) } }
    fields.append(HeaderField("WARC-Block-Digest", blockDigest))
    if let contentType { fields.append(HeaderField("Content-Type", contentType)) }
    fields.append(HeaderField("Content-Length", String(block.count)))
    let identity = fields.map { "\($0.name): \($0.value)\n" }.joined()
    let id = HeaderField("WARC-Record-ID", "<urn:uuid:\(Self.uuid(Array(identity.utf8)))>")
    fields.insert(id, at: 1)
    self.fields = fields
    self.block = block
  }

  /// A record that was read.
  init(fields: [HeaderField], block: [UInt8]) {
    self.fields = fields
    self.block = block
  }

  /// The record as one gzip member, so that a reader can jump to it.
  var member: [UInt8] { Gzip.member(bytes) }

  /// The record as it stands in a file without compression.
  var bytes: [UInt8] {
    var bytes = Array("WARC/1.1\r\n".utf8)
    for field in fields {
      // A line break in an address would forge fields.
      let value = field.value.filter { !$0.isNewline }
      bytes += Array("\(field.name): \(value)\r\n".utf8)
    }
    return bytes + [0x0D, 0x0A] + block + [0x0D, 0x0A, 0x0D, 0x0A]
  }

  /// A digest in the form of WARC: `sha256:` and 64 hexadecimal digits.
  static func digest(_ bytes: [UInt8]) -> String {
    "sha256:\(ContentHash(bytes: SHA256.hash(data: bytes)))"
  }

  /// A UUID of version 8 (RFC 9562), made of the first half of a SHA-256.
  private static func uuid(_ bytes: [UInt8]) -> String {
    var half = Array(SHA256.hash(data: bytes).prefix(16))
    half[6] = half[6] & 0x0F | 0x80
    half[8] = half[8] & 0x3F | 0x80
    let digits = ContentHash(bytes: half + half).hex.prefix(32)
    var out = ""
    for (index, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(index) { out.append("-") }
      out.append(digit)
    }
    return out
  }
}
