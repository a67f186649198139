/// Members of gzip files (RFC 1952).
package enum Gzip {
  /// What every member begins with.
  package static let magic: [UInt8] = [0x1F, 0x8B]

  /// Compresses some bytes as one member, without name and time, so that the same bytes give the same member.
  package static func member(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = magic + [8, 0, 0, 0, 0, 0, 0, 0xFF]
    out += Deflate.compress(bytes)
    out.append(littleEndian: CRC32.of(bytes))
    out.append(littleEndian: UInt32(truncatingIfNeeded: bytes.count))
    return out
  }

  /// Decompresses the member that begins at `start`; its content, and the offset just past it.
  package static func readMember(
    _ bytes: [UInt8],
    at start: Int,
    limit: Int
  ) throws(Inflate.Fault) -> (content: [UInt8], end: Int) {
    let (content, end) = try Inflate.decompress(
      bytes,
      from: endOfHead(bytes, at: start),
      limit: limit
    )
    guard end + 8 <= bytes.count else { throw .cutShort }
    let sum = bytes[end..<(end + 4)].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    guard sum == CRC32.of(content) else { throw .malformed }
    return (content, end + 8)
  }

  /// The content of all members of a file, without a look at their checksums.
  ///
  /// What a damaged file yields is text that a person looks at. Nothing beyond `limit` bytes is made, and what follows
  /// the last member is left aside.
  package static func decompress(
    _ bytes: [UInt8],
    limit: Int
  ) throws(Inflate.Fault) -> [UInt8] {
    var content: [UInt8] = []
    var position = 0
    while position < bytes.count, bytes[position...].starts(with: magic) {
      let start = try endOfHead(bytes, at: position)
      do {
        let (part, end) = try Inflate.decompress(bytes, from: start, limit: limit - content.count)
        // In place: a file can have very many members.
        if content.isEmpty { content = part } else { content += part }
        position = end + 8
      } catch {
        if case .tooLarge(let size) = error { throw .tooLarge(atLeast: content.count + size) }
        throw error
      }
    }
    return content
  }

  private static func endOfHead(_ bytes: [UInt8], at start: Int) throws(Inflate.Fault) -> Int {
    guard start + 10 <= bytes.count else { throw .cutShort }
    guard bytes[start...].starts(with: magic), bytes[start + 2] == 8 else { throw .malformed }
    let flags = bytes[start + 3]
    var position = start + 10
    if flags & 4 != 0 {
      guard position + 2 <= bytes.count else { throw .cutShort }
      position += 2 + Int(bytes[position]) + Int(bytes[position + 1]) << 8
    }
    // A file name, then a comment, each ending in a zero.
    for flag in [UInt8(8), 16] where flags & flag != 0 {
      guard position < bytes.count, let zero = bytes[position...].firstIndex(of: 0) else {
        throw .cutShort
      }
      position = zero + 1
    }
    return flags & 2 != 0 ? position + 2 : position
  }
}
