import ClaimModel

/// Ties the mentions of a document's attributions to the people and organisations behind them.
///
/// Mentions are resolved in text order. A name is tied to the fullest name that it stands for; a pronoun or clitic to
/// whoever was named as the subject just before it, else to the speaker last heard; a bare role to whoever has it.
/// Whoever is described but not named stays a description.
struct SpeakerResolver {
  let tagged: TaggedText
  let reader: NameReader
  let book: NameBook
  /// The speakers found so far.
  private(set) var speakers: [Speaker] = []
  private var speakerOfPerson: [Int: Int] = [:]
  private var described = DescribedSpeakers()
  /// The speakers that are described as people: "seorang warga".
  private var isHuman: Set<Int> = []
  /// The last speaker that a pronoun meant.
  private var lastPerson: Int?
  /// The organisation or group that spoke last.
  private var lastGroup: Int?

  /// How far back a pronoun looks for a name where nobody spoke yet, in tokens.
  private static let reach = 250
  /// How far before "who" the name stands that it means, in tokens.
  private static let relativeReach = 12

  /// Who spoke last, and the token behind their words.
  struct Last {
    var speaker: Int
    var end: Int
  }

  init(_ tagged: TaggedText) {
    self.tagged = tagged
    var reader = NameReader(tagged)
    let names = reader.all()
    self.reader = reader
    book = NameBook(names, reader)
  }

  /// The speaker behind a mention, as an index into ``speakers``; nil where the text does not say.
  ///
  /// `anchor` is the first token of the attribution, from which a pronoun looks back.
  mutating func resolve(_ given: Range<Int>, isClitic: Bool, last: Last?, anchor: Int) -> Int? {
    let mention = closed(given)
    let first = mention.lowerBound
    if isClitic || mention.count == 1 && tagged.has(first, [.pronoun, .ownPronoun, .relative]) {
      if tagged.has(first, .relative) { return antecedent(of: first) }
      if tagged.has(first, .group) { return group(last) }
      return subject(before: first, isClitic ? min(first, anchor) : anchor, after: last?.end)
        ?? referent(before: first, last: last?.speaker)
    }
    let names = reader.names(in: mention)
    if let range = abbreviated(mention, names) {
      return describe(range, exactly: range, isOrganisation: true)
    }
    let isOrganisation =
      tagged.has(first, [.organisation, .office, .wrapper, .company])
      || names.first.map { $0.kind == .organisation && $0.tokens.lowerBound == first } ?? false
    if isDemonstrative(mention), !isOrganisation,
      !names.contains(where: { $0.kind == .person && $0.words.count > 1 }),
      let known = referent(before: first, last: last?.speaker)
    {
      return known
    }
    if names.contains(where: { $0.kind == .organisation || $0.words.count < mention.count }),
      mention.allSatisfy({ tagged.text.tokens[$0].isCapitalised }),
      !mention.contains(where: { tagged.has($0, [.title, .wrapper, .name]) || reader.isRole($0) })
    {
      return describe(mention, isOrganisation: true)
    }
    if let person = person(among: names, in: mention) {
      let index = book.person(person).map { speaker(ofPerson: $0) } ?? describe(person.tokens)
      if speakers[index].role == nil {
        speakers[index].role = role(in: mention, around: person.tokens)
      }
      return index
    }
    if !isOrganisation, reader.isRole(first),
      let person = holder(of: mention)
        ?? (mention.count == 1 ? book.person(inFunction: NameLikeness.lowered(first, tagged)) : nil)
    {
      return speaker(ofPerson: person)
    }
    if let name = tail(of: mention) {
      let index = describe(name, exactly: name)
      isHuman.insert(index)
      return index
    }
    if mention.count == 1, tagged.text.tokens[first].shape == .upper,
      tagged.text.tokens[first].length >= 3, tagged.tags[first].classes.isEmpty,
      let person = book.person(withInitials: NameLikeness.lowered(first, tagged))
    {
      return speaker(ofPerson: person)
    }
    return describe(mention, names, isOrganisation: isOrganisation)
  }

  /// The capitalised words behind the last comma of a description: "salah satu pemasok, Selamat".
  private func tail(of mention: Range<Int>) -> Range<Int>? {
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

  /// A mention with the bracket that closes it, which a finder may have left out.
  private func closed(_ mention: Range<Int>) -> Range<Int> {
    let tokens = tagged.text.tokens
    guard mention.upperBound < tokens.count, tokens[mention.upperBound].kind == .bracket,
      mention.count(where: { tokens[$0].kind == .bracket }) % 2 == 1
    else { return mention }
    return mention.lowerBound..<mention.upperBound + 1
  }

  // MARK: - Pronouns

  /// Whom a pronoun means: the speaker last heard, unless that was an organisation or a text and a person is near.
  private mutating func referent(before token: Int, last: Int?) -> Int? {
    if let last, speakers[last].kind == .person {
      lastPerson = last
      return last
    }
    if let last, isHuman.contains(last) { return last }
    if last != nil, let lastPerson { return lastPerson }
    return nearestPerson(before: token) ?? last
  }

  /// Whom "they" and "it" mean: who spoke last, if that was no single person, else the last group that did.
  private func group(_ last: Last?) -> Int? {
    if let last, speakers[last.speaker].kind != .person { return last.speaker }
    return lastGroup ?? (tagged.pack.modifiesBefore ? nil : last?.speaker)
  }

  /// The person that the sentence just before is about, where that sentence stands behind the last speaker's words.
  ///
  /// "Hal senada disampaikan Ratna Kusuma. Menurutnya …" A pronoun at a sentence's head may also mean the subject of any
  /// sentence before it; one behind a quotation seldom does.
  private mutating func subject(before pronoun: Int, _ anchor: Int, after last: Int?) -> Int? {
    let start = tagged.text.sentence(ofToken: min(pronoun, anchor)).lowerBound
    guard start > 0 else { return nil }
    let sentence = tagged.text.sentence(ofToken: start - 1)
    guard sentence.upperBound == start, sentence.lowerBound >= last ?? 0,
      let number = tagged.text.paragraph(ofToken: start - 1),
      tagged.text.paragraphs[number].isSearched
    else { return nil }
    let isHead = pronoun <= start + 1
    let named = book.people(before: start, notBefore: sentence.lowerBound).reversed()
    for (place, person) in named where isSubject(place, of: sentence, orHead: isHead) {
      let found = speaker(ofPerson: person)
      lastPerson = found
      return found
    }
    return nil
  }

  /// Whether a name is who says something, behind a passive of saying; or where it may be, stands at the sentence's head,
  /// with nothing before it but what says who it is.
  private func isSubject(_ name: Int, of sentence: Range<Int>, orHead: Bool) -> Bool {
    let tokens = tagged.text.tokens
    var index = name - 1
    while index >= sentence.lowerBound {
      if tagged.has(index, [.heard, .inverted]) { return true }
      let isPart =
        !tokens[index].isWord || tokens[index].isCapitalised
        || tagged.has(
          index,
          [.role, .title, .office, .organisation, .place, .joiner, .determiner, .opener, .agent]
        )
      guard isPart, !tagged.has(index, .preposition) else { return false }
      index -= 1
    }
    return orHead
  }

  /// The name before a relative pronoun in its sentence.
  private mutating func antecedent(of token: Int) -> Int? {
    let sentence = tagged.text.sentence(ofToken: token)
    let earliest = max(sentence.lowerBound, token - Self.relativeReach)
    return book.people(before: token, notBefore: earliest).first.map { speaker(ofPerson: $0.person) }
  }

  // MARK: - People

  /// The person whom a mention names, among the names in it.
  private func person(among names: [PrintedName], in mention: Range<Int>) -> PrintedName? {
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
      let isTitle = tagged.has(index, .title) || reader.isRole(index) || isInsideRelation(index, mention)
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

  /// The person whom a role without a name means; what else the mention says must be printed beside their name, too.
  private func holder(of mention: Range<Int>) -> Int? {
    let tokens = tagged.text.tokens
    let words = mention.dropFirst().filter {
      tokens[$0].isWord && !tagged.has($0, [.demonstrative, .locative, .title])
        && !reader.isPlace($0)
    }
    return book.person(
      withRole: tokens[mention.lowerBound].form,
      words.map { tokens[$0].form },
      before: mention.lowerBound
    )
  }

  private mutating func speaker(ofPerson person: Int) -> Int {
    if let known = speakerOfPerson[person] { return known }
    speakers.append(
      Speaker(
        name: printedName(of: person),
        kind: .person,
        mentions: book.people[person].mentions.compactMap { tagged.text.span($0) }
      )
    )
    speakerOfPerson[person] = speakers.count - 1
    return speakers.count - 1
  }

  /// The name as it is printed most often in full; of spellings printed equally often the first.
  private func printedName(of person: Int) -> String {
    let person = book.people[person]
    var counts: [String: Int] = [:]
    var best: String?
    for mention in person.mentions where reader.words(of: mention).count == person.words.count {
      let text = name(at: mention)
      counts[text, default: 0] += 1
      if counts[text, default: 0] > best.map({ counts[$0, default: 0] }) ?? 0 { best = text }
    }
    return best ?? person.mentions.first.map { name(at: $0) } ?? ""
  }

  /// The text of a name without its last word's 's.
  private func name(at range: Range<Int>) -> String {
    guard let last = range.last, let span = tagged.text.span(range) else { return "" }
    let end = NameReader.withoutPossessive(tagged.text.tokens[last], tagged.text.bytes.span)
    return tagged.text.string(TextSpan(span.start, end))
  }

  private mutating func nearestPerson(before token: Int) -> Int? {
    let people = book.people(before: token, notBefore: token - Self.reach)
    guard let last = people.first(where: { !book.people[$0.person].roles.isEmpty }) ?? people.first
    else { return nil }
    // Of the sentence that names people last, the first one is its subject.
    let sentence = tagged.text.sentence(ofToken: last.start)
    let subject = people.last { sentence.contains($0.start) } ?? last
    return speaker(ofPerson: subject.person)
  }

  /// What stands in the mention beside the name, where it holds a role.
  private func role(in mention: Range<Int>, around name: Range<Int>) -> String? {
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

  // MARK: - Organisations and descriptions

  /// "pria itu", "the company": the last word or the one behind says that it was named before.
  private func isDemonstrative(_ mention: Range<Int>) -> Bool {
    if let last = mention.last, tagged.has(last, .demonstrative) { return true }
    return mention.upperBound < tagged.tags.count && tagged.has(mention.upperBound, .demonstrative)
  }

  /// The words that a bracketed acronym stands for, with it and the places behind it: the mention of an organisation,
  /// whatever its words are. Nil where there is none, or a person is named behind it.
  private func abbreviated(_ mention: Range<Int>, _ names: [PrintedName]) -> Range<Int>? {
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

  private mutating func describe(
    _ mention: Range<Int>,
    _ names: [PrintedName] = [],
    exactly range: Range<Int>? = nil,
    isOrganisation: Bool = false
  ) -> Int {
    if isOrganisation, mention.count == 1, tagged.has(mention.lowerBound, .company), let lastGroup {
      return lastGroup
    }
    let range = range ?? Description(tagged: tagged, reader: reader).range(mention, names)
    let text = OrganisationName(tagged: tagged).short(range)
    var words = range.filter { tagged.text.tokens[$0].isWord }.map { tagged.text.tokens[$0].form }
    // "Israel dan sekutunya" is not what "Israel" means.
    if range.contains(where: { tagged.has($0, .joiner) && tagged.text.tokens[$0].shape == .lower }),
      !tagged.has(range.lowerBound, [.organisation, .office])
    {
      words = []
    }
    if let known = described.speaker(text, words) {
      if let span = tagged.text.span(mention), !speakers[known].mentions.contains(span) {
        speakers[known].mentions.append(span)
      }
      if speakers[known].kind != .person { lastGroup = known }
      return known
    }
    let isOneName = range.count == 1 && reader.isUnknownName(range.lowerBound)
    speakers.append(
      Speaker(
        name: text,
        kind: isOrganisation ? .organisation : .unnamed,
        mentions: tagged.text.span(mention).map { [$0] } ?? []
      )
    )
    let index = speakers.count - 1
    described.add(index, text, words)
    if isOneName || reader.isRole(mention.lowerBound)
      || tagged.has(mention.lowerBound, [.determiner, .title])
    {
      isHuman.insert(index)
    } else {
      lastGroup = index
    }
    return index
  }
}
