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

/// What a text found on a page has of the article.
struct PageScore {
  var shared: Int
  var found: Int
  var truth: Int

  init(found: Shingles, truth: Shingles) {
    shared = found.shared(with: truth)
    self.found = found.total
    self.truth = truth.total
  }

  var f1: Double { 2 * Double(shared) / Double(max(1, found + truth)) }
}

/// Precision, recall and their harmonic mean over pages, as that benchmark takes them: means of the pages' shares, an empty
/// text left out of the first.
struct MeanScore {
  let precision: Double
  let recall: Double

  init(_ scores: [PageScore]) {
    precision = Self.mean(
      scores.filter { $0.found > 0 }.map { Double($0.shared) / Double($0.found) }
    )
    recall = Self.mean(scores.filter { $0.truth > 0 }.map { Double($0.shared) / Double($0.truth) })
  }

  var f1: Double {
    precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
  }

  private static func mean(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }
}
