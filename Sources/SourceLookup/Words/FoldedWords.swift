import Foundation

/// The words of a text as people compare them: runs of letters and digits, without case and accents.
enum FoldedWords {
  /// The words, in order.
  ///
  /// An apostrophe inside a word is dropped: `Jum'at` is `jumat`.
  static func of(_ text: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    func finish() {
      guard !word.isEmpty else { return }
      words.append(String(decoding: word, as: UTF8.self))
      word.removeAll(keepingCapacity: true)
    }
    let folded =
      text.utf8.allSatisfy { $0 < 0x80 }
      ? text : text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
    for scalar in folded.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": word.append(UInt8(scalar.value))
      case "A"..."Z": word.append(UInt8(scalar.value) | 0x20)
      case "'", "’", "ʼ": continue
      default:
        if scalar.value >= 0x80,
          scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        {
          word.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
        } else {
          finish()
        }
      }
    }
    finish()
    return words
  }
}
