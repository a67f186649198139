import ClaimModel

/// What one format's reader found: the text, its blocks and its metadata.
struct ReadContent {
  /// Valid UTF-8 with `\n` line ends.
  var text: [UInt8]
  /// The parts of the text, in reading order.
  var blocks: [Block]
  /// What the text or its page says about itself.
  var metadata: DocumentMetadata
  /// What had to be decided.
  var notes: [IngestNote] = []
}

extension ReadContent {
  /// Reads plain text; `metadata` holds what is already known and is not overruled.
  init(plainText text: [UInt8], metadata: DocumentMetadata = DocumentMetadata()) {
    let reader = PlainTextReader(text)
    self.init(text: text, blocks: reader.blocks, metadata: metadata)
    self.metadata.title = metadata.title ?? reader.title
    self.metadata.outlet = metadata.outlet ?? reader.outlet
    if metadata.authors.isEmpty { self.metadata.authors = reader.authors }
  }
}
