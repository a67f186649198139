import ClaimModel
import GRDB
import ReviewWorkflow

/// Looks whether claims stand where their events say, in the words of the articles.
struct SurveyedDocuments {
  private let rows: RawRows
  private var texts: [DocumentID: [UInt8]] = [:]
  /// The article that was asked for last, by the bytes of its name.
  private var last: (name: [UInt8], text: [UInt8])?
  private var size = 0

  /// Articles come with all their claims, so few are needed at a time; this many bytes of them are kept.
  private static let most = 16 << 20

  init(in db: Database) throws {
    rows = try RawRows(
      "SELECT blob.bytes FROM document JOIN blob ON blob.hash = textHash WHERE document.id = ?",
      in: db
    )
  }

  /// Whether the pieces of a claim's words stand in the document at these places.
  mutating func have(
    _ captured: CapturedGlance,
    _ text: Span<UInt8>
  ) throws -> Bool {
    let name = text.extracting(captured.document)
    let article: [UInt8]
    if let last, name.isSame(last.name.span) {
      article = last.text
    } else {
      guard let document = String(validating: name),
        let found = try self.article(DocumentID(rawValue: document))
      else { return false }
      last = (Array(document.utf8), found)
      article = found
    }
    var places = captured.spans(text)[...]
    var isThere = true
    captured.eachPiece(text) { piece in
      let place = places.popFirst()
      isThere = isThere && place.map { Self.stands(piece, in: article, at: $0) } == true
    }
    return isThere && places.isEmpty
  }

  /// Whether the pieces of a claim's words stand in its document.
  mutating func have(_ claim: Claim) throws -> Bool {
    guard let article = try article(claim.document), claim.quote.count == claim.content.count else {
      return false
    }
    return zip(claim.quote, claim.content).allSatisfy { words, place in
      Self.stands(words.utf8Span.span, in: article, at: place)
    }
  }

  private static func stands(
    _ words: Span<UInt8>,
    in article: [UInt8],
    at place: TextSpan
  ) -> Bool {
    guard place.start >= 0, place.end <= article.count, place.length == words.count else {
      return false
    }
    for index in words.indices where words[index] != article[place.start + index] { return false }
    // No place is inside a character, also not that of no words.
    return [place.start, place.end].allSatisfy { $0 == article.count || article[$0] & 0xC0 != 0x80 }
  }

  /// The bytes of a document's text; nil where there are none or they are not UTF-8.
  private mutating func article(_ document: DocumentID) throws -> [UInt8]? {
    if let known = texts[document] { return known }
    try rows.begin([document.rawValue])
    guard try rows.next() else { return nil }
    let text: [UInt8]? = rows.withBytes(0) { bytes in
      guard (try? UTF8Span(validating: bytes)) != nil else { return nil }
      return unsafe bytes.withUnsafeBufferPointer { unsafe Array($0) }
    }
    guard let text else { return nil }
    if size + text.count > Self.most { (texts, size) = ([:], 0) }
    texts[document] = text
    size += text.count
    return text
  }
}
