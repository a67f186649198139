/// Where sentences end, as far as one line shows.
enum Sentence {
  /// Whether a line ends a sentence: with `.`, `!`, `?`, `…`, `。` or a closing quotation mark.
  static func ends(_ line: ArraySlice<UInt8>) -> Bool {
    guard let last = line.last else { return false }
    switch last {
    case 0x2E, 0x21, 0x3F, 0x22, 0x3A: return true
    case 0x29, 0x27: return line.dropLast().last == 0x2E
    case 0x9D, 0xA6, 0x99: return line.suffix(3).starts(with: [0xE2, 0x80])
    case 0x9C: return line.suffix(3).starts(with: [0xE2, 0x80])
    case 0x82: return line.suffix(3).elementsEqual([0xE3, 0x80, 0x82])
    case 0x8D: return line.suffix(3).elementsEqual([0xE3, 0x80, 0x8D])
    case 0xBB: return line.suffix(2).elementsEqual([0xC2, 0xBB])
    default: return false
    }
  }
}
