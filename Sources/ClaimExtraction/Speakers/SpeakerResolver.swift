import ClaimModel

/// Finds out who is behind the mentions of a document's attributions.
///
/// Works forward through the text, as a reader does: a name is tied to the fullest name of the document that holds all
/// its words, a pronoun or clitic to the speaker last heard.
struct SpeakerResolver {
  private let tagged: TaggedText
  /// The fullest names: of each cluster the words and where they stand.
  private var names: [Name] = []
  /// The speakers found so far.
  private(set) var speakers: [Speaker] = []
  private var speakerOfName: [Int: Int] = [:]
  private var speakerOfText: [String: Int] = [:]

  private struct Name {
    var words: [Form]
    var tokens: Range<Int>
    /// Every run that was tied to it.
    var runs: [Range<Int>]
  }

  init(_ tagged: TaggedText) {
    self.tagged = tagged
    clusterNames()
  }

  // MARK: - Names

  /// Ties every run to the first longer run that holds its words in order.
  private mutating func clusterNames() {
    let runs = NameRuns.all(in: tagged)
    // The names that a run's word can belong to, so that each run looks at few.
    var holders: [Form: [Int]] = [:]
    for run in runs.sorted(by: {
      ($1.words.count, $0.tokens.lowerBound) < ($0.words.count, $1.tokens.lowerBound)
    }) {
      if let name = holder(of: run.words, in: holders) {
        names[name].runs.append(run.tokens)
        continue
      }
      for word in Set(run.words) { holders[word, default: []].append(names.count) }
      names.append(Name(words: run.words, tokens: run.tokens, runs: [run.tokens]))
    }
    nameHolders = holders
  }

  private var nameHolders: [Form: [Int]] = [:]

  private func holder(of words: [Form], in holders: [Form: [Int]]) -> Int? {
    guard let first = words.first, let candidates = holders[first] else { return nil }
    return candidates.prefix(64).first { Self.holds(names[$0].words, words) }
  }

  /// Whether all words of `part` stand in `whole` in the same order.
  private static func holds(_ whole: [Form], _ part: [Form]) -> Bool {
    var rest = part[...]
    for word in whole where rest.first == word { rest = rest.dropFirst() }
    return rest.isEmpty
  }

  // MARK: - Resolution

  /// The speaker behind a mention, as an index into ``speakers``; nil where the text does not say.
  mutating func resolve(_ mention: Range<Int>, isClitic: Bool, last: Int?) -> Int? {
    if isClitic || tagged.has(mention.lowerBound, [.pronoun, .ownPronoun]) && mention.count == 1 {
      return last ?? lastNameBefore(mention.lowerBound)
    }
    let runs = NameRuns.runs(in: mention, tagged)
    // The name stands behind the role: "Ketua KPU Kota Bekasi, Nurul"; or before it in apposition.
    let known = runs.compactMap { run in holder(of: run.words, in: nameHolders).map { ($0, run) } }
    let isOrganisation =
      tagged.has(mention.lowerBound, .organisation)
      && !tagged.has(mention.lowerBound, .role)
    if !isOrganisation,
      let (name, run) = known.last(where: { isPerson($0.1, mention) }) ?? known.last
    {
      return speaker(ofName: name, role: role(in: mention, around: run.tokens))
    }
    return speaker(described: mention, isOrganisation: isOrganisation || !runs.isEmpty)
  }

  /// Whether a run looks like a person's name: not all capitals.
  private func isPerson(_ run: NameRuns.Run, _ mention: Range<Int>) -> Bool {
    run.tokens.contains { tagged.text.tokens[$0].shape == .capital }
  }

  private mutating func speaker(ofName name: Int, role: String?) -> Int {
    if let known = speakerOfName[name] {
      if speakers[known].role == nil { speakers[known].role = role }
      return known
    }
    let isAcronym = names[name].tokens.allSatisfy { tagged.text.tokens[$0].shape == .upper }
    speakers.append(
      Speaker(
        name: printedName(names[name]),
        role: role,
        kind: isAcronym ? .organisation : .person,
        mentions: names[name].runs.sorted { $0.lowerBound < $1.lowerBound }
          .compactMap { tagged.text.span($0) }
      )
    )
    speakerOfName[name] = speakers.count - 1
    return speakers.count - 1
  }

  /// The name as it is printed most often in full; of spellings printed equally often the first.
  private func printedName(_ name: Name) -> String {
    var counts: [String: Int] = [:]
    var best = tagged.text.string(name.tokens)
    for run in name.runs.sorted(by: { $0.lowerBound < $1.lowerBound })
    where NameRuns.words(of: run, tagged).count == name.words.count {
      counts[tagged.text.string(run), default: 0] += 1
    }
    for run in name.runs.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let text = tagged.text.string(run)
      if counts[text, default: 0] > counts[best, default: 0] { best = text }
    }
    return best
  }

  private mutating func speaker(described mention: Range<Int>, isOrganisation: Bool) -> Int? {
    let text = tagged.text.string(mention)
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
    return speakers.count - 1
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

  /// The speaker whose name stands last before a token, in its paragraph or the one before.
  private mutating func lastNameBefore(_ token: Int) -> Int? {
    guard let paragraph = tagged.text.paragraph(ofToken: token) else { return nil }
    let earliest = tagged.text.paragraphs[max(0, paragraph - 1)].tokens.lowerBound
    var best: (name: Int, start: Int)?
    for run in NameRuns.runs(in: max(earliest, token - 200)..<token, tagged) {
      if let name = holder(of: run.words, in: nameHolders),
        names[name].tokens.contains(where: { tagged.text.tokens[$0].shape == .capital })
      {
        best = (name, run.tokens.lowerBound)
      }
    }
    return best.map { speaker(ofName: $0.name, role: nil) }
  }
}
