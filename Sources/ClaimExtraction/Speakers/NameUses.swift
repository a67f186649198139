/// How a text uses the names that it prints, by which what only stands before a name is told from it.
struct NameUses {
  /// How often a form stands as a name of its own.
  private var alone = FormMap(0)
  /// How often a form begins a name of three words or more, and how often it stands in any name.
  private var heads = FormMap(0)
  private var uses = FormMap(0)
  /// The names of two words or more that nothing introduces.
  private var bare: Set<[Form]> = []

  /// Counts the people's names of one word.
  mutating func countAlone(_ names: some Sequence<PrintedName>) {
    for name in names where name.kind == .person && name.words.count == 1 {
      alone.update(name.words[0]) { $0 += 1 }
    }
  }

  /// Counts the people's names.
  mutating func count(_ names: [PrintedName]) {
    for name in names where name.kind == .person {
      if name.words.count >= 3 { heads.update(name.words[0]) { $0 += 1 } }
      if name.words.count >= 2, !name.isIntroduced { bare.insert(name.words) }
      for word in name.words { uses.update(word) { $0 += 1 } }
    }
  }

  /// Whether a form stands as a name of its own somewhere.
  func standsAlone(_ form: Form) -> Bool { alone[form] > 0 }

  /// Cuts off what the text shows to stand before a name.
  ///
  /// In "Kepala Cendana Encep Dudi Lesmana" that is "Cendana", where "Encep Dudi Lesmana" stands elsewhere by itself;
  /// or where "Encep" stands alone, and "Cendana" also without it or never alone, or no list knows it as a name as it does
  /// "Encep"; or where both "Cendana" and "Lesmana" stand alone, as a team and its coach do.
  func cut(_ name: PrintedName, in tagged: TaggedText) -> PrintedName {
    guard name.kind == .person, name.isIntroduced, name.words.count >= 3,
      name.words.count == name.tokens.count
    else { return name }
    let (first, last) = (name.words[0], name.words[name.words.count - 1])
    let isTeam = standsAlone(first) && standsAlone(last)
    let isNew = !standsAlone(first) && !tagged.has(name.tokens.lowerBound, .name)
    let isMixed = uses[first] > heads[first]
    for offset in 1..<(name.words.count - 1) {
      let rest = Array(name.words.dropFirst(offset))
      let start = name.tokens.lowerBound + offset
      guard tagged.text.tokens[start - 1].length > 2, !tagged.has(start, .nameParticle),
        bare.contains(rest)
          || (isMixed || isNew || isLikelyForename(start, tagged)) && standsAlone(rest[0])
          || offset == 1 && isTeam
      else { continue }
      var cut = name
      cut.tokens = start..<name.tokens.upperBound
      cut.words = rest
      return cut
    }
    return name
  }

  /// Whether a word is known as a name and none before it in the same row of capitals is.
  private func isLikelyForename(_ index: Int, _ tagged: TaggedText) -> Bool {
    var before = index - 1
    while before >= max(0, index - NameReader.longest), tagged.text.tokens[before].isCapitalised {
      if tagged.has(before, .name) { return false }
      before -= 1
    }
    return tagged.has(index, .name)
  }
}
