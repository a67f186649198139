/// The quotation marks that can stand around a claim's words.
enum QuotationMark {
  /// `"`, and “ ” « » as UTF-8.
  private static let marks: [[UInt8]] = [
    [0x22], [0xE2, 0x80, 0x9C], [0xE2, 0x80, 0x9D], [0xC2, 0xAB], [0xC2, 0xBB],
  ]

  /// The length of the mark that ends at `offset`, or 0.
  static func length(endingAt offset: Int, in text: [UInt8]) -> Int {
    guard offset <= text.count else { return 0 }
    return marks.first { text[..<offset].suffix($0.count).elementsEqual($0) }?.count ?? 0
  }

  /// The length of the mark that starts at `offset`, or 0.
  static func length(startingAt offset: Int, in text: [UInt8]) -> Int {
    guard offset >= 0, offset < text.count else { return 0 }
    return marks.first { text[offset...].starts(with: $0) }?.count ?? 0
  }
}
