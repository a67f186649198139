import ClaimModel

/// Text as clean UTF-8, and what had to be mended on the way.
struct DecodedText {
  /// Valid UTF-8 without byte order mark and NULs, with `\n` line ends.
  var utf8: [UInt8]
  /// What was decided or mended.
  var notes: [IngestNote]
}

/// Turns bytes of any charset into clean UTF-8.
///
/// In order: a byte order mark; valid UTF-8, whatever is declared, since nothing else is valid by accident; the header's
/// charset; the page's own; UTF-16 by its zero bytes; UTF-8 with errors; and at last windows-1252, in which nearly every
/// byte means something.
enum TextDecoder {
  /// Decodes `bytes`; `contentType` is the header's, `isMarkup` asks for a look at the page's own declaration.
  static func decode(
    _ bytes: [UInt8],
    contentType: String?,
    isMarkup: Bool
  ) throws(IngestError) -> DecodedText {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return utf8(bytes[3...]) }
    if bytes.starts(with: [0xFF, 0xFE]) {
      return try convert(bytes[2...], .utf16LittleEndian)
    }
    if bytes.starts(with: [0xFE, 0xFF]) { return try convert(bytes[2...], .utf16BigEndian) }
    if let charset = utf16WithoutMark(bytes) { return try convert(bytes[...], charset) }
    let label =
      contentType.flatMap(CharsetDeclaration.label(inContentType:))
      ?? (isMarkup ? CharsetDeclaration.label(inPage: bytes[...]) : nil)
    let declared = label.map(Charset.init(label:))
    if UTF8Repair.isValid(bytes), declared?.name.hasPrefix("ISO-2022") != true {
      return cleaned(bytes, notes: [])
    }
    let errors = UTF8Repair.survey(bytes)
    if errors.looksLikeUTF8 || (declared == nil && errors.hasBytesNoTextHas) {
      return utf8(bytes[...])
    }
    // A page cannot be UTF-16 where its declaration could be read byte by byte.
    if let declared, declared != .utf8, declared.unit == 1 {
      return try convert(bytes[...], declared)
    }
    return try convert(bytes[...], .windows1252)
  }

  private static func utf8(_ bytes: ArraySlice<UInt8>) -> DecodedText {
    let (repaired, replaced) = UTF8Repair.repair(bytes)
    return cleaned(repaired, notes: replaced > 0 ? [.replacedBytes(count: replaced)] : [])
  }

  private static func convert(
    _ bytes: ArraySlice<UInt8>,
    _ charset: Charset
  ) throws(IngestError) -> DecodedText {
    guard let (text, replaced) = Iconv.utf8(bytes, from: charset.name, unit: charset.unit) else {
      throw .unknownCharset(charset.name)
    }
    var notes = [IngestNote.decoded(charset: charset.name)]
    if replaced > 0 { notes.append(.replacedBytes(count: replaced)) }
    return cleaned(text, notes: notes)
  }

  /// The byte order of UTF-16 text of mostly ASCII letters that has no byte order mark: every other byte is zero.
  private static func utf16WithoutMark(_ bytes: [UInt8]) -> Charset? {
    let sample = bytes.prefix(4_096)
    guard sample.count >= 4 else { return nil }
    var zeros = (even: 0, odd: 0)
    for (index, byte) in sample.enumerated() where byte == 0 {
      if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let half = sample.count / 2
    if zeros.odd * 10 > half * 7, zeros.even * 20 < half { return .utf16LittleEndian }
    if zeros.even * 10 > half * 7, zeros.odd * 20 < half { return .utf16BigEndian }
    return nil
  }

  /// The text with `\n` line ends and without NULs.
  private static func cleaned(_ utf8: [UInt8], notes: [IngestNote]) -> DecodedText {
    let bytes = utf8.span
    var dirt = 0
    // Counted rather than looked for: that takes many bytes at a time.
    for index in bytes.indices { dirt &+= bytes[index] == 0 || bytes[index] == 0x0D ? 1 : 0 }
    guard dirt > 0 else { return DecodedText(utf8: utf8, notes: notes) }
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    var nulls = 0
    var copied = 0
    for index in bytes.indices where bytes[index] == 0 || bytes[index] == 0x0D {
      result.append(contentsOf: utf8[copied..<index])
      copied = index + 1
      if bytes[index] == 0 {
        nulls += 1
      } else if copied == bytes.count || bytes[copied] != 0x0A {
        result.append(0x0A)
      }
    }
    result.append(contentsOf: utf8[copied...])
    return DecodedText(
      utf8: result,
      notes: nulls > 0 ? notes + [.removedNulls(count: nulls)] : notes
    )
  }
}
