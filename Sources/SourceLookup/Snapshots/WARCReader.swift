import GzipCodec

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

/// Reads WARC files and checks every digest that it knows how to compute.
///
/// Each record is one gzip member, as it should be; records without compression, and several in one member, are read, too.
public enum WARCReader {
  /// A record and where it lies in the file.
  public struct Place: Hashable, Sendable {
    /// The record.
    public let record: WARCRecord
    /// The offset of its first byte, or of the gzip member that it is in.
    public let offset: Int
    /// The number of its bytes, or of the member's.
    public let length: Int
  }

  /// Reads all records.
  ///
  /// - Parameters:
  ///   - warc: the file.
  ///   - mostBytes: the largest record, or the largest member, decompressed.
  /// - Returns: the records in order.
  /// - Throws: where a record is damaged, not WARC, too large, or its digest does not fit.
  public static func records(
    _ warc: [UInt8],
    mostBytes: Int = 64 << 20
  ) throws(WARCError) -> [Place] {
    var places: [Place] = []
    var offset = 0
    while offset < warc.count {
      if warc[offset...].starts(with: "WARC/1.".utf8) {
        let (record, end) = try Self.record(warc, from: offset, mostBytes, at: offset)
        places.append(Place(record: record, offset: offset, length: end - offset))
        offset = end
        continue
      }
      let member: (content: [UInt8], end: Int)
      do {
        member = try Gzip.readMember(warc, at: offset, limit: mostBytes)
      } catch {
        if case .tooLarge = error { throw .tooLarge(offset: offset) }
        throw .damaged(offset: offset)
      }
      var start = 0
      repeat {
        let (record, end) = try Self.record(member.content, from: start, mostBytes, at: offset)
        places.append(Place(record: record, offset: offset, length: member.end - offset))
        start = end
      } while start < member.content.count
      offset = member.end
    }
    return places
  }

  /// Reads the record that begins at `start`; it, and the offset just past the empty lines that end it.
  ///
  /// `offset` is its place in the file, for errors.
  private static func record(
    _ bytes: [UInt8],
    from start: Int,
    _ mostBytes: Int,
    at offset: Int
  ) throws(WARCError) -> (record: WARCRecord, end: Int) {
    guard bytes[start...].starts(with: "WARC/1.".utf8), let end = endOfHead(bytes, from: start)
    else { throw .malformed(offset: offset) }
    let lines = String(decoding: bytes[start..<end], as: UTF8.self).split(separator: "\r\n")
    let fields = lines.dropFirst().compactMap { line in
      line.firstIndex(of: ":").map {
        HeaderField(line[..<$0].trimmed, line[line.index(after: $0)...].trimmed)
      }
    }
    guard let length = fields.first("Content-Length").flatMap({ Int($0) }), length >= 0 else {
      throw .malformed(offset: offset)
    }
    guard length <= mostBytes else { throw .tooLarge(offset: offset) }
    let past = end + 4 + length
    guard past + 4 <= bytes.count, bytes[past..<(past + 4)].elementsEqual("\r\n\r\n".utf8) else {
      throw .malformed(offset: offset)
    }
    let record = WARCRecord(fields: fields, block: Array(bytes[(end + 4)..<past]))
    if let digest = record.fields.first("WARC-Block-Digest"),
      WARCDigest.fits(digest, record.block) == false
    {
      throw .changed(record: record.id)
    }
    return (record, past + 4)
  }

  /// The offset of the empty line that ends the header that begins at `start`.
  static func endOfHead(_ bytes: [UInt8], from start: Int = 0) -> Int? {
    (start..<max(start, bytes.count - 3)).first {
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
