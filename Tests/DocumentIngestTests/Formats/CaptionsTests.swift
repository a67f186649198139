import ClaimModel
import Testing

@testable import DocumentIngest

@Suite("Captions")
struct CaptionsTests {
  private func lines(_ text: String, _ name: String) throws -> [String] {
    let document = try DocumentReader().read(bytes: Array(text.utf8), named: name)
    return document.text.split(separator: "\n").map { String($0) }
  }

  @Test("in WebVTT give a paragraph for each turn, with its time and its speaker")
  func webVTT() throws {
    let text = """
      WEBVTT - Rapat anggaran

      NOTE dibuat untuk arsip

      1
      00:00:01.000 --> 00:00:03.500 line:90%
      <v Mira Tanjung>Jembatan ini menelan

      00:00:03.500 --> 00:00:05.000
      <v Mira Tanjung>Rp2 miliar &amp; empat bulan.</v>

      00:01:02.000 --> 00:01:04.000
      <v.keras Sutan Rimbo>Siapa yang <i>membayar</i>?
      """
    #expect(
      try lines(text, "rapat.vtt") == [
        "[00:00:01] Mira Tanjung: Jembatan ini menelan Rp2 miliar & empat bulan.",
        "[00:01:02] Sutan Rimbo: Siapa yang membayar?",
      ]
    )
  }

  @Test("in SRT give the speakers that stand before a colon or after a dash")
  func subRip() throws {
    let text = """
      1
      00:00:01,000 --> 00:00:03,500
      ADA HOLM: Nobody likes it.

      2
      00:00:03,600 --> 00:00:05,000
      But nobody wants to row.

      3
      01:00:00,000 --> 01:00:02,000
      - And the tickets?
      - They stay good.
      """
    let document = try DocumentReader().read(bytes: Array(text.utf8), named: "talk.srt")
    #expect(
      document.text.split(separator: "\n").map { String($0) } == [
        "[00:00:01] ADA HOLM: Nobody likes it. But nobody wants to row.",
        "[01:00:00] ADA HOLM: And the tickets? They stay good.",
      ]
    )
    // The time is a mark to find the place by, and is not searched for claims.
    #expect(document.blocks.filter { $0.kind == .paragraph }.count == 2)
    #expect(document.blocks.first.map { document.text.slice($0.span) } == "[00:00:01]")
  }

  @Test("without a word in them are refused")
  func empty() {
    #expect(throws: IngestError.empty) {
      try lines("WEBVTT\n\n00:01.000 --> 00:02.000\n\n", "a.vtt")
    }
  }
}
