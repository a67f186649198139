/// Members of gzip files (RFC 1952).
enum Gzip {
  /// Compresses some bytes as one member, without name and time, so that the same bytes give the same member.
  static func member(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
    out += Deflate.compress(bytes)
    out.append(littleEndian: CRC32.of(bytes))
    out.append(littleEndian: UInt32(truncatingIfNeeded: bytes.count))
    return out
  }

  /// Decompresses the member that begins at `start`; its content, and the offset just past it.
  static func readMember(
    _ bytes: [UInt8],
    at start: Int,
    limit: Int
  ) throws(Inflate.Fault) -> (content: [UInt8], end: Int) {
    guard start + 18 <= bytes.count else { throw .cutShort }
    guard bytes[start] == 0x1F, bytes[start + 1] == 0x8B, bytes[start + 2] == 8 else {
      throw .malformed
    }
    let flags = bytes[start + 3]
    var position = start + 10
    if flags & 4 != 0 {
      position += 2 + Int(bytes[position]) + Int(bytes[position + 1]) << 8
    }
    // A file name, then a comment, each ending in a zero.
    for flag in [UInt8(8), 16] where flags & flag != 0 {
      guard position < bytes.count, let zero = bytes[position...].firstIndex(of: 0) else {
        throw .cutShort
      }
      position = zero + 1
    }
    if flags & 2 != 0 { position += 2 }
    let (content, end) = try Inflate.decompress(bytes, from: position, limit: limit)
    guard end + 8 <= bytes.count else { throw .cutShort }
    let sum = bytes[end..<(end + 4)].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    guard sum == CRC32.of(content) else { throw .malformed }
    return (content, end + 8)
  }
}
