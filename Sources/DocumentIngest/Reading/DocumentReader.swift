public import ClaimModel
import Crypto

/// Turns bytes of any format into a document: its text, its blocks, and what it says about itself.
public struct DocumentReader: Sendable {
  /// The largest input in bytes.
  public var byteLimit: Int

  /// Makes a reader; the limit is 100 MiB unless another is given.
  public init(byteLimit: Int = 100 << 20) {
    self.byteLimit = byteLimit
  }

  /// Reads a document from a file's or a response's bytes.
  ///
  /// - Parameters:
  ///   - bytes: the bytes as they came; those of a gzip file are decompressed.
  ///   - name: the file's name or path, which helps to tell the format.
  ///   - contentType: the `Content-Type` header, where the bytes came with one.
  ///   - url: the address the bytes came from; the page's own canonical address goes before it.
  /// - Returns: the document; what had to be mended stands in its notes.
  /// - Throws: ``IngestError`` where the bytes hold no article.
  public func read(
    bytes: [UInt8],
    named name: String?,
    contentType: String? = nil,
    url: String? = nil
  ) throws(IngestError) -> Document {
    guard bytes.count <= byteLimit else {
      throw .tooLarge(bytes: bytes.count, limit: byteLimit)
    }
    guard bytes.contains(where: { !$0.isSpace }) else { throw .empty }
    let raw = bytes
    var bytes = bytes
    var name = name
    if bytes.starts(with: [0x1F, 0x8B]) {
      bytes = try Gzip.decompress(bytes, limit: byteLimit)
      if let full = name, full.hasSuffix(".gz") { name = String(full.dropLast(3)) }
    }
    try DocumentFormat.refuseBinary(bytes)
    let decoded = try TextDecoder.decode(
      bytes,
      contentType: contentType,
      isMarkup: bytes.prefix(512).contains(UInt8(ascii: "<"))
    )
    guard !DocumentFormat.isMostlyControls(decoded) else { throw .binary(looksLike: nil) }
    guard decoded.utf8.contains(where: { !$0.isSpace }) else { throw .empty }
    let content: ReadContent
    switch try DocumentFormat.ofText(decoded.utf8, name: name, contentType: contentType) {
    case .plainText: content = ReadContent(plainText: decoded.utf8)
    case .markdown: content = ReadContent(markdown: decoded.utf8)
    case .html: content = try ReadContent(html: decoded.utf8, url: url)
    }
    var metadata = content.metadata
    if metadata.url == nil { metadata.url = url }
    return Document(
      text: String(decoding: content.text, as: UTF8.self),
      blocks: content.blocks,
      metadata: metadata,
      rawHash: ContentHash(bytes: SHA256.hash(data: raw)),
      textHash: ContentHash(bytes: SHA256.hash(data: content.text)),
      notes: decoded.notes + content.notes
    )
  }

  /// Reads a document from plain text that a bulk input already holds as a string.
  ///
  /// What `metadata` leaves open is filled from the text. Line ends and NULs stay as they are, so that spans count in the
  /// given text; both hashes are those of its UTF-8.
  public static func document(
    ofPlainText text: String,
    metadata: DocumentMetadata = DocumentMetadata()
  ) -> Document {
    let utf8 = Array(text.utf8)
    let content = ReadContent(plainText: utf8, metadata: metadata)
    let hash = ContentHash(bytes: SHA256.hash(data: utf8))
    return Document(
      text: text,
      blocks: content.blocks,
      metadata: content.metadata,
      rawHash: hash,
      textHash: hash
    )
  }
}
