/// A text that tells which words belong to the article, such as a page's `articleBody` for machines.
struct WordWitness {
  /// Hashes of every three words that follow each other.
  private var triples: Set<UInt64> = []

  /// Whether there is no such text.
  var isEmpty: Bool { triples.isEmpty }

  /// Remembers the words of `text`.
  init(_ text: String?) {
    guard let text else { return }
    let bytes = Array(text.utf8)
    Self.eachTriple(bytes[...]) { triples.insert($0) }
  }

  /// The share of a text's word triples that the witness has, or -1 where nothing can be said.
  func share(of text: ArraySlice<UInt8>) -> Float {
    guard !triples.isEmpty else { return -1 }
    var all = 0
    var known = 0
    Self.eachTriple(text) { triple in
      all += 1
      if triples.contains(triple) { known += 1 }
    }
    return all == 0 ? -1 : Float(known) / Float(all)
  }

  private static func eachTriple(_ text: ArraySlice<UInt8>, _ body: (UInt64) -> Void) {
    var words: (UInt64, UInt64) = (0, 0)
    var seen = 0
    var hash: UInt64 = 0
    func end() {
      guard hash != 0 else { return }
      seen += 1
      if seen >= 3 { body((words.0 &* 31 ^ words.1) &* 1_099_511_628_211 ^ hash) }
      words = (words.1, hash)
      hash = 0
    }
    for byte in text {
      if byte.isLetterOrDigit || byte >= 0x80 {
        hash =
          ((hash == 0 ? 14_695_981_039_346_656_037 : hash) ^ UInt64(byte.lowered))
          &* 1_099_511_628_211
      } else {
        end()
      }
    }
    end()
  }
}
