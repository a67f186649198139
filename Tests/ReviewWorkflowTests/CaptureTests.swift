import ClaimModel
import Foundation
import Testing

@testable import ReviewWorkflow

@Suite("Capturing claims")
struct CaptureTests {
  static func document(_ text: String) -> Document {
    Document(
      text: text,
      blocks: [],
      metadata: DocumentMetadata(language: .indonesian),
      rawHash: Event.hash(of: text),
      textHash: Event.hash(of: text)
    )
  }

  static func claims(_ text: String, _ quotes: [String]) -> [Claim] {
    let document = document(text)
    let attributions = quotes.compactMap { quote -> Attribution? in
      guard let range = text.range(of: quote) else { return nil }
      let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      return Attribution(content: [TextSpan(start, start + quote.utf8.count)], kind: .indirect)
    }
    return ClaimCapture.claims(
      of: Extraction(language: .indonesian, attributions: attributions),
      in: document,
      named: ClaimCapture.name(of: document)
    )
  }

  @Test("gives the same names to the same text")
  func deterministic() {
    let text = "Raka mengatakan pasar buka. Ia menyebut harga naik."
    #expect(
      Self.claims(text, ["pasar buka", "harga naik"])
        == Self.claims(text, ["pasar buka", "harga naik"])
    )
  }

  @Test("leaves out an assertion that an attribution covers")
  func covered() throws {
    let text = "Raka mengatakan pasar buka."
    let document = Self.document(text)
    let extraction = Extraction(
      language: .indonesian,
      attributions: [Attribution(content: [TextSpan(16, 26)], kind: .indirect)],
      assertions: [Assertion(span: TextSpan(0, 26), reasons: [.date], checkworthiness: 1)]
    )
    let claims = ClaimCapture.claims(
      of: extraction,
      in: document,
      named: ClaimCapture.name(of: document)
    )
    #expect(claims.map(\.kind) == [.indirect])
    #expect(claims.map(\.quote) == [["pasar buka"]])
  }

  @Test("follows the claims of an edited article: moved, gone and new")
  func reanchoring() {
    let old = Self.claims(
      "Raka mengatakan pasar buka. Ia menyebut harga naik.",
      ["pasar buka", "harga naik"]
    )
    let text = "Pembaruan. Raka mengatakan pasar buka. Ia mengaku stok cukup."
    let new = Self.claims(text, ["pasar buka", "stok cukup"])
    let outcome = Reanchoring.match(old, with: new, in: text, named: new[0].document)
    #expect(outcome.moved.map(\.id) == [old[0].id])
    #expect(outcome.moved.first?.content == new[0].content)
    #expect(outcome.lost == [old[1].id])
    #expect(outcome.new.map(\.quote) == [["stok cukup"]])
  }
}
