import GzipCodec

/// Writes a zip archive (PKWARE APPNOTE 4.3) whose files are stored as they are.
///
/// No dates are written, so that the same files give the same archive; without ZIP64 it holds less than 4 GiB.
enum ZipArchive {
  /// A file of the archive.
  struct File {
    /// The path with `/` between folders.
    let path: String
    /// What the file holds.
    let bytes: [UInt8]
  }

  /// The archive's bytes, or nil where the files are too large for it.
  static func bytes(_ files: [File]) -> [UInt8]? {
    guard files.reduce(0, { $0 + $1.bytes.count + 1_024 }) < Int(UInt32.max) else { return nil }
    var out: [UInt8] = []
    var directory: [UInt8] = []
    for file in files {
      let offset = out.count
      let common = common(file)
      out.append(littleEndian: UInt32(0x0403_4B50))
      out += common + Array(file.path.utf8) + file.bytes
      directory.append(littleEndian: UInt32(0x0201_4B50))
      directory.append(littleEndian: UInt16(20))
      directory += common
      // Comment, disk and attributes: none.
      directory += [UInt8](repeating: 0, count: 10)
      directory.append(littleEndian: UInt32(offset))
      directory += Array(file.path.utf8)
    }
    let start = out.count
    out += directory
    out.append(littleEndian: UInt32(0x0605_4B50))
    out.append(littleEndian: UInt32(0))
    out.append(littleEndian: UInt16(files.count))
    out.append(littleEndian: UInt16(files.count))
    out.append(littleEndian: UInt32(directory.count))
    out.append(littleEndian: UInt32(start))
    out.append(littleEndian: UInt16(0))
    return out
  }

  /// The fields that a file has both before its content and in the directory, from the version needed to read it.
  private static func common(_ file: File) -> [UInt8] {
    var fields: [UInt8] = []
    fields.append(littleEndian: UInt16(20))
    // Bit 11: the path is UTF-8.
    fields.append(littleEndian: UInt16(0x0800))
    fields.append(littleEndian: UInt16(0))
    // Midnight of 1 January 1980, the earliest date there is.
    fields.append(littleEndian: UInt16(0))
    fields.append(littleEndian: UInt16(0x21))
    fields.append(littleEndian: CRC32.of(file.bytes))
    fields.append(littleEndian: UInt32(file.bytes.count))
    fields.append(littleEndian: UInt32(file.bytes.count))
    fields.append(littleEndian: UInt16(file.path.utf8.count))
    fields.append(littleEndian: UInt16(0))
    return fields
  }
}
