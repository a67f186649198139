/// Why a file is not a WARC file that can be read.
public enum WARCError: Error, Hashable, Sendable {
  /// The compressed bytes end too early or do not fit their checksum, from this offset.
  case damaged(offset: Int)
  /// What is there is not a WARC record, from this offset.
  case malformed(offset: Int)
  /// A record is larger than allowed.
  case tooLarge(offset: Int)
  /// A record's block does not have the digest that the record says.
  case changed(record: String)
}

extension WARCError: CustomStringConvertible {
  /// One line for people.
  public var description: String {
    switch self {
    case .damaged(let offset): return "the snapshot is damaged at byte \(offset)"
    case .malformed(let offset): return "no WARC record at byte \(offset) of the snapshot"
    case .tooLarge(let offset):
      return "the record at byte \(offset) of the snapshot is too large to read"
    case .changed(let record):
      return "record \(record) of the snapshot was changed after it was stored"
    }
  }
}

/// Reads WARC files, one gzip member a record, and checks every digest.
public enum WARCReader {
  /// A record and where it lies in the file.
  public struct Place: Hashable, Sendable {
    /// The record.
    public let record: WARCRecord
    /// The offset of its first compressed byte.
    public let offset: Int
    /// The number of its compressed bytes.
    public let length: Int
  }

  /// Reads all records.
  ///
  /// - Parameters:
  ///   - warc: the file.
  ///   - mostBytes: the largest record, decompressed.
  /// - Returns: the records in order.
  /// - Throws: where a record is damaged, not WARC, too large, or its digest does not fit.
  public static func records(
    _ warc: [UInt8],
    mostBytes: Int = 64 << 20
  ) throws(WARCError) -> [Place] {
    var places: [Place] = []
    var offset = 0
    while offset < warc.count {
      let member: (content: [UInt8], end: Int)
      do {
        member = try Gzip.readMember(warc, at: offset, limit: mostBytes)
      } catch {
        throw error == .tooLarge ? .tooLarge(offset: offset) : .damaged(offset: offset)
      }
      guard let record = record(member.content) else { throw .malformed(offset: offset) }
      if let digest = record.fields.first("WARC-Block-Digest"), digest.hasPrefix("sha256:"),
        digest != WARCRecord.digest(record.block)
      {
        throw .changed(record: record.id)
      }
      places.append(Place(record: record, offset: offset, length: member.end - offset))
      offset = member.end
    }
    return places
  }

  private static func record(_ bytes: [UInt8]) -> WARCRecord? {
    guard let end = endOfHead(bytes) else { return nil }
    let lines = String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\r\n")
    guard lines.first?.hasPrefix("WARC/1.") == true else { return nil }
    let fields = lines.dropFirst().compactMap { line in
      line.firstIndex(of: ":").map {
        HeaderField(line[..<$0].trimmed, line[line.index(after: $0)...].trimmed)
      }
    }
    guard let length = fields.first("Content-Length").flatMap({ Int($0) }), length >= 0,
      end + 4 + length + 4 == bytes.count
    else { return nil }
    return WARCRecord(fields: fields, block: Array(bytes[(end + 4)..<(end + 4 + length)]))
  }

  /// The offset of the empty line that ends a header.
  static func endOfHead(_ bytes: [UInt8]) -> Int? {
    bytes.indices.dropLast(3).first {
      bytes[$0] == 0x0D && bytes[$0 + 1] == 0x0A && bytes[$0 + 2] == 0x0D && bytes[$0 + 3] == 0x0A
    }
  }
}

extension WARCRecord {
  /// The status and the body of a stored answer; nil for records of another kind.
  public var answer: (status: Int, headers: [HeaderField], body: [UInt8])? {
    guard type == "response", let end = WARCReader.endOfHead(block) else { return nil }
    let lines = String(decoding: block[..<end], as: UTF8.self).split(separator: "\r\n")
    let status = lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
    guard let status else { return nil }
    let headers = lines.dropFirst().compactMap { line in
      line.firstIndex(of: ":").map {
        HeaderField(line[..<$0].trimmed, line[line.index(after: $0)...].trimmed)
      }
    }
    return (status, headers, Array(block[(end + 4)...]))
  }
}
