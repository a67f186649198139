import GzipCodec

/// Decompression as reading needs it: its faults are those of a document.
enum Gzip {
  /// The content of all members of a gzip file; nothing beyond `limit` bytes is made.
  static func decompress(_ bytes: [UInt8], limit: Int) throws(IngestError) -> [UInt8] {
    do throws(Inflate.Fault) {
      return try GzipCodec.Gzip.decompress(bytes, limit: limit)
    } catch {
      throw IngestError(error, limit: limit)
    }
  }

  /// The content of a bare deflate stream that begins at an offset, as zip archives hold them.
  static func inflate(_ bytes: [UInt8], from start: Int, limit: Int) throws(IngestError) -> [UInt8]
  {
    do throws(Inflate.Fault) {
      return try Inflate.decompress(bytes, from: start, limit: limit).out
    } catch {
      throw IngestError(error, limit: limit)
    }
  }
}

extension IngestError {
  fileprivate init(_ fault: Inflate.Fault, limit: Int) {
    switch fault {
    case .cutShort, .malformed: self = .damaged(format: "gzip")
    case .tooLarge(let bytes): self = .tooLarge(bytes: bytes, limit: limit)
    }
  }
}
