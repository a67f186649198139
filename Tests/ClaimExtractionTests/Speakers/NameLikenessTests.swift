import Testing

@testable import ClaimExtraction

@Suite("Two spellings")
struct NameLikenessTests {
  private static func isNear(_ one: String, _ other: String) -> Bool {
    NameLikeness.isNear(Array(one.utf8), Array(other.utf8))
  }

  @Test(
    "are of one name where a letter is put in, left out, changed or out of place; in long names two",
    arguments: [
      ("kusuma", "kusumma"), ("kusuma", "kusma"), ("kusuma", "kusoma"), ("kusuma", "kusmua"),
      ("kusuma", "kusum"), ("zulkarnain", "zulkarnaen"), ("zulkarnain", "zulakrnani"),
      ("zulkarnain", "zlkarnaiin"), ("zulkarnain", "zukarnaien"), ("zulkarnain", "zulkarna"),
    ]
  )
  func near(one: String, other: String) {
    #expect(Self.isNear(one, other))
    #expect(Self.isNear(other, one))
  }

  @Test(
    "are of two names where more differs or the first letter does, and short ones always",
    arguments: [
      ("kusuma", "kusuma"), ("kusuma", "kosoma"), ("kusuma", "kmusua"), ("kusuma", "kusumawi"),
      ("zulkarnain", "zalkernoin"), ("zulkarnain", "sulkarnain"), ("zulkarnain", "zulkarn"),
      ("desi", "dessi"),
    ]
  )
  func far(one: String, other: String) {
    #expect(!Self.isNear(one, other))
    #expect(!Self.isNear(other, one))
  }
}
