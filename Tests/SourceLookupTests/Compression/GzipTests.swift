import Foundation
import Testing

@testable import GzipCodec

@Suite("Gzip")
struct GzipTests {
  static let samples: [[UInt8]] = {
    var generator = SeededGenerator(seed: 3)
    let noise = (0..<70_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    let words = ["harga ", "beras ", "naik ", "turun ", "pasar\n"]
    let text = (0..<20_000).map { _ in words.randomElement(using: &generator) ?? "" }.joined()
    return [
      [], [0], Array("aaa".utf8), Array("abcabcabcabc".utf8), [UInt8](repeating: 7, count: 100_000),
      noise, Array(text.utf8), Array(text.utf8) + noise + Array(text.utf8),
    ]
  }()

  @Test("gives back what it took", arguments: samples.indices)
  func roundTrip(index: Int) throws {
    let bytes = Self.samples[index]
    let member = Gzip.member(bytes)
    let read = try Gzip.readMember([9, 9] + member + [1], at: 2, limit: 1 << 24)
    #expect(read.content == bytes)
    #expect(read.end == member.count + 2)
  }

  @Test("of very many members is read in linear time", .timeLimit(.minutes(1)))
  func members() throws {
    let first = [UInt8](repeating: 0x61, count: 4_000_000)
    let bytes =
      Gzip.member(first) + [[UInt8]](repeating: Gzip.member([]), count: 50_000).joined()
    #expect(try Gzip.decompress(bytes, limit: 5_000_000) == first)
  }

  @Test("makes text smaller")
  func ratio() {
    let text = Self.samples[6]
    #expect(Gzip.member(text).count < text.count / 3)
  }

  @Test("is understood by zlib, and understands it", .enabled(if: Python.has("zlib")))
  func zlib() throws {
    for bytes in Self.samples {
      let back = try Python.run(
        "import sys, gzip; sys.stdout.buffer.write(gzip.decompress(sys.stdin.buffer.read()))",
        input: Data(Gzip.member(bytes))
      )
      #expect(Array(back) == bytes)
      for level in ["0", "1", "9"] {
        let packed = try Python.run(
          "import sys, gzip; sys.stdout.buffer.write(gzip.compress(sys.stdin.buffer.read(), int(sys.argv[1])))",
          arguments: [level],
          input: Data(bytes)
        )
        #expect(try Gzip.readMember(Array(packed), at: 0, limit: 1 << 24).content == bytes)
      }
    }
  }

  @Test("refuses damage, and more than it may unpack")
  func damage() {
    let member = Gzip.member(Array(Self.samples[6].prefix(5_000)))
    #expect(throws: Inflate.Fault.tooLarge(atLeast: 1_010)) {
      try Gzip.readMember(member, at: 0, limit: 1_000)
    }
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<300 {
      var broken = member
      broken[Int.random(in: 10..<member.count - 4, using: &generator)] ^=
        1 << UInt8.random(in: 0...7, using: &generator)
      #expect(throws: Inflate.Fault.self) { try Gzip.readMember(broken, at: 0, limit: 1 << 20) }
    }
    for count in [0, 5, 17, 18, 100, member.count - 1] {
      #expect(throws: Inflate.Fault.self) {
        try Gzip.readMember(Array(member.prefix(count)), at: 0, limit: 1 << 20)
      }
    }
  }
}
