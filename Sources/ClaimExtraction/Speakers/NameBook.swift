import ClaimModel

/// The people of a document: every printed name tied to the fullest one that it stands for.
struct NameBook {
  /// One person.
  struct Person {
    /// The words of the fullest name.
    var words: [Form]
    /// Where it stands, in text order, short forms too.
    var mentions: [Range<Int>]
    /// The words of the roles that are printed beside the name.
    var roles: Set<Form> = []
    /// All words that are printed before the name and say who it is.
    var descriptions: Set<Form> = []
    /// The same words in their order, lowered, for each place that has any; at most a few.
    var functions: [[[UInt8]]] = []
    /// The letters of the fullest name's words, lowered.
    let spelling: [[UInt8]]
  }

  private(set) var people: [Person] = []
  /// All printed names of people, in text order, with the person of each.
  private(set) var order: [(start: Int, person: Int)] = []
  /// The people whose names hold a word.
  private var holders = FormMap<[Int]>([])
  /// A word takes part in at most this many names; more is no news article.
  private static let mostHolders = 64

  /// Where in ``order`` stand those who have a role.
  private var placesOfRole = FormMap<[Int]>([])
  /// The person of each printed name of two words or more, by its first token.
  private var longNames: [Int: Int] = [:]
  /// What stands beside the first so many mentions of a person is read; the rest says nothing new.
  private static let mostDescriptions = 6
  /// The people with a name that begins with a letter.
  private var beginners: [UInt8: [Int]] = [:]

  /// Whether the language calls people by their last names.
  private let shortensToLast: Bool

  init(_ names: [PrintedName], _ reader: NameReader) {
    shortensToLast = reader.tagged.pack.modifiesBefore
    let persons = names.filter { $0.kind == .person }
    let longestFirst = persons.sorted {
      ($1.words.count, $0.tokens.lowerBound) < ($0.words.count, $1.tokens.lowerBound)
    }
    for name in longestFirst {
      let person =
        nearest(name) ?? nickname(name, reader) ?? add(name, reader.tagged)
      people[person].mentions.append(name.tokens)
      describe(person, around: name.tokens, reader)
      order.append((name.tokens.lowerBound, person))
      if name.words.count > 1 { longNames[name.tokens.lowerBound] = person }
    }
    for index in people.indices { people[index].mentions.sort { $0.lowerBound < $1.lowerBound } }
    order.sort { $0.start < $1.start }
    for (place, name) in order.enumerated() {
      for role in people[name.person].roles { placesOfRole.update(role) { $0.append(place) } }
    }
  }

  /// The person that a name stands for, nearest to where it stands; nil where the text knows none.
  func person(_ name: PrintedName) -> Int? {
    nearest(name) ?? nicknames[name.words]
  }

  /// Whether a name is that of somebody whom the text names more than once.
  func isOften(_ name: PrintedName) -> Bool {
    person(name).map { people[$0].mentions.count > 1 } ?? false
  }

  /// The people named before a token and not before `earliest`, the last one first.
  func people(before token: Int, notBefore earliest: Int) -> [(start: Int, person: Int)] {
    var place = order.bisected { $0.start < token }
    var found: [(start: Int, person: Int)] = []
    while place > 0, order[place - 1].start >= earliest {
      place -= 1
      let person = order[place].person
      // A word that stands alone once and without a role may be anything.
      if people[person].words.count > 1 || !people[person].roles.isEmpty {
        found.append(order[place])
      }
    }
    return found
  }

  /// The person whom a role alone means, with the words that stand behind it.
  ///
  /// That is who has it and was named last before a token, else who has it and is named first.
  func person(withRole role: Form, _ words: [Form], before token: Int) -> Int? {
    let places = placesOfRole[role]
    func fits(_ place: Int) -> Bool {
      people[order[place].person].descriptions.isSuperset(of: words)
    }
    let before = places.bisected { order[$0].start < token }
    let found =
      places[..<before].suffix(Self.mostHolders).last { fits($0) }
      ?? places.prefix(Self.mostHolders).first { fits($0) }
    return found.map { order[$0].person }
  }

  /// The person with a role, where only one has it.
  func onlyPerson(withRole role: Form) -> Int? {
    let holders = Set(placesOfRole[role].prefix(Self.mostHolders).map { order[$0].person })
    return holders.count == 1 ? holders.first : nil
  }

  /// The person whose names begin with these letters: "STY" for Shin Tae-yong.
  func person(withInitials letters: [UInt8]) -> Int? {
    beginners(letters.first).first {
      people[$0].words.count == letters.count
        && NameLikeness.initials(people[$0].spelling) == letters
    }
  }

  /// The person whose function a short word for it is made of: "Menag" for Menteri Agama.
  func person(inFunction short: [UInt8]) -> Int? {
    people.indices.prefix(Self.mostHolders).first { person in
      people[person].functions.contains { words in
        words.indices.dropLast().contains {
          NameLikeness.blends(short, Array(words[$0...($0 + 1)]))
        }
      }
    }
  }

  /// The person of more names than one who was named last before a token and less than `reach` tokens before it.
  private func person(before token: Int, reach: Int) -> Int? {
    (max(0, token - reach)..<token).lazy.reversed().compactMap { longNames[$0] }.first
  }

  /// The person whose name follows "sapaan" behind a short name: "Emil, sapaan akrab Ridwan Kamil".
  private func alias(behind name: Range<Int>, _ tagged: TaggedText) -> Int? {
    let count = tagged.tags.count
    let near = name.upperBound..<min(count, name.upperBound + 3)
    guard let alias = near.first(where: { tagged.has($0, .alias) }),
      near.prefix(while: { $0 < alias }).allSatisfy({ !tagged.text.tokens[$0].isWord })
    else { return nil }
    return (alias + 1...alias + 4).lazy.compactMap { longNames[$0] }.first
  }

  private func beginners(_ letter: UInt8?) -> ArraySlice<Int> {
    letter.flatMap { beginners[$0] }?.prefix(Self.mostHolders) ?? []
  }

  // MARK: - Clusters

  private var nicknames: [[Form]: Int] = [:]

  private mutating func add(_ name: PrintedName, _ tagged: TaggedText) -> Int {
    let spelling = name.tokens.filter { tagged.text.tokens[$0].isWord }
      .map { NameLikeness.lowered($0, tagged) }
    for word in Set(name.words) { holders.update(word) { $0.append(people.count) } }
    for letter in Set(spelling.compactMap(\.first)) {
      beginners[letter, default: []].append(people.count)
    }
    people.append(Person(words: name.words, mentions: [], spelling: spelling))
    return people.count - 1
  }

  private func candidates(_ words: [Form]) -> [Int] {
    guard let first = words.first else { return [] }
    return holders[first].prefix(Self.mostHolders).filter { Self.holds(people[$0].words, words) }
  }

  /// Of the people whose names hold all words of a name, the one named nearest before it; first those whose names
  /// begin with it in Indonesian, end with it in English: "Bagas" is Bagas Widagdo rather than Damar Bagas.
  private func nearest(_ name: PrintedName) -> Int? {
    var people = candidates(name.words)
    guard people.count > 1 else { return people.first }
    if name.words.count == 1 {
      let likely = people.filter {
        name.words.first
          == (shortensToLast ? self.people[$0].words.last : self.people[$0].words.first)
      }
      if !likely.isEmpty { people = likely }
    }
    return people.min { distance(to: name, $0) < distance(to: name, $1) }
  }

  /// How far before a name the person was named last; those named only later come after all others.
  private func distance(to name: PrintedName, _ person: Int) -> Int {
    var nearest = Int.max
    var latest = Int.min
    for mention in people[person].mentions.prefix(Self.mostHolders) {
      let distance = name.tokens.lowerBound - mention.lowerBound
      if distance >= 0 { nearest = min(nearest, distance) }
      latest = max(latest, distance)
    }
    guard nearest == Int.max else { return nearest }
    return latest == Int.min ? Int.max : 1_000_000 - latest
  }

  /// Whether all words of `part` stand in `whole` in the same order.
  private static func holds(_ whole: [Form], _ part: [Form]) -> Bool {
    var rest = part[...]
    for word in whole where rest.first == word { rest = rest.dropFirst() }
    return rest.isEmpty
  }

  /// Notes the roles that stand beside a name, and the other words before it.
  private mutating func describe(_ person: Int, around name: Range<Int>, _ reader: NameReader) {
    let tagged = reader.tagged
    let tokens = tagged.text.tokens
    var index = name.lowerBound - 1
    let sentence = tagged.text.sentence(ofToken: name.lowerBound)
    let earliest = max(sentence.lowerBound, name.lowerBound - 14)
    // "Kapolres Tulangbawang, AKBP Yuliansyah": one comma, and behind it nothing but titles and ranks.
    guard people[person].mentions.count <= Self.mostDescriptions else { return }
    var hasComma = false
    var hasRole = false
    var words: [Int] = []
    while index >= earliest {
      if tokens[index].kind == .comma {
        guard !hasComma,
          (index + 1..<name.lowerBound).allSatisfy({ mayStandBeforeName($0, reader) })
        else { break }
        hasComma = true
      } else if !tokens[index].isWord, tokens[index].kind != .bracket {
        guard tokens[index].kind == .terminator, index > earliest,
          tagged.has(index - 1, .title) || reader.isRole(index - 1)
        else { break }
      }
      if tagged.has(index, [.reporting, .inverted, .relative, .opener]) { break }
      // Somebody else's name, and what stands before it is theirs.
      if tokens[index].isCapitalised, tagged.has(index, .name) { break }
      if reader.isRole(index) {
        people[person].roles.insert(tokens[index].form)
        hasRole = true
      }
      if tokens[index].isWord { words.append(index) }
      index -= 1
    }
    if hasRole {
      for word in words { people[person].descriptions.insert(tokens[word].form) }
      if words.count > 1 {
        people[person].functions.append(words.reversed().map { NameLikeness.lowered($0, tagged) })
      }
    }
    index = name.upperBound
    if index + 1 < tokens.count, tokens[index].kind == .comma, reader.isRole(index + 1) {
      people[person].roles.insert(tokens[index + 1].form)
    }
  }

  private func mayStandBeforeName(_ index: Int, _ reader: NameReader) -> Bool {
    reader.tagged.has(index, .title) || reader.isRole(index)
      || !reader.tagged.text.tokens[index].isWord
  }

  // MARK: - Nicknames

  /// The person that the text ties a short name to: "Ahmad Basuki (Abas)", "yang akrab disapa Abas"; or one whose
  /// names' first letters make it, as "Zulhan" does of Zulkarnain Hanafi.
  private mutating func nickname(_ name: PrintedName, _ reader: NameReader) -> Int? {
    guard name.words.count <= 2 else { return nil }
    if let known = nicknames[name.words] { return known }
    let tagged = reader.tagged
    let tokens = tagged.text.tokens
    let start = name.tokens.lowerBound
    var found: Int?
    if start >= 1 {
      let past = name.tokens.upperBound
      let isBracketed =
        tokens[start - 1].kind == .bracket && past < tokens.count && tokens[past].kind == .bracket
      let isCalled = tagged.has(start - 1, .alias)
      if let alias = alias(behind: name.tokens, tagged) {
        found = alias
      } else if isBracketed || isCalled {
        let reach = isBracketed ? NameReader.longest + 1 : 80
        found = person(before: start, reach: reach)
      }
    }
    let spelling = name.tokens.filter { tokens[$0].isWord }.map { NameLikeness.lowered($0, tagged) }
    let similar = beginners(spelling.first?.first)
    if found == nil, spelling.count == 1, spelling[0].count >= 3 {
      found = similar.first { person in
        let full = people[person].spelling
        guard full.count == 1 else { return NameLikeness.blends(spelling[0], full) }
        // "Desi" for Desilia, whose function the text gives.
        return !people[person].roles.isEmpty && full[0].count > spelling[0].count
          && full[0].starts(with: spelling[0])
          && (people[person].mentions.first?.lowerBound ?? start) < start
      }
    }
    found = found ?? similar.first { NameLikeness.isMisspelt(spelling, people[$0].spelling) }
    if found == nil, spelling.count == 1 {
      found = people.indices.prefix(Self.mostHolders).first {
        NameLikeness.isEnding(spelling[0], people[$0].spelling)
      }
    }
    if let found { nicknames[name.words] = found }
    return found
  }
}
