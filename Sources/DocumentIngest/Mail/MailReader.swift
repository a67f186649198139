import ClaimModel

/// Reads an e-mail (RFC 5322, MIME): the subject as headline, the text part or else the page part as the article.
///
/// Lines quoted from an earlier mail stay readable as block quotations; what follows the signature mark is not searched.
enum MailReader {
  /// Whether bytes begin like a mail: header fields, some of which every mail has.
  static func isMail(_ bytes: [UInt8]) -> Bool {
    let head = MailPart(bytes[..<min(bytes.count, 16_384)])
    let known = ["from", "date", "subject", "message-id", "mime-version", "received", "to"]
    return known.count { head.fields[$0] != nil } >= 3
  }

  /// The mail's article.
  static func content(_ bytes: [UInt8]) throws(IngestError) -> ReadContent {
    let mail = MailPart(bytes[...])
    var metadata = DocumentMetadata()
    metadata.title = mail.fields["subject"].map { MailHeader.decoded($0) }
    metadata.authors = mail.fields["from"].map { [MailHeader.name(MailHeader.decoded($0))] } ?? []
    metadata.published = mail.fields["date"].flatMap(MailHeader.day)
    let texts = mail.texts
    if let plain = texts.first(where: {
      $0.type == "text/plain" && $0.body.contains { !$0.isSpace }
    }) {
      return try text(plain, metadata)
    }
    guard let page = texts.first(where: { $0.type == "text/html" }) else { throw .empty }
    let decoded = try TextDecoder.decode(page.body, contentType: page.contentType, isMarkup: true)
    var content = try HTMLReader(decoded.utf8, url: nil).content()
    content.metadata.title = metadata.title ?? content.metadata.title
    if !metadata.authors.isEmpty { content.metadata.authors = metadata.authors }
    content.metadata.published = metadata.published ?? content.metadata.published
    return content
  }

  private static func text(
    _ part: MailPart,
    _ metadata: DocumentMetadata
  ) throws(IngestError) -> ReadContent {
    let decoded = try TextDecoder.decode(part.body, contentType: part.contentType, isMarkup: false)
    var builder = ArticleBuilder()
    if let title = metadata.title { builder.addHeadline(title) }
    var paragraph: [UInt8] = []
    var kind = Block.Kind.paragraph
    var isSigned = false
    func flush(_ builder: inout ArticleBuilder) {
      let words = ArticleBuilder.collapsed(paragraph[...])
      if !words.isEmpty { builder.add(isSigned ? .boilerplate : kind, words[...]) }
      paragraph = []
    }
    for line in decoded.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.elementsEqual("-- ".utf8) {
        flush(&builder)
        isSigned = true
        continue
      }
      let isQuoted = line.first == UInt8(ascii: ">")
      let words = line.drop { $0 == UInt8(ascii: ">") || $0.isSpace }
      let next: Block.Kind = isQuoted ? .blockQuote : .paragraph
      if words.isEmpty || next != kind { flush(&builder) }
      kind = next
      paragraph += words + [0x20]
    }
    flush(&builder)
    guard builder.blocks.contains(where: { $0.kind.isRead }) else { throw .empty }
    return ReadContent(text: builder.text, blocks: builder.blocks, metadata: metadata)
  }
}
