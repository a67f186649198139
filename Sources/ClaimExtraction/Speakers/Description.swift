/// Which words of a mention name a speaker who is no person with a name.
struct Description {
  let tagged: TaggedText
  let reader: NameReader

  /// The words of a mention by which its speaker is known.
  func range(_ mention: Range<Int>, _ names: [PrintedName]) -> Range<Int> {
    let tokens = tagged.text.tokens
    // "akun Instagram @gedung_tua": the account.
    if let sign = mention.first(where: { isAt($0) }), sign + 1 < mention.upperBound {
      return sign..<sign + 2
    }
    if tagged.has(mention.lowerBound, .wrapper) {
      // "data Dinas Pengairan", "laman resmi UEFA", "pihak Israel": the office speaks, not the page.
      if let site = mention.last(where: { isAddress($0) }) { return site..<site + 1 }
      if let name = names.last { return name.tokens }
      if let place = mention.first(where: { reader.isPlace($0) }) {
        return place..<min(mention.upperBound, tagged.end(place))
      }
      // "pihak kepolisian": the police.
      if mention.count == 2, tagged.has(mention.lowerBound + 1, .organisation) {
        return mention.dropFirst()
      }
    } else if let name = names.first, name.kind == .organisation,
      name.tokens.lowerBound == mention.lowerBound, !reader.isRole(mention.lowerBound),
      name.words.count > 1 || tokens[mention.lowerBound].shape == .upper
    {
      return name.tokens
    }
    var range = mention
    // "salah satu warga yang enggan disebut namanya": what follows only says more.
    if let relative = range.dropFirst().first(where: {
      tagged.has($0, .relative) || tokens[$0].kind == .bracket
    }) {
      range = range.lowerBound..<relative
    }
    while range.count > 1, let last = range.last, !tokens[last].isWord,
      tokens[last].kind != .bracket
    {
      range = range.lowerBound..<last
    }
    // "The Harbour Board" is the Harbour Board, "para pakar" are pakar.
    if range.count > 1, tagged.has(range.lowerBound, .article) {
      range = (range.lowerBound + 1)..<range.upperBound
    }
    return range
  }

  private func isAt(_ index: Int) -> Bool {
    let token = tagged.text.tokens[index]
    return token.length == 1 && tagged.text.bytes[Int(token.start)] == UInt8(ascii: "@")
  }

  /// Whether a word is the address of a site: "lembayung.go.id".
  private func isAddress(_ index: Int) -> Bool {
    let token = tagged.text.tokens[index]
    guard token.kind == .word, token.length > 4 else { return false }
    return tagged.text.bytes[(Int(token.start) + 1)..<(Int(token.end) - 1)]
      .contains(UInt8(ascii: "."))
  }
}

/// The speakers that are no persons with names, by what the text calls them.
struct DescribedSpeakers {
  private var byText: [String: Int] = [:]
  /// Their words, for those that a shorter form may mean.
  private var words: [Form: [(words: [Form], speaker: Int)]] = [:]
  /// A word begins at most so many of them.
  private static let most = 32

  /// Remembers a speaker by its whole name.
  mutating func add(_ speaker: Int, _ text: String, _ forms: [Form]) {
    byText[text.lowercased()] = speaker
    guard let first = forms.first else { return }
    words[first, default: []].append((forms, speaker))
  }

  /// The speaker of the same name, or the last one whose name begins so: "Dinas Kesehatan" for "Dinas Kesehatan
  /// Lembayung".
  func speaker(_ text: String, _ forms: [Form]) -> Int? {
    if let known = byText[text.lowercased()] { return known }
    guard let first = forms.first else { return nil }
    return words[first]?.suffix(Self.most).last {
      $0.words.count > forms.count && $0.words.starts(with: forms)
    }?.speaker
  }
}
