import ClaimModel
import Testing

@Suite("Hashes")
struct ContentHashTests {
  @Test("are read from their digits and written as digits, small ones")
  func digits() throws {
    let digits = "00ff10a9" + String(repeating: "0123456789abcdef", count: 3) + "fedcba98"
    let hash = try #require(ContentHash(hex: digits))
    #expect(hash.hex == digits)
    #expect(ContentHash(hex: digits.uppercased()) == hash)
    #expect(ContentHash(hex: Substring(digits)) == hash)
    #expect(ContentHash(digest: hash.digest) == hash)
    let digest = hash.digest
    #expect(digest[0] == 0x00 && digest[1] == 0xFF && digest[31] == 0x98)
    #expect(ContentHash(bytes: digest.indices.map { digest[$0] }) == hash)
  }

  @Test(
    "are nothing but 64 hexadecimal digits",
    arguments: [
      "", String(repeating: "a", count: 63), String(repeating: "a", count: 65),
      String(repeating: "a", count: 63) + "g", String(repeating: "é", count: 32),
    ]
  )
  func refused(text: String) { #expect(ContentHash(hex: text) == nil) }

  @Test("have the order of their digits")
  func order() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<500 {
      // Few different bytes, so that many begin alike.
      let pair = (0..<2).map { _ in
        ContentHash(bytes: (0..<32).map { _ in UInt8.random(in: 127...128, using: &generator) })
      }
      #expect((pair[0] < pair[1]) == (pair[0].hex < pair[1].hex))
    }
  }
}
