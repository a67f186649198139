import ClaimModel

/// The formats that can be read, told by content first and by name where the content leaves it open.
enum DocumentFormat: Hashable {
  case plainText
  case markdown
  case html
  case captions

  /// The format of text; `name` is the file's name or path.
  static func ofText(
    _ utf8: [UInt8],
    name: String?,
    contentType: String?
  ) throws(IngestError) -> DocumentFormat {
    let fileExtension = name.map(Self.fileExtension) ?? ""
    let type = contentType?.lowercased() ?? ""
    if ["md", "markdown", "mdown"].contains(fileExtension) || type.hasPrefix("text/markdown") {
      return .markdown
    }
    if CaptionsReader.isCaptions(utf8) { return .captions }
    let head = utf8.prefix(2_048)
    let start = head.trimmed
    if start.first == UInt8(ascii: "<") {
      if let list = listKind(head) { throw .listOfPages(kind: list) }
      if fileExtension != "txt", looksLikeMarkup(start) { return .html }
    }
    if start.starts(with: "---\n".utf8), FrontMatter(utf8) != nil { return .markdown }
    if ["html", "htm", "xhtml", "shtml"].contains(fileExtension) { return .html }
    if type.hasPrefix("text/html") || type.hasPrefix("application/xhtml") { return .html }
    return .plainText
  }

  /// Throws where the bytes begin like a format that holds no text.
  static func refuseBinary(_ bytes: [UInt8]) throws(IngestError) {
    for (signature, name) in signatures where bytes.starts(with: signature) {
      throw .binary(looksLike: name)
    }
    if bytes.count >= 12, bytes.starts(with: "RIFF".utf8) {
      let kind = bytes[8..<12].string
      throw .binary(looksLike: kind == "WEBP" ? "WebP" : kind == "WAVE" ? "WAV" : "RIFF")
    }
    if bytes.count >= 12, bytes[4..<8].elementsEqual("ftyp".utf8) {
      throw .binary(looksLike: "MP4 or HEIC")
    }
  }

  /// Whether more than one character in twenty of decoded text is, or was, a control character or unreadable.
  static func isMostlyControls(_ text: DecodedText) -> Bool {
    let sample = text.utf8.prefix(65_536)
    let controls = sample.reduce(into: 0) { count, byte in
      if byte < 0x20, !byte.isSpace, byte != 0x1B, byte != 0x08 { count += 1 }
    }
    let lost = text.notes.reduce(0) { sum, note in
      switch note {
      case .removedNulls(let count), .replacedBytes(let count): return sum + count
      default: return sum
      }
    }
    return controls * 20 > sample.count || lost * 4 > text.utf8.count
  }

  private static let signatures: [([UInt8], String)] = [
    ([0x89, 0x50, 0x4E, 0x47], "PNG"), ([0xFF, 0xD8, 0xFF], "JPEG"),
    (Array("GIF8".utf8), "GIF"), ([0x50, 0x4B, 0x05, 0x06], "ZIP"), ([0x42, 0x5A, 0x68], "bzip2"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz"), ([0x28, 0xB5, 0x2F, 0xFD], "Zstandard"),
    ([0x37, 0x7A, 0xBC, 0xAF], "7-Zip"), ([0x7F, 0x45, 0x4C, 0x46], "an ELF program"),
    ([0x4D, 0x5A, 0x90], "a Windows program"),
    (Array("SQLite format 3".utf8), "an SQLite database"), (Array("OggS".utf8), "Ogg"),
    (Array("ID3".utf8), "MP3"), ([0xD0, 0xCF, 0x11, 0xE0], "an old Office document"),
    (Array("II*\0".utf8), "TIFF"), (Array("MM\0*".utf8), "TIFF"), (Array("{\\rtf".utf8), "RTF"),
  ]

  /// A name's extension in lower case, or an empty text.
  static func fileExtension(_ name: String) -> String {
    let file = name.split(separator: "/").last ?? ""
    guard let dot = file.lastIndex(of: "."), dot != file.startIndex else { return "" }
    return file[file.index(after: dot)...].lowercased()
  }

  /// Whether text that begins with `<` is a page: a tag, a doctype or a comment.
  private static func looksLikeMarkup(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count > 2 else { return false }
    let next = text[text.startIndex + 1]
    return next.isLetter || next == UInt8(ascii: "!") || next == UInt8(ascii: "?")
  }

  private static func listKind(_ head: ArraySlice<UInt8>) -> String? {
    let lists = [
      ("<rss", "an RSS feed"), ("<feed", "an Atom feed"), ("<rdf:rdf", "an RSS feed"),
      ("<urlset", "a sitemap"), ("<sitemapindex", "a sitemap"),
    ]
    guard !head.trimmed.hasPrefix(ignoringCase: "<!doctype html"),
      head.range(ofIgnoringCase: "<html") == nil
    else { return nil }
    return lists.first { head.range(ofIgnoringCase: $0.0) != nil }?.1
  }
}
