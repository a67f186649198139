import ClaimModel
import DocumentIngest
import SourceLookup

/// A page as it was fetched or kept, read for its words and for what it says about itself.
struct SourcePage {
  let url: String
  /// Nil where the bytes are no text: a picture, a film.
  let reading: PageReading?

  init(body: [UInt8], headers: [HeaderField], url: String) {
    self.url = url
    reading = try? DocumentReader().page(
      bytes: body,
      contentType: headers.first("Content-Type"),
      url: url
    )
  }

  /// The title of the page as its tab shows it.
  var title: String? {
    let statements = reading?.statements ?? []
    return
      (statements.first { $0.place == "html:title" }
      ?? statements.first { $0.place == "article:title" })?.value
  }

  /// The words excerpts are found in: the article's, or all where the page has none.
  var text: String? { reading.map { $0.article ?? $0.text } }

  /// The number of words.
  var words: Int {
    var count = 0
    var inWord = false
    for byte in (text ?? "").utf8 {
      if byte > 0x20, !inWord { count += 1 }
      inWord = byte > 0x20
    }
    return count
  }

  /// What the page says a citation of it is.
  func citation(accessed: CalendarDate) -> WebCitation {
    let statements = (reading?.statements ?? []).map { PageMetadata.Statement($0.place, $0.value) }
    return WebCitation(PageMetadata(statements), url: url, accessed: accessed)
  }
}
