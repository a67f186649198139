import ClaimModel
import Testing

@testable import DocumentIngest

@Suite("A Markdown text")
struct MarkdownTests {
  private func read(_ text: String) throws -> Document {
    try DocumentReader().read(bytes: Array(text.utf8), named: "a.md")
  }

  @Test("takes its metadata from the front matter")
  func frontMatter() throws {
    let document = try read(
      """
      ---
      title: "Ferry to Orrin: stopped"
      author: [Ada Holm, 'Nils O''Brien']
      date: 2026-03-09
      outlet: Halden Post
      language: en
      url: https://halden.example/ferry
      tags:
        - ferry
      ---

      The ferry stops.
      """
    )
    #expect(document.metadata.title == "Ferry to Orrin: stopped")
    #expect(document.metadata.authors == ["Ada Holm", "Nils O'Brien"])
    #expect(document.metadata.published == CalendarDate(year: 2026, month: 3, day: 9))
    #expect(document.metadata.outlet == "Halden Post")
    #expect(document.metadata.language == .english)
    #expect(document.metadata.url == "https://halden.example/ferry")
    #expect(document.text == "Ferry to Orrin: stopped\n\nThe ferry stops.")
  }

  @Test("loses its marks and keeps its blocks")
  func blocks() throws {
    let document = try read(
      """
      # Ferry to Orrin stopped

      ![The ferry in dock](ferry.jpg)

      The **ferry** between _Halden_ and
      [Orrin](https://orrin.example) stops, `said` snake_case \\*.

      ## Why

      > The engine is old.

      - first
      - second

      | Day | Ferries |
      |-----|---------|
      | Mon | 0 |

      Read more: [Other news](x)
      """
    )
    #expect(
      outline(document) == [
        "headline: Ferry to Orrin stopped",
        "caption: The ferry in dock",
        "paragraph: The ferry between Halden and Orrin stops, said snake_case *.",
        "heading: Why",
        "blockQuote: The engine is old.",
        "listItem: first",
        "listItem: second",
        "tableRow: Day | Ferries",
        "tableRow: Mon | 0",
        "relatedLink: Read more: Other news",
      ]
    )
  }

  @Test("of brackets and stars only is read in linear time")
  func hostile() throws {
    let text = String(repeating: "[](", count: 300_000) + String(repeating: "**_", count: 300_000)
    let clock = ContinuousClock()
    let time = try clock.measure { _ = try read("kata " + text) }
    #expect(time < .seconds(20))
  }
}
