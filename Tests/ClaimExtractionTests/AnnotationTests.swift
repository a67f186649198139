import ClaimModel
import Foundation
import Testing

@testable import ClaimExtraction

/// Reads what was written as the Web Annotation Data Model says a reader does.
@Suite("Web Annotations")
struct AnnotationTests {
  private struct Page: Decodable {
    var context: String
    var id: String
    var type: String
    var items: [Annotation]

    private enum CodingKeys: String, CodingKey {
      case context = "@context"
      case id, type, items
    }
  }
  private struct Annotation: Decodable {
    var id: String
    var type: String
    var motivation: String
    var body: [Body]
    var target: [Place]
  }
  private struct Body: Decodable {
    var type: String
    var purpose: String
    var value: String?
    var source: String?
    var selector: [Selector]?
  }
  private struct Place: Decodable {
    var source: String
    var selector: [Selector]
  }
  private struct Selector: Decodable {
    var type: String
    var exact: String?
    var prefix: String?
    var suffix: String?
    var start: Int?
    var end: Int?
  }

  private static let text =
    "🎉 “Sungai Elok naik 40 persen,” kata Ratna Kusuma, “dan saya khawatir,” Rabu (19/6/2024). Kerugian mencapai Rp3 miliar dan 40 rumah rusak berat."

  private func page(_ fields: [String: String]) throws -> Page {
    let input = try JSONEncoder().encode(fields)
    let line = BulkExtractor(format: .webannotation).result(for: [UInt8](input), number: 1).line
    return try JSONDecoder().decode(Page.self, from: Data(line))
  }

  /// The words that a pair of selectors selects, when both select the same.
  private func selected(_ selectors: [Selector], in text: String) throws -> String {
    let quote = try #require(selectors.first { $0.type == "TextQuoteSelector" })
    let position = try #require(selectors.first { $0.type == "TextPositionSelector" })
    let start = try #require(position.start)
    let end = try #require(position.end)
    let points = Array(text.unicodeScalars)
    func words(_ range: Range<Int>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: points[range])
      return String(view)
    }
    #expect(quote.exact == words(start..<end))
    #expect(quote.prefix == words(max(0, start - 32)..<start))
    #expect(quote.suffix == words(end..<min(points.count, end + 32)))
    return try #require(quote.exact)
  }

  @Test("have an address, a target and two selectors that select the same words")
  func annotations() throws {
    let page = try page(["id": "berita 1", "text": Self.text, "language": "id"])
    #expect(page.context == "http://www.w3.org/ns/anno.jsonld")
    #expect(page.type == "AnnotationPage")
    #expect(page.id == "urn:tilik:berita%201#annotations")
    #expect(Set(page.items.map(\.id)).count == page.items.count)
    #expect(page.items.allSatisfy { $0.type == "Annotation" && !$0.target.isEmpty })
    #expect(page.items.flatMap(\.target).allSatisfy { $0.source == "urn:tilik:berita%201" })
    for place in page.items.flatMap(\.target) { _ = try selected(place.selector, in: Self.text) }
  }

  @Test("tell an attribution's pieces, kind, speaker, cue and mention")
  func attribution() throws {
    let page = try page(["id": "1", "text": Self.text, "language": "id"])
    let item = try #require(page.items.first { $0.motivation == "identifying" })
    let pieces = try item.target.map { try selected($0.selector, in: Self.text) }
    #expect(pieces == ["Sungai Elok naik 40 persen,", "dan saya khawatir,"])
    let values = item.body.filter { $0.type == "TextualBody" }
    #expect(values.first { $0.purpose == "classifying" }?.value == "direct")
    #expect(values.first { $0.purpose == "identifying" }?.value == "Ratna Kusuma")
    let places = item.body.filter { $0.type == "SpecificResource" }
    let words = try places.map { try selected($0.selector ?? [], in: Self.text) }
    #expect(words == ["Ratna Kusuma", "kata"])
    #expect(places.map(\.purpose) == ["identifying", "highlighting"])
  }

  @Test("tell why an assertion is worth checking, and the arithmetic of a finding")
  func others() throws {
    let page = try page(["id": "1", "text": Self.text, "language": "id"])
    let assertion = try #require(page.items.first { $0.motivation == "assessing" })
    #expect(assertion.body.map(\.value) == ["quantity", "money"])
    let finding = try #require(page.items.first { $0.motivation == "commenting" })
    #expect(
      finding.body.map(\.value) == [
        "weekday", "confirmed; calendar: 3; date: 2024-06-19; printed: 3",
      ]
    )
  }

  @Test("are about the address of the article where it is known")
  func address() throws {
    let known = try page(["id": "1", "text": Self.text, "url": "https://lembayung.id/a?b=1"])
    #expect(known.items.first?.target.first?.source == "https://lembayung.id/a?b=1")
    let named = try page(["id": "https://lembayung.id/c", "text": Self.text])
    #expect(named.id == "https://lembayung.id/c#annotations")
  }
}
