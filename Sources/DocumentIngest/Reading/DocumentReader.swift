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
    let opened = try open(bytes: bytes, named: name, contentType: contentType, url: url)
    let content: ReadContent
    switch opened.body {
    case .content(let read): content = read
    case .page(let page): content = try page.content()
    }
    var metadata = content.metadata
    if metadata.url == nil { metadata.url = url }
    return Document(
      text: String(decoding: content.text, as: UTF8.self),
      blocks: content.blocks,
      metadata: metadata,
      rawHash: ContentHash(bytes: SHA256.hash(data: bytes)),
      textHash: ContentHash(bytes: SHA256.hash(data: content.text)),
      notes: opened.notes + content.notes
    )
  }

  /// Bytes whose format is known, with what had to be mended in them.
  struct Opened {
    /// What they hold: a page may hold more than an article.
    enum Body {
      case content(ReadContent)
      case page(HTMLReader)
    }

    var body: Body
    var notes: [IngestNote] = []
  }

  /// Tells the format, decodes the bytes and parses them; in a page nothing has been looked for yet.
  func open(
    bytes: [UInt8],
    named name: String?,
    contentType: String?,
    url: String?
  ) throws(IngestError) -> Opened {
    guard bytes.count <= byteLimit else {
      throw .tooLarge(bytes: bytes.count, limit: byteLimit)
    }
    guard bytes.contains(where: { !$0.isSpace }) else { throw .empty }
    var bytes = bytes
    var name = name
    if bytes.starts(with: [0x1F, 0x8B]) {
      bytes = try Gzip.decompress(bytes, limit: byteLimit)
      if let full = name, full.hasSuffix(".gz") { name = String(full.dropLast(3)) }
    }
    if let packed = try packed(bytes, named: name) { return Opened(body: .content(packed)) }
    try DocumentFormat.refuseBinary(bytes)
    let decoded = try TextDecoder.decode(
      bytes,
      contentType: contentType,
      isMarkup: bytes.prefix(512).contains(UInt8(ascii: "<"))
    )
    guard !DocumentFormat.isMostlyControls(decoded) else { throw .binary(looksLike: nil) }
    guard decoded.utf8.contains(where: { !$0.isSpace }) else { throw .empty }
    let body: Opened.Body
    switch try DocumentFormat.ofText(decoded.utf8, name: name, contentType: contentType) {
    case .plainText: body = .content(ReadContent(plainText: decoded.utf8))
    case .markdown: body = .content(ReadContent(markdown: decoded.utf8))
    case .html: body = .page(HTMLReader(decoded.utf8, url: url))
    case .captions: body = .content(try CaptionsReader.content(decoded.utf8))
    }
    return Opened(body: body, notes: decoded.notes)
  }

  /// The content of a format that is no text by itself, or nil for any other.
  private func packed(_ bytes: [UInt8], named name: String?) throws(IngestError) -> ReadContent? {
    if bytes.starts(with: "%PDF-".utf8) { return try PDFReader.content(bytes) }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      let archive = try ZipReader(bytes, limit: byteLimit)
      if let body = try archive.read("word/document.xml") {
        let properties = try archive.read("docProps/core.xml")
        return try OfficeReader.content(body, properties: properties, isWord: true)
      }
      if archive.paths.contains("META-INF/container.xml") {
        return try EPUBReader.content(archive)
      }
      if let body = try archive.read("content.xml") {
        let properties = try archive.read("meta.xml")
        return try OfficeReader.content(body, properties: properties, isWord: false)
      }
      throw .binary(looksLike: "ZIP")
    }
    let isMail = DocumentFormat.fileExtension(name ?? "") == "eml" || MailReader.isMail(bytes)
    return isMail ? try MailReader.content(bytes) : nil
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
