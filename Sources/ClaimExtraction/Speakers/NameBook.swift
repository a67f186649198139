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
  }

  private(set) var people: [Person] = []
  /// All printed names of people, in text order, with the person of each.
  private(set) var order: [(start: Int, person: Int)] = []
  /// The people whose names hold a word.
  private var holders: [Form: [Int]] = [:]
  /// A word takes part in at most this many names; more is no news article.
  private static let mostHolders = 64

  /// Nicknames are looked for among so many people at most.
  private static let mostPeople = 500

  init(_ names: [PrintedName], _ reader: NameReader) {
    let persons = names.filter { $0.kind == .person }
    let longestFirst = persons.sorted {
      ($1.words.count, $0.tokens.lowerBound) < ($0.words.count, $1.tokens.lowerBound)
    }
    for name in longestFirst {
      let person =
        candidates(name.words).min { distance(to: name, $0) < distance(to: name, $1) }
        ?? nickname(name, reader) ?? add(name)
      people[person].mentions.append(name.tokens)
      people[person].roles.formUnion(Self.roles(around: name.tokens, reader.tagged))
      order.append((name.tokens.lowerBound, person))
    }
    for index in people.indices { people[index].mentions.sort { $0.lowerBound < $1.lowerBound } }
    order.sort { $0.start < $1.start }
  }

  /// The person that a name stands for, nearest to where it stands; nil where the text knows none.
  func person(_ name: PrintedName) -> Int? {
    candidates(name.words).min { distance(to: name, $0) < distance(to: name, $1) }
      ?? nicknames[name.words]
  }

  /// The people named before a token and not before `earliest`, the last one first.
  func people(before token: Int, notBefore earliest: Int) -> [(start: Int, person: Int)] {
    var low = 0
    var high = order.count
    while low < high {
      let middle = (low + high) / 2
      if order[middle].start < token { low = middle + 1 } else { high = middle }
    }
    var found: [(start: Int, person: Int)] = []
    while low > 0, order[low - 1].start >= earliest {
      low -= 1
      let person = people[order[low].person]
      // A word that stands alone once and without a role may be anything.
      if person.words.count > 1 || !person.roles.isEmpty { found.append(order[low]) }
    }
    return found
  }

  /// The person with a role, named last before a token.
  func person(withRole role: Form, before token: Int) -> Int? {
    order.last { $0.start < token && people[$0.person].roles.contains(role) }?.person
      ?? order.first { people[$0.person].roles.contains(role) }?.person
  }

  // MARK: - Clusters

  private var nicknames: [[Form]: Int] = [:]

  private mutating func add(_ name: PrintedName) -> Int {
    for word in Set(name.words) { holders[word, default: []].append(people.count) }
    people.append(Person(words: name.words, mentions: []))
    return people.count - 1
  }

  private func candidates(_ words: [Form]) -> [Int] {
    guard let first = words.first, let holders = holders[first] else { return [] }
    return holders.prefix(Self.mostHolders).filter { Self.holds(people[$0].words, words) }
  }

  /// How far before a name the person was named first; those named only later come after all others.
  private func distance(to name: PrintedName, _ person: Int) -> Int {
    let before = people[person].mentions.prefix(Self.mostHolders)
      .map { name.tokens.lowerBound - $0.lowerBound }
    return before.filter { $0 >= 0 }.min() ?? 1_000_000 - (before.max() ?? 0)
  }

  /// Whether all words of `part` stand in `whole` in the same order.
  private static func holds(_ whole: [Form], _ part: [Form]) -> Bool {
    var rest = part[...]
    for word in whole where rest.first == word { rest = rest.dropFirst() }
    return rest.isEmpty
  }

  /// The words of roles that stand beside a name.
  private static func roles(around name: Range<Int>, _ tagged: TaggedText) -> Set<Form> {
    var roles: Set<Form> = []
    let tokens = tagged.text.tokens
    var index = name.lowerBound - 1
    let earliest = max(0, name.lowerBound - 14)
    while index >= earliest,
      tokens[index].isWord || tokens[index].kind == .bracket
        || tokens[index].kind == .comma && index == name.lowerBound - 1
    {
      if tagged.has(index, [.reporting, .inverted, .relative, .opener]) { break }
      if tagged.has(index, .role) { roles.insert(tokens[index].form) }
      index -= 1
    }
    index = name.upperBound
    if index + 1 < tokens.count, tokens[index].kind == .comma, tagged.has(index + 1, .role) {
      roles.insert(tokens[index + 1].form)
    }
    return roles
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
      let isBracketed = tokens[start - 1].kind == .bracket
      let isCalled = tagged.has(start - 1, .alias)
      if isBracketed || isCalled {
        let reach = isBracketed ? 2 : 80
        found = people.indices.prefix(Self.mostPeople).last { person in
          people[person].mentions.contains {
            $0.upperBound <= start && start - $0.upperBound < reach && $0.count > 1
          }
        }
      }
    }
    if found == nil, name.words.count == 1, tokens[start].length >= 4 {
      let short = lowered(tokens[start], tagged)
      found = people.indices.prefix(Self.mostPeople).first { person in
        guard people[person].words.count >= 2, let full = people[person].mentions.first else {
          return false
        }
        return Self.blends(
          short,
          full.filter { tokens[$0].isWord }.map { lowered(tokens[$0], tagged) }
        )
      }
    }
    if let found { nicknames[name.words] = found }
    return found
  }

  private func lowered(_ token: Token, _ tagged: TaggedText) -> [UInt8] {
    tagged.text.bytes[token.span.range].map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
  }

  /// Whether a short name begins as the first name does, or is made of the heads of the first two.
  private static func blends(_ short: [UInt8], _ names: [[UInt8]]) -> Bool {
    guard names.count >= 2 else { return false }
    if names[0].count > short.count, names[0].starts(with: short) { return true }
    for cut in 1..<short.count where short.count - cut >= 2 {
      if names[0].starts(with: short[..<cut]), names[1].starts(with: short[cut...]) { return true }
    }
    return false
  }
}
