import Foundation
import TestSupport
import Testing

@testable import tilik

@Suite("Lines in, lines out")
struct LinePipelineTests {
  private func lines(_ input: String, mostBytes: Int = 1 << 20) throws -> [String] {
    let scratch = try Scratch()
    let file = scratch.folder.appending(path: "input")
    try Data(input.utf8).write(to: file)
    var pipeline = LinePipeline()
    pipeline.workers = 3
    pipeline.mostBytes = mostBytes
    var written: [String] = []
    try pipeline.run(
      from: try FileHandle(forReadingFrom: file),
      transform: { line, number in
        switch line {
        case .text(let bytes): Array("\(number):".utf8) + bytes
        case .tooLong(let count): Array("\(number) has \(count)".utf8)
        }
      },
      write: { written.append(String(decoding: $0, as: UTF8.self)) }
    )
    return written
  }

  @Test("end where the input ends, with or without a last line end")
  func ends() throws {
    #expect(try lines("a\nb\n") == ["1:a", "2:b"])
    #expect(try lines("a\nb") == ["1:a", "2:b"])
    #expect(try lines("") == [])
    #expect(try lines("\n\n") == ["1:", "2:"])
  }

  @Test("say how long a line is that is too long to be read, and go on behind it")
  func tooLong() throws {
    // Longer than a chunk that is read at once, so that it is thrown away piece by piece.
    let long = String(repeating: "x", count: 3_000_000)
    #expect(try lines("a\n\(long)\nb\n") == ["1:a", "2 has 3000000", "3:b"])
    #expect(try lines("\(long)") == ["1 has 3000000"])
    #expect(try lines("\(long)\nb", mostBytes: 1 << 22).map(\.utf8.count) == [3_000_002, 3])
  }
}
