import ClaimModel
import Testing

@testable import DocumentIngest

@Suite("Bytes")
struct DecodingTests {
  private let sentence = "Wali kota berkata “ya” – naïve café."

  private func read(_ bytes: [UInt8], named name: String = "a.txt") throws(IngestError) -> Document
  {
    try DocumentReader().read(bytes: bytes, named: name)
  }

  private func utf16(_ text: String, bigEndian: Bool, mark: Bool) -> [UInt8] {
    ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit in
      let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return bigEndian ? pair.reversed() : pair
    }
  }

  @Test("of UTF-8 need no note, with a byte order mark or without")
  func utf8() throws {
    for mark in [[], [0xEF, 0xBB, 0xBF]] as [[UInt8]] {
      let document = try read(mark + Array(sentence.utf8))
      #expect(document.text == sentence)
      #expect(document.notes.isEmpty)
    }
  }

  @Test(
    "of UTF-16 are read in both orders, with a mark or without",
    arguments: [true, false],
    [true, false]
  )
  func utf16(bigEndian: Bool, mark: Bool) throws {
    let document = try read(utf16(sentence, bigEndian: bigEndian, mark: mark))
    #expect(document.text == sentence)
    #expect(document.notes == [.decoded(charset: bigEndian ? "UTF-16BE" : "UTF-16LE")])
  }

  @Test("of windows-1252 are read as such")
  func windows1252() throws {
    let bytes = Array("kata ".utf8) + [0x93] + Array("ya".utf8) + [0x94, 0x20, 0x96, 0x20, 0xE9]
    let document = try read(bytes)
    #expect(document.text == "kata “ya” – é")
    #expect(document.notes == [.decoded(charset: "WINDOWS-1252")])
  }

  @Test("that a page declares to be latin1, GB 2312 or Shift JIS are read as browsers read them")
  func declared() throws {
    let words = String(
      repeating: "<p>The ferry between Halden and Orrin stops on Monday. ",
      count: 8
    )
    func page(_ label: String, _ word: [UInt8]) -> [UInt8] {
      Array("<html><meta charset=\(label)><body>\(words)<p>".utf8) + word + Array("</p>".utf8)
    }
    #expect(try read(page("iso-8859-1", [0x93, 0x41, 0x94])).text.contains("“A”"))
    #expect(try read(page("gb2312", [0xD6, 0xD0, 0xCE, 0xC4])).text.contains("中文"))
    #expect(try read(page("shift_jis", [0x93, 0xFA, 0x96, 0x7B])).text.contains("日本"))
    #expect(try read(page("iso-8859-1", Array("“A”".utf8))).text.contains("“A”"))
    #expect(throws: IngestError.unknownCharset("X-NOSUCH")) {
      try read(page("x-nosuch", [0xFF]))
    }
  }

  @Test("that are no UTF-8 in places are replaced and counted")
  func replaced() throws {
    let bytes =
      Array("“satu” ".utf8) + [0xFF] + Array(" dua ".utf8) + [0xE2, 0x80] + Array(" “tiga”".utf8)
    let document = try read(bytes)
    #expect(document.text == "“satu” \u{FFFD} dua \u{FFFD} “tiga”")
    #expect(document.notes == [.replacedBytes(count: 2)])
  }

  @Test("lose NULs and carriage returns, and say so for NULs")
  func nulls() throws {
    let document = try read(
      Array("satu dua tiga empat lima\r\nenam tujuh delapan\0 sembilan\rsepuluh".utf8)
    )
    #expect(document.text == "satu dua tiga empat lima\nenam tujuh delapan sembilan\nsepuluh")
    #expect(document.notes == [.removedNulls(count: 1)])
  }

  @Test(
    "that are no text are refused with what they look like",
    arguments: [
      ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], "PNG"), ([0xFF, 0xD8, 0xFF, 0xE0], "JPEG"),
      ([0x37, 0x7A, 0xBC, 0xAF], "7-Zip"), (Array("SQLite format 3\0".utf8), "an SQLite database"),
      (Array(repeating: [1, 2, 3, 0], count: 50).flatMap { $0 }, nil),
    ] as [([UInt8], String?)]
  )
  func binary(bytes: [UInt8], format: String?) {
    #expect(throws: IngestError.binary(looksLike: format)) { try read(bytes, named: "a.html") }
  }

  @Test("that are none, or only white space, are refused", arguments: ["", " \n\t\r\n "])
  func empty(text: String) {
    #expect(throws: IngestError.empty) { try read(Array(text.utf8)) }
  }

  @Test("beyond the limit are refused before anything else")
  func tooLarge() {
    #expect(throws: IngestError.tooLarge(bytes: 11, limit: 10)) {
      try DocumentReader(byteLimit: 10).read(bytes: [UInt8](repeating: 0x61, count: 11), named: nil)
    }
  }

  @Test("of one line of ten million are one paragraph")
  func longLine() throws {
    let line = String(repeating: "kata ", count: 2_000_000) + "akhir."
    let document = try read(Array(line.utf8))
    #expect(document.blocks == [Block(.paragraph, TextSpan(0, line.utf8.count))])
  }
}
