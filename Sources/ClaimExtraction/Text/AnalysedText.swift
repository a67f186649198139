package import ClaimModel

/// A document's text in flat arrays: tokens, sentences, paragraphs and quotations, found in one pass over its bytes.
///
/// Every index is a token index, every span counts UTF-8 bytes. Rules and a sequence model read the same arrays.
/// Making it is linear in the text, whatever the text is. A class only so that it is passed on without being copied;
/// nothing in it changes.
package final class AnalysedText: Sendable {
  /// The text as UTF-8.
  package let bytes: [UInt8]
  /// All tokens, in text order, those of unsearched paragraphs too.
  package let tokens: [Token]
  /// All sentences, as token ranges; none crosses a paragraph.
  package let sentences: [Range<Int>]
  /// All paragraphs that hold a token, in text order.
  package let paragraphs: [Paragraph]
  /// All quotations, by where they open.
  package let quotations: [Quotation]

  /// One block of the text.
  package struct Paragraph: Sendable {
    /// What the block is.
    package let kind: Block.Kind
    /// Where it stands.
    package let span: TextSpan
    /// Its tokens.
    package let tokens: Range<Int>
    /// Its sentences, as indices into ``AnalysedText/sentences``.
    package let sentences: Range<Int>
    /// Its quotations, as indices into ``AnalysedText/quotations``.
    package let quotations: Range<Int>

    /// Whether claims are looked for in it.
    package var isSearched: Bool { kind.isSearched }
  }

  /// Reads a document: its blocks where it has some, else its lines.
  package convenience init(_ document: Document) {
    let bytes = Array(document.text.utf8)
    let blocks =
      document.blocks.isEmpty ? LineBlocks.blocks(of: bytes.span) : document.blocks
    self.init(bytes: bytes, blocks: blocks)
  }

  /// Reads a text without blocks, line by line.
  package convenience init(_ text: String) {
    let bytes = Array(text.utf8)
    self.init(bytes: bytes, blocks: LineBlocks.blocks(of: bytes.span))
  }

  /// Reads valid UTF-8 with the blocks that are known of it.
  package init(
    bytes: [UInt8],
    blocks: [Block],
    abbreviations: Abbreviations = .common
  ) {
    var tokens: [Token] = []
    tokens.reserveCapacity(bytes.count / 5 + 8)
    var sentences: [Range<Int>] = []
    var paragraphs: [Paragraph] = []
    paragraphs.reserveCapacity(blocks.count)
    var pairing = QuotationPairing()
    let span = bytes.span
    for block in blocks {
      let first = tokens.count
      let start = max(0, min(block.span.start, bytes.count))
      let end = max(start, min(block.span.end, bytes.count))
      Tokeniser.tokenise(span, start..<end, into: &tokens)
      guard tokens.count > first else { continue }
      let firstQuotation = pairing.quotations.count
      let firstSentence = sentences.count
      pairing.pair(&tokens, first..<tokens.count, paragraph: paragraphs.count, bytes: span)
      SentenceSplitter.split(
        tokens.span,
        first..<tokens.count,
        bytes: span,
        abbreviations: abbreviations,
        into: &sentences
      )
      paragraphs.append(
        Paragraph(
          kind: block.kind,
          span: TextSpan(start, end),
          tokens: first..<tokens.count,
          sentences: firstSentence..<sentences.count,
          quotations: firstQuotation..<pairing.quotations.count
        )
      )
    }
    self.bytes = bytes
    self.tokens = tokens
    self.sentences = sentences
    self.paragraphs = paragraphs
    self.quotations = pairing.quotations
  }

  /// The text from the first to the last token of a range; empty for an empty range.
  package func string(_ range: Range<Int>) -> String {
    guard let span = span(range) else { return "" }
    return string(span)
  }

  /// The text of a span.
  package func string(_ span: TextSpan) -> String {
    String(decoding: bytes[span.range], as: UTF8.self)
  }

  /// The span from the first to the last token of a range; nil for an empty range.
  package func span(_ range: Range<Int>) -> TextSpan? {
    guard !range.isEmpty else { return nil }
    return TextSpan(Int(tokens[range.lowerBound].start), Int(tokens[range.upperBound - 1].end))
  }

  /// The paragraph that a token stands in, as an index into ``paragraphs``.
  package func paragraph(ofToken token: Int) -> Int? {
    let place = paragraphs.bisected { $0.tokens.upperBound <= token }
    return place < paragraphs.count && paragraphs[place].tokens.contains(token) ? place : nil
  }

  /// The sentence that a token stands in; the token alone where no sentence holds it.
  package func sentence(ofToken token: Int) -> Range<Int> {
    guard let paragraph = paragraph(ofToken: token) else { return token..<token + 1 }
    let range = paragraphs[paragraph].sentences
    let place = sentences[range].bisected { $0.upperBound <= token }
    return place < range.upperBound ? sentences[place] : token..<token + 1
  }

  /// The tokens that share a byte with a span.
  package func tokens(in span: TextSpan) -> Range<Int> {
    var first = token(atOrAfterByte: span.start)
    if first > 0, Int(tokens[first - 1].end) > span.start { first -= 1 }
    return first..<max(first, token(atOrAfterByte: span.end))
  }

  /// The first token that begins at or after a byte offset.
  package func token(atOrAfterByte offset: Int) -> Int {
    tokens.bisected { Int($0.start) < offset }
  }
}
