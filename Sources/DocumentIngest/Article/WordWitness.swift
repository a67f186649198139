/// A text that tells which words belong to the article, such as a page's `articleBody` for machines.
struct WordWitness {
  /// Hashes of every three words that follow each other.
  private var triples: Set<UInt64> = []

  /// Whether there is no such text.
  var isEmpty: Bool { triples.isEmpty }

  /// Remembers the words of `text`.
  init(_ text: String?) {
    guard let text else { return }
    var words: [UInt64] = []
    BlockWords.read(Array(text.utf8)[...]) { words.append($0) }
    Self.eachTriple(words[...]) { triples.insert($0) }
  }

  /// The share of the word triples that the witness has, or -1 where nothing can be said.
  func share(of words: ArraySlice<UInt64>) -> Float {
    guard !triples.isEmpty, words.count >= 3 else { return -1 }
    var known = 0
    Self.eachTriple(words) { if triples.contains($0) { known += 1 } }
    return Float(known) / Float(words.count - 2)
  }

  private static func eachTriple(_ words: ArraySlice<UInt64>, _ body: (UInt64) -> Void) {
    guard words.count >= 3 else { return }
    for index in words.startIndex..<(words.endIndex - 2) {
      body((words[index] &* 31 ^ words[index + 1]) &* 1_099_511_628_211 ^ words[index + 2])
    }
  }
}
