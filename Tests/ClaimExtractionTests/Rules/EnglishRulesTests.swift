import ClaimModel
import Testing

@testable import ClaimExtraction

/// All people, towns and offices in these texts are made up.
@Suite("Rules for English")
struct EnglishRulesTests {
  private func said(_ text: String) -> [Said] { Said.all(in: text, language: .english) }

  @Test(
    "find the cue behind a quotation, verb first or last",
    arguments: [
      ("said Mayor Nora Dovetail", "Mayor Nora Dovetail"), ("Nora Dovetail said", "Nora Dovetail"),
      ("Nora Dovetail told reporters", "Nora Dovetail"),
    ]
  )
  func cueAfter(tail: String, mention: String) {
    let found = said("“The bridge is safe to cross,” \(tail).")
    #expect(found.map(\.content) == [["The bridge is safe to cross,"]])
    #expect(found.map(\.mention) == [mention])
    #expect(found.map(\.speaker) == ["Nora Dovetail"])
    #expect(found.map(\.kind) == [.direct])
  }

  @Test("keep the linking word in the content and resolve short names and pronouns")
  func indirect() {
    let text = """
      Harbourmaster Nora Dovetail said that the bridge was safe. Dovetail warned ships to slow down. \
      She denied any delay.
      """
    #expect(
      said(text).map(\.content) == [
        ["that the bridge was safe"], ["ships to slow down"], ["any delay"],
      ]
    )
    #expect(said(text).map(\.speaker) == ["Nora Dovetail", "Nora Dovetail", "Nora Dovetail"])
  }

  @Test("find according to, before and after")
  func according() {
    #expect(
      said("According to Nora Dovetail, the bridge is safe.").map(\.content) == [
        ["the bridge is safe"]
      ]
    )
    #expect(
      said("The bridge is safe, according to Nora Dovetail.").map(\.content) == [
        ["The bridge is safe"]
      ]
    )
  }

  @Test("flag a passive that hides its speaker")
  func passive() {
    let extraction = ClaimExtractor.byRules.extract(
      Documents.make("The bridge is considered the oldest in Fernhollow.", language: .english)
    )
    #expect(extraction.attributions.map(\.flags) == [[.anonymousPassive, .unattributed]])
  }
}
