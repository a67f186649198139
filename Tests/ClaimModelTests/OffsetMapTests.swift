import Testing

@testable import ClaimModel

@Suite("An offset map")
struct OffsetMapTests {
  @Test(
    "agrees with counting scalars one by one",
    arguments: [
      "", "plain ascii", "“kutip” – naïve 😀 e\u{301} 漢字",
      String(repeating: "a“b”😀", count: 200),
    ]
  )
  func agrees(text: String) {
    let map = OffsetMap(text)
    #expect(map.codePointCount == text.unicodeScalars.count)
    var byte = 0
    var codePoint = 0
    for scalar in text.unicodeScalars {
      #expect(map.codePoints(atByte: byte) == codePoint)
      #expect(map.byte(atCodePoint: codePoint) == byte)
      byte += UTF8.width(scalar)
      codePoint += 1
    }
    #expect(map.codePoints(atByte: byte) == codePoint)
    #expect(map.byte(atCodePoint: codePoint) == byte)
  }

  @Test("clamps offsets outside the text")
  func clamps() {
    let map = OffsetMap("é")
    #expect(map.codePoints(atByte: -5) == 0)
    #expect(map.codePoints(atByte: 99) == 1)
    #expect(map.byte(atCodePoint: 99) == 2)
  }

  @Test("gives no slice where a span would cut a code point")
  func slices() {
    #expect("aéb".slice(TextSpan(1, 3)) == "é")
    #expect("aéb".slice(TextSpan(1, 2)) == nil)
    #expect("aéb".slice(TextSpan(2, 9)) == nil)
  }
}
