import ClaimModel
import Foundation
import Testing

@testable import AuditReport

@Suite("Overlapping claims in the text")
struct ArticleTextTests {
  /// How many random layouts are tried; `LAYOUTS=1000000` for a long run.
  private static let layouts =
    ProcessInfo.processInfo.environment["LAYOUTS"].flatMap { Int($0) } ?? 20_000

  @Test("keep the text, each claim's words, one mark name and one reference a claim")
  func randomLayouts() {
    var random = RandomLayout(seed: 1)
    for _ in 0..<Self.layouts {
      let audit = random.audit()
      let article = AuditView(audit).article.bytes
      let read = MarkedArticle(article)
      let told = Array(audit.document.text.utf8)
      guard read.text == told, read.isNested else {
        Issue.record("text changed: \(audit.document.text.debugDescription)\n\(article)")
        return
      }
      for claim in audit.claims {
        let wanted = random.covered(claim.claim.content, in: audit.document.text)
        let marked = read.words[claim.number] ?? []
        let expected = wanted.isEmpty ? 0 : 1
        guard marked == Array(wanted.utf8), read.names[claim.number, default: 0] == expected,
          read.references[claim.number, default: 0] == expected
        else {
          Issue.record(
            "claim \(claim.number) \(claim.claim.content) for “\(wanted)”\n\(String(decoding: article, as: UTF8.self))"
          )
          return
        }
      }
    }
  }

  @Test("never share a lane where they share a byte")
  func lanes() {
    var random = RandomLayout(seed: 2)
    for _ in 0..<2_000 {
      let spans = (0..<7).map { _ in random.span(in: 60) }
      let lanes = Lanes.assign(spans)
      for left in spans.indices {
        for right in spans.indices where right > left && spans[left].overlaps(spans[right]) {
          #expect(lanes[left] != lanes[right])
        }
      }
    }
  }

  @Test("beyond eight deep keep their reference and lose only their underline")
  func deep() {
    var audit = SampleAudit.make()
    let claim = audit.claims[1]
    audit.claims = (1...12).map { number in
      var copy = claim
      copy.number = number
      return copy
    }
    let article = String(decoding: AuditView(audit).article.bytes, as: UTF8.self)
    #expect(article.components(separatedBy: "<mark").count - 1 == 8)
    for number in 1...12 {
      #expect(article.components(separatedBy: " id=\"t\(number)\"").count == 2)
      #expect(article.contains("href=\"#k\(number)\" aria-label=\"Klaim"))
    }
  }

  @Test("of a whole paragraph's thousands cost no more than their number")
  func crowd() {
    var audit = SampleAudit.make()
    let claim = audit.claims[1]
    audit.claims = (1...4_000).map { number in
      var copy = claim
      copy.number = number
      return copy
    }
    let spent = ContinuousClock().measure { _ = AuditView(audit).article }
    #expect(spent < .seconds(20))
  }

  @Test("are cut where a reader sees the end of a character")
  func graphemes() {
    let text = Array("ae\u{301}b👩‍👧c".utf8)
    let block = TextSpan(0, text.count)
    // Inside é, and inside the family.
    let widened = GraphemeCuts.widen([TextSpan(0, 2), TextSpan(6, 9)], in: text, block: block)
    #expect(widened == [TextSpan(0, 4), TextSpan(5, 16)])
  }

  @Test("may cross paragraphs, lie outside every block, or point nowhere")
  func strangePlaces() {
    var audit = SampleAudit.make()
    let end = audit.document.text.utf8.count
    audit.claims[0].claim.content = [TextSpan(0, end)]
    audit.claims[1].claim.content = [TextSpan(end + 5, end + 9)]
    audit.claims[2].claim.content = []
    audit.document.blocks.removeAll { $0.kind == .paragraph }
    let page = PageText(String(decoding: AuditPage.render(audit), as: UTF8.self))
    #expect(page.articleText == audit.document.text)
    #expect(page.page.components(separatedBy: " id=\"t1\"").count == 2)
    #expect(!page.page.contains(" id=\"t2\""))
    #expect(page.page.contains("tidak ditemukan dalam teks ini"))
  }
}

/// Random texts with random claims, the same for the same seed.
struct RandomLayout {
  private static let sample = SampleAudit.make()
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  /// SplitMix64.
  private mutating func next(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }

  mutating func span(in length: Int) -> TextSpan {
    let start = next(length)
    return TextSpan(start, start + 1 + next(length - start))
  }

  mutating func audit() -> Audit {
    let letters = ["a", "b", " ", "&", "<", ">", "\"", "é", "e\u{301}", "“", "”", "語", "👩‍👧", "x"]
    var text = ""
    var blocks: [Block] = []
    for number in 0...next(3) {
      if number > 0 { text += "\n\n" }
      let start = text.utf8.count
      text += "k"
      for _ in 0...next(30) { text += letters[next(letters.count)] }
      text += "k"
      blocks.append(Block(.paragraph, TextSpan(start, text.utf8.count)))
    }
    var audit = Self.sample
    audit.document.text = text
    audit.document.blocks = blocks
    audit.claims = (0...next(6)).map { index in
      let claim = audit.claims[index]
      var copy = claim
      copy.claim.content = [span(in: text.utf8.count)]
      return copy
    }
    audit.findings = next(3) == 0 ? [Finding(.age, .noted, spans: [span(in: text.utf8.count)])] : []
    return audit
  }

  /// The words that a claim covers, widened to whole characters, without the white space between two blocks.
  func covered(_ spans: [TextSpan], in text: String) -> String {
    var words = ""
    var start = 0
    for character in text {
      let end = start + character.utf8.count
      if character != "\n", spans.contains(where: { $0.overlaps(TextSpan(start, end)) }) {
        words.append(character)
      }
      start = end
    }
    return words
  }
}
