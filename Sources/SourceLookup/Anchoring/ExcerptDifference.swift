/// A piece of the comparison between an excerpt and the words that stand in the text.
public enum ExcerptDifference: Hashable, Sendable {
  /// Words that both have, as they stand in the text.
  case same(String)
  /// Words of the excerpt that the text does not have.
  case missing(String)
  /// Words of the text that the excerpt does not have.
  case added(String)
}

extension ExcerptDifference {
  /// Compares word by word; quotation marks, dashes and white space of another form count as the same.
  static func between(_ excerpt: String, _ found: String) -> [ExcerptDifference] {
    let wanted = words(excerpt)
    let got = words(found)
    let difference = got.map(\.folded).difference(from: wanted.map(\.folded))
    var removed = Set<Int>()
    var inserted = Set<Int>()
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var pieces: [ExcerptDifference] = []
    var from = 0
    var to = 0
    while from < wanted.count || to < got.count {
      if from < wanted.count, removed.contains(from) {
        pieces.extend(.missing(wanted[from].text))
        from += 1
      } else if to < got.count, inserted.contains(to) {
        pieces.extend(.added(got[to].text))
        to += 1
      } else {
        pieces.extend(.same(got[to].text))
        from += 1
        to += 1
      }
    }
    return pieces
  }

  private static func words(_ text: String) -> [(text: String, folded: [UInt32])] {
    text.split(whereSeparator: \.isWhitespace).map {
      (String($0), ComparableText(String($0)).units)
    }
  }
}

extension [ExcerptDifference] {
  /// Adds a word to the last piece where that is of the same kind, else as a new piece.
  fileprivate mutating func extend(_ piece: ExcerptDifference) {
    switch (last, piece) {
    case (.same(let words), .same(let word)): self[count - 1] = .same("\(words) \(word)")
    case (.missing(let words), .missing(let word)): self[count - 1] = .missing("\(words) \(word)")
    case (.added(let words), .added(let word)): self[count - 1] = .added("\(words) \(word)")
    default: append(piece)
    }
  }
}
