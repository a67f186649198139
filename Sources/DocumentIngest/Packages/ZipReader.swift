/// The files in a zip archive (PKWARE APPNOTE 4.3): stored or deflated, without encryption and without ZIP64.
package struct ZipReader: Sendable {
  /// A file of the archive.
  private struct Entry {
    var offset: Int
    var size: Int
    var compressed: Int
    var method: Int
  }

  private let bytes: [UInt8]
  private let limit: Int
  private var entries: [String: Entry] = [:]
  /// The files' paths, in the order of the archive.
  package private(set) var paths: [String] = []

  /// Reads an archive's directory; files larger than `limit` bytes are refused when they are read.
  ///
  /// - Throws: ``IngestError/damaged(format:)`` where there is none.
  package init(_ bytes: [UInt8], limit: Int) throws(IngestError) {
    self.bytes = bytes
    self.limit = limit
    guard let end = Self.endRecord(bytes) else { throw Self.damaged }
    let count = Self.number(bytes, end + 10, 2) ?? 0
    var position = Self.number(bytes, end + 16, 4) ?? 0
    for _ in 0..<count {
      guard Self.number(bytes, position, 4) == 0x0201_4B50,
        let flags = Self.number(bytes, position + 8, 2),
        let method = Self.number(bytes, position + 10, 2),
        let compressed = Self.number(bytes, position + 20, 4),
        let size = Self.number(bytes, position + 24, 4),
        let name = Self.number(bytes, position + 28, 2),
        let extra = Self.number(bytes, position + 30, 2),
        let comment = Self.number(bytes, position + 32, 2),
        let offset = Self.number(bytes, position + 42, 4),
        position + 46 + name <= bytes.count
      else { throw Self.damaged }
      let path = bytes[(position + 46)..<(position + 46 + name)].string
      if flags & 1 == 0, entries[path] == nil {
        entries[path] = Entry(offset: offset, size: size, compressed: compressed, method: method)
        paths.append(path)
      }
      position += 46 + name + extra + comment
    }
  }

  /// The content of a file, or nil where the archive has none of that path.
  package func read(_ path: String) throws(IngestError) -> [UInt8]? {
    guard let entry = entries[path] else { return nil }
    guard entry.size <= limit else { throw .tooLarge(bytes: entry.size, limit: limit) }
    guard Self.number(bytes, entry.offset, 4) == 0x0403_4B50,
      let name = Self.number(bytes, entry.offset + 26, 2),
      let extra = Self.number(bytes, entry.offset + 28, 2)
    else { throw Self.damaged }
    let start = entry.offset + 30 + name + extra
    guard start + entry.compressed <= bytes.count else { throw Self.damaged }
    switch entry.method {
    case 0: return Array(bytes[start..<(start + entry.compressed)])
    case 8: return try Gzip.inflate(bytes, from: start, limit: limit)
    default: throw Self.damaged
    }
  }

  private static let damaged = IngestError.damaged(format: "ZIP")

  /// Where the record stands that ends the archive; a comment of up to 65,535 bytes may follow it.
  private static func endRecord(_ bytes: [UInt8]) -> Int? {
    var position = bytes.count - 22
    while position >= 0, position >= bytes.count - 22 - 65_535 {
      if number(bytes, position, 4) == 0x0605_4B50 { return position }
      position -= 1
    }
    return nil
  }

  /// A number of so many bytes, the lowest first.
  private static func number(_ bytes: [UInt8], _ position: Int, _ width: Int) -> Int? {
    guard position >= 0, position + width <= bytes.count else { return nil }
    return bytes[position..<(position + width)].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
