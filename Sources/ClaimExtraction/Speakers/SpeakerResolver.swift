import ClaimModel

/// Finds out who is behind the mentions of a document's attributions.
///
/// A name is tied to the fullest name of the document that it stands for; a pronoun or clitic to the speaker last
/// heard; a bare role to whoever has it. Whoever is described but not named stays a description.
struct SpeakerResolver {
  private let tagged: TaggedText
  private let reader: NameReader
  private let book: NameBook
  /// The speakers found so far.
  private(set) var speakers: [Speaker] = []
  private var speakerOfPerson: [Int: Int] = [:]
  private var speakerOfText: [String: Int] = [:]
  /// The speakers that are described as people: "seorang warga".
  private var isHuman: Set<Int> = []
  /// The last speaker that a pronoun meant.
  private var lastPerson: Int?
  /// The organisation that spoke last.
  private var lastOrganisation: Int?

  /// How far back a pronoun looks for a name where nobody spoke yet, in tokens.
  private static let reach = 250

  init(_ tagged: TaggedText) {
    self.tagged = tagged
    var reader = NameReader(tagged)
    let names = reader.all()
    self.reader = reader
    book = NameBook(names, reader)
  }

  /// The speaker behind a mention, as an index into ``speakers``; nil where the text does not say.
  mutating func resolve(_ mention: Range<Int>, isClitic: Bool, last: Int?) -> Int? {
    let first = mention.lowerBound
    if isClitic || mention.count == 1 && tagged.has(first, [.pronoun, .ownPronoun]) {
      return referent(before: first, last: last)
    }
    let names = reader.names(in: mention)
    let isOrganisation =
      tagged.has(first, [.organisation, .office, .wrapper, .company])
      || names.first.map { $0.kind == .organisation && $0.tokens.lowerBound == first } ?? false
    if isDemonstrative(mention), !isOrganisation,
      !names.contains(where: { $0.kind == .person && $0.words.count > 1 }),
      let known = referent(before: first, last: last)
    {
      return known
    }
    if names.contains(where: { $0.kind == .organisation || $0.words.count < mention.count }),
      mention.allSatisfy({ tagged.text.tokens[$0].isCapitalised }),
      !mention.contains(where: { tagged.has($0, [.role, .title, .wrapper]) })
    {
      return describe(mention, [], isOrganisation: true)
    }
    if let person = person(among: names, in: mention) {
      let index = book.person(person).map { speaker(ofPerson: $0) } ?? describe(person.tokens, [])
      if speakers[index].role == nil {
        speakers[index].role = role(in: mention, around: person.tokens)
      }
      return index
    }
    if !isOrganisation, tagged.has(first, .role),
      let person = book.person(withRole: tagged.text.tokens[first].form, before: first)
    {
      return speaker(ofPerson: person)
    }
    return describe(mention, names, isOrganisation: isOrganisation)
  }

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

  // MARK: - People

  /// The person whom a mention names, among the names in it.
  private func person(among names: [PrintedName], in mention: Range<Int>) -> PrintedName? {
    let people = names.filter { $0.kind == .person }
    guard !people.isEmpty else { return nil }
    let tokens = tagged.text.tokens
    // "pihak Lisa", "istri Budi": somebody else.
    let isRelative = mention.contains {
      tagged.has($0, .relation) && $0 + 1 < mention.upperBound && tokens[$0 + 1].isCapitalised
    }
    if tagged.has(mention.lowerBound, .organisation) { return nil }
    let relative = mention.first { tagged.has($0, .relative) } ?? mention.upperBound
    var best: (name: PrintedName, score: Int)?
    for name in people {
      let start = name.tokens.lowerBound
      let piece = mention.lowerBound..<start
      let comma = piece.last { tokens[$0].kind == .comma }
      var score = name.words.count > 1 ? 2 : 0
      if isTitled(name, mention.lowerBound) {
        score += 4
      } else if let comma, isTitled(name, comma + 1) {
        score += 2
      } else if isRelative {
        continue
      }
      if start > relative { score -= 5 }
      if score >= best?.score ?? -9 { best = (name, score) }
    }
    return best?.name
  }

  /// Whether only titles stand between `start` and a name, as before "Budi" in "Ir H Budi".
  private func isTitled(_ name: PrintedName, _ start: Int) -> Bool {
    (start..<name.tokens.lowerBound).allSatisfy {
      tagged.has($0, .title) || !tagged.text.tokens[$0].isWord
    }
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
      let text = tagged.text.string(mention)
      counts[text, default: 0] += 1
      if counts[text, default: 0] > best.map({ counts[$0, default: 0] }) ?? 0 { best = text }
    }
    return best ?? person.mentions.first.map { tagged.text.string($0) } ?? ""
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
    for range in [before, after] where range.contains(where: { tagged.has($0, .role) }) {
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

  private mutating func describe(
    _ mention: Range<Int>,
    _ names: [PrintedName],
    isOrganisation: Bool = false
  ) -> Int {
    if isOrganisation, mention.count == 1, tagged.has(mention.lowerBound, .company),
      let lastOrganisation
    {
      return lastOrganisation
    }
    var range = mention
    if tagged.has(mention.lowerBound, .wrapper), let name = names.last {
      // "data Dinas Pengairan", "laman resmi UEFA": the office speaks, not the page.
      range = name.tokens
    } else if let name = names.first, name.kind == .organisation,
      name.tokens.lowerBound == mention.lowerBound, !tagged.has(mention.lowerBound, .role),
      name.words.count > 1 || tagged.text.tokens[mention.lowerBound].shape == .upper
    {
      range = name.tokens
    }
    let text = OrganisationName(tagged: tagged).short(range)
    let key = text.lowercased()
    if let known = speakerOfText[key] {
      if let span = tagged.text.span(mention), !speakers[known].mentions.contains(span) {
        speakers[known].mentions.append(span)
      }
      return known
    }
    speakers.append(
      Speaker(
        name: text,
        kind: isOrganisation ? .organisation : .unnamed,
        mentions: tagged.text.span(mention).map { [$0] } ?? []
      )
    )
    speakerOfText[key] = speakers.count - 1
    if tagged.has(mention.lowerBound, [.role, .determiner, .title]) {
      isHuman.insert(speakers.count - 1)
    }
    if isOrganisation { lastOrganisation = speakers.count - 1 }
    return speakers.count - 1
  }
}
