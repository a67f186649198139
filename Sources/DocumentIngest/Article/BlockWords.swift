/// The words of every block, hashed once for all who ask about them.
struct BlockWords {
  /// The words' hashes, block after block; equal words have equal hashes whatever their ASCII case.
  private(set) var hashes: [UInt64] = []
  /// Where each block's hashes begin; one more entry for the end.
  private(set) var starts: [Int] = [0]

  /// Reads the words of all blocks.
  init(_ blocks: PageBlocks) {
    hashes.reserveCapacity(blocks.text.count / 5)
    starts.reserveCapacity(blocks.blocks.count + 1)
    for block in blocks.blocks {
      Self.read(blocks.text[block.range]) { hashes.append($0) }
      starts.append(hashes.count)
    }
  }

  /// The hashes of one block's words.
  func of(_ block: Int) -> ArraySlice<UInt64> { hashes[starts[block]..<starts[block + 1]] }

  /// The hash of a single word in lower case.
  static func hash(_ word: String) -> UInt64 {
    var result: UInt64 = 0
    read(Array(word.utf8)[...]) { result = $0 }
    return result
  }

  /// Calls `body` with the hash of each word: a run of letters, digits and bytes beyond ASCII.
  @inline(__always)
  static func read(_ text: ArraySlice<UInt8>, _ body: (UInt64) -> Void) {
    let text = text.span
    var word: Fingerprint?
    for index in text.indices {
      let byte = text[index]
      if byte.isLetterOrDigit || byte >= 0x80 {
        var longer = word ?? Fingerprint()
        longer.add(UInt64(byte.lowered))
        word = longer
      } else if let ended = word {
        body(ended.value)
        word = nil
      }
    }
    if let word { body(word.value) }
  }
}
