/// A text as the multiset of its runs of four words: the measure of scrapinghub's article-extraction-benchmark.
struct Shingles {
  private(set) var counts: [[String]: Int] = [:]
  private(set) var total = 0

  init(_ text: String) { self.init(words: Self.words(of: text)) }

  /// The shingles of some words; one to three words are one shingle.
  init(words: [String]) {
    guard !words.isEmpty else { return }
    for start in 0..<max(1, words.count - 3) {
      counts[Array(words[start..<min(words.count, start + 4)]), default: 0] += 1
      total += 1
    }
  }

  /// How many shingles two texts share.
  func shared(with other: Shingles) -> Int {
    counts.reduce(0) { $0 + min($1.value, other.counts[$1.key] ?? 0) }
  }

  /// Takes away what another text has of them.
  mutating func remove(_ other: Shingles) {
    for (key, count) in other.counts {
      guard let own = counts[key] else { continue }
      counts[key] = max(0, own - count)
    }
  }

  /// Runs of letters, digits and `_`.
  static func words(of text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isWord(scalar) {
        word.append(scalar)
      } else if !word.isEmpty {
        words.append(String(word))
        word = String.UnicodeScalarView()
      }
    }
    if !word.isEmpty { words.append(String(word)) }
    return words
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar == "_" || isASCIIWord(scalar) }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      return true
    default: return false
    }
  }

  private static func isASCIIWord(_ scalar: Unicode.Scalar) -> Bool {
    (UInt32(0x30)...0x39).contains(scalar.value) || (UInt32(0x41)...0x5A).contains(scalar.value)
      || (UInt32(0x61)...0x7A).contains(scalar.value)
  }
}

/// Precision and recall over pages, as that benchmark takes them: means of the pages' shares, an empty text left out of the
/// first.
struct PageScores {
  private var precisions: [Double] = []
  private var recalls: [Double] = []

  mutating func add(found: Shingles, truth: Shingles) {
    let shared = Double(found.shared(with: truth))
    if found.total > 0 { precisions.append(shared / Double(found.total)) }
    if truth.total > 0 { recalls.append(shared / Double(truth.total)) }
  }

  var precision: Double { Self.mean(precisions) }
  var recall: Double { Self.mean(recalls) }
  var f1: Double {
    precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
  }
  var pages: Int { recalls.count }

  private static func mean(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }
}
