/// Reads whom or what a mention names from its words alone.
struct Mention {
  let tagged: TaggedText
  let reader: NameReader

  /// The person whom a mention names, among the names in it.
  func person(among names: [PrintedName], in mention: Range<Int>) -> PrintedName? {
    let people = names.filter { $0.kind == .person }
    guard !people.isEmpty else { return nil }
    let tokens = tagged.text.tokens
    if tagged.has(mention.lowerBound, .organisation) { return nil }
    let relative = mention.first { tagged.has($0, .relative) } ?? mention.upperBound
    var best: (name: PrintedName, score: Int)?
    for name in people where !isModifier(name, in: mention) {
      let start = name.tokens.lowerBound
      let piece = mention.lowerBound..<start
      let comma = piece.last { tokens[$0].kind == .comma }
      var score = name.words.count > 1 ? 2 : 0
      let past = name.tokens.upperBound
      // "Training Director … Sony Susmana": a word before another capital is no name.
      let isFunction =
        name.words.count == 1 && past < mention.upperBound && tokens[past].isCapitalised
      if isTitled(name, mention.lowerBound), !isFunction {
        score += 4
      } else if let comma, isTitled(name, comma + 1) {
        score += 2
      } else if isOfRelative(name, in: mention) {
        continue
      }
      if start > relative { score -= 5 }
      if score >= best?.score ?? -9 { best = (name, score) }
    }
    return best?.name
  }

  /// Whether a name is that of somebody else than who is meant: "pihak Lisa", "istri Bupati Budi".
  private func isOfRelative(_ name: PrintedName, in mention: Range<Int>) -> Bool {
    var index = name.tokens.lowerBound - 1
    while index >= mention.lowerBound {
      if tagged.has(index, .relation) { return true }
      let isTitle =
        tagged.has(index, .title) || reader.isRole(index) || isInsideRelation(index, mention)
      guard isTitle else { return false }
      index -= 1
    }
    return false
  }

  private func isInsideRelation(_ index: Int, _ mention: Range<Int>) -> Bool {
    index > mention.lowerBound && tagged.has(index - 1, .relation) && tagged.end(index - 1) > index
  }

  /// Whether a name only says more of the noun behind it: "Trump campaign manager", "Lowe's lawyer".
  private func isModifier(_ name: PrintedName, in mention: Range<Int>) -> Bool {
    guard tagged.pack.modifiesBefore, let last = name.tokens.last else { return false }
    if reader.isPossessive(last) { return name.tokens.upperBound < mention.upperBound }
    let next = name.tokens.upperBound
    guard next < mention.upperBound, tagged.text.tokens[next].kind == .word,
      tagged.text.tokens[next].shape == .lower
    else { return false }
    let links: WordClass = [
      .relative, .preposition, .joiner, .adverb, .opener, .reporting, .demonstrative, .pronoun,
      .complementiser,
    ]
    return !tagged.has(next, links)
  }

  /// Whether only titles stand between `start` and a name, as before "Budi" in "Ir H Budi".
  private func isTitled(_ name: PrintedName, _ start: Int) -> Bool {
    (start..<name.tokens.lowerBound).allSatisfy {
      tagged.has($0, .title) || !tagged.text.tokens[$0].isWord
    }
  }

  /// The words of an organisation whose name ends with what it is, as English ones do: "Island Passengers’ Association".
  func headedOrganisation(_ mention: Range<Int>) -> Range<Int>? {
    let tokens = tagged.text.tokens
    guard tagged.pack.modifiesBefore else { return nil }
    var range = mention
    let hasArticle = tagged.has(range.lowerBound, .article)
    if hasArticle { range = range.dropFirst() }
    if let end = range.first(where: { tokens[$0].kind == .comma || tagged.has($0, .relative) }) {
      range = range.lowerBound..<end
    }
    guard range.count > 1, let last = range.last, tokens[last].isCapitalised,
      // No person is called "the United Nations".
      hasArticle || tagged.has(last, [.organisation, .office]),
      range.allSatisfy({
        tokens[$0].isCapitalised || !tokens[$0].isWord || tagged.has($0, .joiner)
      }),
      !range.contains(where: { reader.isRole($0) || tagged.has($0, .title) }),
      !hasArticle || tagged.has(last, [.organisation, .office])
        || !range.contains(where: { tagged.has($0, .name) })
    else { return nil }
    return range
  }

  /// The role that a mention ends with which speaks of somebody known: "the mayor", "the town's police chief".
  func definiteRole(_ mention: Range<Int>) -> Form? {
    guard tagged.pack.modifiesBefore, tagged.has(mention.lowerBound, .article),
      let last = mention.last, reader.isRole(last),
      mention.dropFirst().allSatisfy({ tagged.text.tokens[$0].kind == .word })
    else { return nil }
    return tagged.text.tokens[last].form
  }

  /// The capitalised words behind the last comma of a description: "salah satu pemasok, Selamat".
  func tail(of mention: Range<Int>) -> Range<Int>? {
    let tokens = tagged.text.tokens
    guard let comma = mention.last(where: { tokens[$0].kind == .comma }),
      tokens[mention.lowerBound..<comma].contains(where: { $0.shape == .lower })
        || reader.isRole(mention.lowerBound)
    else { return nil }
    let tail = comma + 1..<mention.upperBound
    let isName = tail.allSatisfy {
      tokens[$0].isCapitalised && tokens[$0].shape != .upper && !reader.isPlace($0)
        && !tagged.has($0, [.organisation, .office, .relative])
        && (!reader.isRole($0) || tagged.has($0, .name))
    }
    return isName && (1...3).contains(tail.count) ? tail : nil
  }

  /// A mention without small words behind it that a finder may have taken in, and with the bracket that closes it, or the
  /// account behind it, that one may have left out.
  func closed(_ mention: Range<Int>) -> Range<Int> {
    let tokens = tagged.text.tokens
    // "Presiden lalu": a word behind that belongs to the clause.
    var mention = mention
    while mention.count > 1, let last = mention.last, tokens[last].shape == .lower,
      tagged.has(last, [.opener, .adverb, .preposition, .complementiser])
        || tagged.has(last, .reporting) && !tagged.pack.modifiesBefore,
      !tagged.has(last, [.role, .demonstrative])
    {
      mention = mention.dropLast()
    }
    let past = mention.upperBound
    guard past < tokens.count else { return mention }
    if tokens[past].kind == .bracket,
      mention.count(where: { tokens[$0].kind == .bracket }) % 2 == 1
    {
      return mention.lowerBound..<past + 1
    }
    let sign = mention.last.map { isAt($0) ? $0 : past } ?? past
    guard isAt(sign), sign + 1 < tokens.count, tokens[sign + 1].isWord,
      !tokens[sign + 1].spaceBefore
    else { return mention }
    return mention.lowerBound..<max(past, sign + 2)
  }

  private func isAt(_ index: Int) -> Bool {
    let token = tagged.text.tokens[index]
    return token.kind == .sign && tagged.text.bytes[Int(token.start)] == UInt8(ascii: "@")
  }

  /// What stands in the mention beside the name, where it holds a role.
  func role(in mention: Range<Int>, around name: Range<Int>) -> String? {
    var before = mention.lowerBound..<max(mention.lowerBound, name.lowerBound)
    while let last = before.last, !tagged.text.tokens[last].isWord {
      before = before.lowerBound..<last
    }
    var after = min(mention.upperBound, name.upperBound)..<mention.upperBound
    while let first = after.first, !tagged.text.tokens[first].isWord {
      after = first + 1..<after.upperBound
    }
    for range in [before, after] where range.contains(where: { reader.isRole($0) }) {
      return tagged.text.string(range)
    }
    return nil
  }

  /// Whether a mention is a pronoun, perhaps with a word behind it that a finder took for part of it: "dia seraya".
  func isPronoun(_ mention: Range<Int>) -> Bool {
    guard tagged.has(mention.lowerBound, [.pronoun, .ownPronoun, .relative]) else { return false }
    if mention.count == 1 { return true }
    let second = mention.lowerBound + 1
    // "His lawyer" is somebody else.
    return mention.count == 2 && !tagged.pack.modifiesBefore
      && !tagged.has(mention.lowerBound, .relative) && tagged.text.tokens[second].shape == .lower
      && !tagged.has(second, [.joiner, .preposition, .relative, .organisation])
  }

  /// Of the pieces of a mention the first one that is a pronoun or names somebody, else the first one.
  func telling(_ pieces: [Range<Int>]) -> Range<Int>? {
    pieces.first { isPronoun($0) || !reader.names(in: $0).isEmpty } ?? pieces.first
  }

  /// "pria itu", "the company": the last word or the one behind says that it was named before.
  func isDemonstrative(_ mention: Range<Int>) -> Bool {
    if let last = mention.last, tagged.has(last, .demonstrative) { return true }
    return mention.upperBound < tagged.tags.count && tagged.has(mention.upperBound, .demonstrative)
  }

  /// Whether a mention is "the group" or the like, which was named before.
  func isDefiniteGroup(_ mention: Range<Int>) -> Bool {
    mention.count == 2 && tagged.has(mention.lowerBound, .article)
      && tagged.has(mention.lowerBound + 1, .company)
      && tagged.text.tokens[mention.lowerBound + 1].shape == .lower
  }

  /// Whether a mention calls an organisation or a text by its kind alone: "laporan", "the company".
  func isPlainGroup(_ mention: Range<Int>) -> Bool {
    mention.count <= 3
      && !mention.contains { tagged.text.tokens[$0].isCapitalised && $0 > mention.lowerBound }
      && mention.contains { tagged.has($0, [.wrapper, .organisation, .company]) }
  }

  /// The words that a bracketed acronym stands for, with it and the places behind it.
  ///
  /// They name an organisation, whatever its words are. Nil where there is none, or a person is named behind it.
  func abbreviated(_ mention: Range<Int>, _ names: [PrintedName]) -> Range<Int>? {
    let tokens = tagged.text.tokens
    guard let open = mention.first(where: { tokens[$0].kind == .bracket }),
      open + 2 < mention.upperBound, tokens[open + 2].kind == .bracket,
      tokens[open + 1].shape == .upper || tokens[open + 1].isCapitalised,
      !names.contains(where: { $0.kind == .person && $0.tokens.lowerBound > open + 1 }),
      let start = OrganisationName(tagged: tagged).expansion(before: open, in: mention),
      open - start >= 2,
      !(start..<open).contains(where: { tagged.has($0, .name) || reader.isRole($0) }),
      (mention.lowerBound..<start).allSatisfy({
        tokens[$0].shape == .lower || tagged.has($0, [.wrapper, .organisation, .office])
      })
    else { return nil }
    var end = open + 3
    while end < mention.upperBound, reader.isPlace(end) || tagged.has(end, [.locative, .office]) {
      end = min(mention.upperBound, tagged.end(end))
    }
    return start..<end
  }
}
