import ClaimModel

/// The proper names of a text: runs of capitalised words outside headlines, cut at roles, titles and places.
struct NameRuns {
  /// One run.
  struct Run {
    /// Its tokens.
    let tokens: Range<Int>
    /// The forms of its words, those parted by a hyphen apart.
    let words: [Form]
  }

  /// A name longer than this is a headline.
  private static let longest = 6

  /// Every run of the text, in text order.
  static func all(in tagged: TaggedText) -> [Run] {
    var runs: [Run] = []
    for paragraph in tagged.text.paragraphs
    where paragraph.isSearched && paragraph.kind != .headline {
      for number in paragraph.sentences {
        let sentence = tagged.text.sentences[number]
        guard !isTitleCase(sentence, tagged) else { continue }
        collect(sentence, tagged, into: &runs)
      }
    }
    return runs
  }

  /// The runs of one range of tokens.
  static func runs(in range: Range<Int>, _ tagged: TaggedText) -> [Run] {
    var runs: [Run] = []
    collect(range, tagged, into: &runs)
    return runs
  }

  private static func collect(_ range: Range<Int>, _ tagged: TaggedText, into runs: inout [Run]) {
    var index = range.lowerBound
    while index < range.upperBound {
      guard isNameWord(index, tagged, atStart: index == range.lowerBound) else {
        index = max(index + 1, skipped(index, tagged))
        continue
      }
      var end = index + 1
      while end < range.upperBound, end - index < Self.longest * 2 {
        if isNameWord(end, tagged, atStart: false) {
          end += 1
        } else if isInitialStop(end, tagged), end + 1 < range.upperBound,
          isNameWord(end + 1, tagged, atStart: false)
        {
          end += 2
        } else {
          break
        }
      }
      let run = index..<end
      let words = words(of: run, tagged)
      if words.count <= Self.longest { runs.append(Run(tokens: run, words: words)) }
      index = end
    }
  }

  /// The forms of a run's words, hyphens opened, stops left out.
  static func words(of range: Range<Int>, _ tagged: TaggedText) -> [Form] {
    var words: [Form] = []
    let bytes = tagged.text.bytes.span
    for index in range where tagged.text.tokens[index].isWord {
      let token = tagged.text.tokens[index]
      var start = Int(token.start)
      for offset in Int(token.start)..<Int(token.end) where bytes[offset] == UInt8(ascii: "-") {
        words.append(Form(bytes, start..<offset))
        start = offset + 1
      }
      words.append(start == Int(token.start) ? token.form : Form(bytes, start..<Int(token.end)))
    }
    return words
  }

  private static func skipped(_ index: Int, _ tagged: TaggedText) -> Int {
    tagged.has(index, [.place, .role, .organisation]) ? tagged.end(index) : index + 1
  }

  private static func isNameWord(_ index: Int, _ tagged: TaggedText, atStart: Bool) -> Bool {
    guard tagged.text.tokens[index].isCapitalised else { return false }
    let classes = tagged.tags[index].classes
    let never: WordClass = [
      .role, .title, .place, .weekday, .month, .according, .opener, .preposition, .pronoun,
      .ownPronoun, .currency, .relative, .complementiser, .organisation, .determiner,
    ]
    if !classes.isDisjoint(with: never) { return false }
    return !(atStart && !classes.isEmpty)
  }

  private static func isInitialStop(_ index: Int, _ tagged: TaggedText) -> Bool {
    let tokens = tagged.text.tokens
    return tokens[index].kind == .terminator && tokens[index].length == 1
      && tokens[index - 1].shape == .initial
  }

  private static func isTitleCase(_ sentence: Range<Int>, _ tagged: TaggedText) -> Bool {
    var words = 0
    var capitals = 0
    for index in sentence where tagged.text.tokens[index].kind == .word {
      words += 1
      if tagged.text.tokens[index].isCapitalised { capitals += 1 }
    }
    return words >= 5 && capitals * 10 >= words * 7
  }
}
