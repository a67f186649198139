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

  private var words: Mention { Mention(tagged: tagged, reader: reader) }

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
    let reader = NameReader(tagged)
    let names = reader.all()
    self.reader = reader
    book = NameBook(names, reader)
  }

  /// The speaker behind a mention, as an index into ``speakers``; nil where the text does not say.
  ///
  /// `anchor` is the first token of the attribution, from which a pronoun looks back.
  mutating func resolve(_ given: Range<Int>, isClitic: Bool, last: Last?, anchor: Int) -> Int? {
    let mention = words.closed(given)
    let first = mention.lowerBound
    if isClitic || words.isPronoun(mention) {
      if tagged.has(first, .relative) { return antecedent(of: first) }
      if tagged.has(first, .group) { return group(last) }
      return subject(before: first, isClitic ? min(first, anchor) : anchor, after: last)
        ?? referent(before: first, last: last?.speaker)
    }
    let names = reader.names(in: mention)
    if reader.isRole(first), words.isDemonstrative(mention),
      !names.contains(where: { $0.kind == .person && $0.words.count > 1 && book.isOften($0) }),
      let known = referent(before: first, last: last?.speaker)
    {
      return known
    }
    if let range = words.abbreviated(mention, names) {
      return describe(range, exactly: range, isOrganisation: true)
    }
    let isOrganisation =
      tagged.has(first, [.organisation, .office, .wrapper, .company])
      || names.first.map { $0.kind == .organisation && $0.tokens.lowerBound == first } ?? false
    if words.isDefiniteGroup(mention), let lastGroup { return lastGroup }
    if let range = words.headedOrganisation(mention) {
      return describe(range, exactly: range, isOrganisation: true)
    }
    if words.isDemonstrative(mention), words.isPlainGroup(mention), let known = group(last) {
      return known
    }
    if words.isDemonstrative(mention), !isOrganisation,
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
    if let person = words.person(among: names, in: mention) {
      let index = book.person(person).map { speaker(ofPerson: $0) } ?? describe(person.tokens)
      if speakers[index].role == nil {
        speakers[index].role = words.role(in: mention, around: person.tokens)
      }
      return index
    }
    if !isOrganisation, reader.isRole(first),
      let person = holder(of: mention)
        ?? (mention.count == 1 ? book.person(inFunction: NameLikeness.lowered(first, tagged)) : nil)
    {
      return speaker(ofPerson: person)
    }
    if let role = words.definiteRole(mention), let person = book.onlyPerson(withRole: role) {
      return speaker(ofPerson: person)
    }
    if let name = words.tail(of: mention) {
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

  /// The piece of a mention that says who is meant.
  func telling(_ pieces: [Range<Int>]) -> Range<Int>? { words.telling(pieces) }

  /// Whether a mention ends with the name of a person: "pengamat politik, Damar Kusnadi".
  func endsWithPerson(_ mention: Range<Int>) -> Bool {
    guard !tagged.pack.modifiesBefore else { return false }
    return reader.names(in: mention).last.map {
      $0.kind == .person && $0.words.count > 1 && $0.tokens.upperBound == mention.upperBound
    } ?? false
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
  /// sentence before it; one behind a quotation seldom does, unless
  /// no person spoke last.
  private mutating func subject(before pronoun: Int, _ anchor: Int, after last: Last?) -> Int? {
    let start = tagged.text.sentence(ofToken: min(pronoun, anchor)).lowerBound
    guard start > 0 else { return nil }
    let sentence = tagged.text.sentence(ofToken: start - 1)
    guard sentence.upperBound == start, sentence.lowerBound >= last?.end ?? 0,
      let number = tagged.text.paragraph(ofToken: start - 1),
      tagged.text.paragraphs[number].isSearched
    else { return nil }
    let mayBeNamed =
      pronoun <= start + 1 || last.map { speakers[$0.speaker].kind != .person } ?? false
    let subject = SentenceSubject(tagged: tagged, reader: reader, book: book)
    guard let person = subject.person(of: sentence, mayBeNamed: mayBeNamed) else { return nil }
    let found = speaker(ofPerson: person)
    lastPerson = found
    return found
  }

  /// The name before a relative pronoun in its sentence.
  private mutating func antecedent(of token: Int) -> Int? {
    let sentence = tagged.text.sentence(ofToken: token)
    let earliest = max(sentence.lowerBound, token - Self.relativeReach)
    return book.people(before: token, notBefore: earliest).first.map {
      speaker(ofPerson: $0.person)
    }
  }

  // MARK: - People

  /// The person whom a role without a name means; what else the mention says must be printed beside their name, too.
  private func holder(of mention: Range<Int>) -> Int? {
    let tokens = tagged.text.tokens
    let words = mention.dropFirst().prefix { !tagged.has($0, .relative) }.filter {
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
      // "Desi" is short for Desilia, however often it is printed.
      let isShort = NameLikeness.isShortened(
        mention.filter { tagged.text.tokens[$0].isWord }.map { NameLikeness.lowered($0, tagged) },
        person.spelling
      )
      if isShort { continue }
      let text = name(at: mention)
      counts[text, default: 0] += 1
      if counts[text, default: 0] > best.map({ counts[$0, default: 0] }) ?? 0 { best = text }
    }
    return best ?? person.mentions.first.map { name(at: $0) } ?? ""
  }

  /// The text of a name without its last word's 's.
  private func name(at range: Range<Int>) -> String {
    guard let last = range.last, let span = tagged.text.span(range) else { return "" }
    let bytes = tagged.text.bytes
    let end = NameReader.withoutPossessive(tagged.text.tokens[last], bytes.span)
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

  // MARK: - Organisations and descriptions

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
    var forms = range.filter { tagged.text.tokens[$0].isWord }.map { tagged.text.tokens[$0].form }
    // "Israel dan sekutunya" is not what "Israel" means.
    if range.contains(where: { tagged.has($0, .joiner) && tagged.text.tokens[$0].shape == .lower }),
      !tagged.has(range.lowerBound, [.organisation, .office])
    {
      forms = []
    }
    if let known = described.speaker(text, forms) {
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
    described.add(index, text, forms)
    let isPerson =
      tagged.pack.modifiesBefore
      ? range.last.map { reader.isRole($0) } ?? false
      : reader.isRole(mention.lowerBound)
        || tagged.has(mention.lowerBound, [.determiner, .title])
    if isOneName || isPerson {
      isHuman.insert(index)
    } else {
      lastGroup = index
    }
    return index
  }
}
