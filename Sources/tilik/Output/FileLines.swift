import Foundation

/// The lines of an open file, read as they are asked for.
struct FileLines: Sequence {
  private let file: FileHandle

  init(_ file: FileHandle) { self.file = file }

  func makeIterator() -> Iterator { Iterator(file: file) }

  /// Goes through the lines once.
  struct Iterator: IteratorProtocol {
    fileprivate let file: FileHandle
    private var bytes: [UInt8] = []
    private var start = 0

    fileprivate init(file: FileHandle) { self.file = file }

    /// The next line without its end, or nil where there is none, also where the file can no longer be read.
    mutating func next() -> String? {
      var searched = start
      while true {
        if let end = bytes[searched...].firstIndex(of: 0x0A) {
          defer { start = end + 1 }
          return String(decoding: bytes[start..<end], as: UTF8.self)
        }
        bytes.removeFirst(start)
        start = 0
        searched = bytes.count
        guard let more = try? file.read(upToCount: 1 << 20), !more.isEmpty else {
          defer { bytes = [] }
          return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
        }
        bytes += more
      }
    }
  }
}
