/// A proper name as it stands in the text.
struct PrintedName {
  /// What it names, by its look.
  enum Kind { case person, organisation }

  let kind: Kind
  /// Its tokens.
  var tokens: Range<Int>
  /// The forms of its words, those joined by a hyphen apart.
  var words: [Form]
  /// Whether a role, an office or an organisation stands directly before it.
  let isIntroduced: Bool
}

/// Reads proper names from capitals and word classes.
///
/// A person's name is a run of capitalised words that no class claims; an organisation's begins with a word that heads
/// such names, or is an acronym.
///
/// A class only so that it is passed on without being copied.
final class NameReader {
  /// A name of more words is a headline.
  static let longest = 6

  let tagged: TaggedText
  private let tokens: [Token]
  private let bytes: [UInt8]
  /// What each token can be in a name.
  private let parts: [NamePart]
  /// How the text uses the names that were read.
  private var uses = NameUses()
  /// How the text writes its capitalised words.
  private let capitals: Capitals

  init(_ tagged: TaggedText) {
    self.tagged = tagged
    tokens = tagged.text.tokens
    bytes = tagged.text.bytes
    let capitals = Capitals(tagged)
    parts = NamePart.parts(of: tagged, capitals)
    self.capitals = capitals
  }

  /// The names of all searched sentences that are not set in capitals throughout.
  func all() -> [PrintedName] {
    let sentences = tagged.text.paragraphs.filter(\.isSearched).flatMap(\.sentences)
      .map { tagged.text.sentences[$0] }.filter { !isTitleCase($0) }
    let first = sentences.map { read($0) }
    uses.countAlone(first.joined())
    // A second reading, now that the names that stand alone are known, of what they may end: companies' names.
    let names = zip(sentences, first).flatMap { sentence, names in
      sentence.contains { tagged.has($0, .companyHead) } ? read(sentence) : names
    }.filter { !isPair($0) }
    uses.count(names)
    return names.map { uses.cut($0, in: tagged) }
  }

  /// The names in a range of tokens.
  func names(in range: Range<Int>) -> [PrintedName] { read(range).map { uses.cut($0, in: tagged) } }

  /// Whether a name joins two people by a hyphen, as a pair of candidates: each also stands alone.
  private func isPair(_ name: PrintedName) -> Bool {
    name.words.count > name.tokens.count(where: { tokens[$0].isWord })
      && name.words.count(where: { uses.standsAlone($0) }) >= 2
  }

  // MARK: - Reading

  private func read(_ range: Range<Int>) -> [PrintedName] {
    var names: [PrintedName] = []
    var index = range.lowerBound
    while index < range.upperBound {
      switch parts[index] {
      case .person:
        let end = endOfPerson(index, range.upperBound)
        add(.person, index..<end, range, to: &names)
        index = isDegree(end, range.upperBound) ? end + 3 : end
      case .acronym where isInitials(index, range.upperBound):
        let end = endOfPerson(index + 1, range.upperBound)
        add(.person, index..<end, range, to: &names)
        index = end
      case .office, .acronym:
        let end = endOfOrganisation(index, range.upperBound)
        add(.organisation, index..<end, range, to: &names)
        index = end
      case .place, .role, .ordinary, .none:
        index = tagged.tags[index].length > 1 ? tagged.end(index) : index + 1
      }
    }
    return names
  }

  private func add(
    _ kind: PrintedName.Kind,
    _ name: Range<Int>,
    _ range: Range<Int>,
    to names: inout [PrintedName]
  ) {
    let words = words(of: name)
    guard kind == .organisation || words.count <= Self.longest else { return }
    if kind == .person {
      if words.count == 1, capitals[words[0]].isSmall { return }
      if !name.contains(where: { tokens[$0].length > 2 && parts[$0] == .person }) { return }
    }
    var before = name.lowerBound - 1
    while before >= range.lowerBound,
      tokens[before].kind == .bracket
        || tokens[before].kind == .terminator
    {
      before -= 1
    }
    let isIntroduced =
      before >= range.lowerBound
      && (tagged.has(before, [.role, .title, .office, .organisation, .place])
        || tokens[before].isCapitalised)
    names.append(
      PrintedName(kind: kind, tokens: name, words: words, isIntroduced: isIntroduced)
    )
  }

  /// Whether two capitals stand for first names: "AG Sanjaya".
  private func isInitials(_ index: Int, _ limit: Int) -> Bool {
    tokens[index].length == 2 && tagged.tags[index].classes.isEmpty && index + 1 < limit
      && parts[index + 1] == .person
  }

  /// Whether a degree begins behind a name: "S.Kom".
  private func isDegree(_ index: Int, _ limit: Int) -> Bool {
    index + 2 < limit && tokens[index].shape == .initial
      && tokens[index + 1].kind == .terminator && !tokens[index + 1].spaceBefore
      && !tokens[index + 2].spaceBefore
  }

  private func endOfPerson(_ start: Int, _ limit: Int) -> Int {
    var end = start + 1
    while end < limit, end - start < Self.longest * 2, !isPossessive(end - 1) {
      if parts[end] == .person {
        if end > start + 1, isDegree(end, limit) { break }
        end += 1
      } else if isOrdinaryName(end, limit) || isLastName(end, limit) {
        end += 1
      } else if tokens[end].kind == .terminator, tokens[end].length == 1,
        tokens[end - 1].length <= (end - 1 == start ? 4 : 2), end + 1 < limit,
        tokens[end - 1].length <= 2 || tokens[end + 1].spaceBefore, parts[end + 1] == .person
      {
        end += 2
      } else if tagged.has(end, .nameParticle), end + 1 < limit, parts[end + 1] == .person {
        end += 2
      } else {
        break
      }
    }
    // "Herman HN": two or three capitals behind a name belong to it.
    if end < limit, !isPossessive(end - 1), parts[end] == .acronym, tokens[end].length <= 3 {
      end += 1
    }
    return end
  }

  /// Whether an everyday word behind a name belongs to it: "Bambang Setia Negara", "Gordon Brown"; but not the verb of an
  /// English headline, as in "Nora Dovetail Calls Peter Lowe".
  private func isOrdinaryName(_ index: Int, _ limit: Int) -> Bool {
    parts[index] == .ordinary && !capitals[tokens[index].form].isSmall
      && (!tagged.pack.modifiesBefore || index + 1 >= limit || !tokens[index + 1].isCapitalised)
  }

  /// Whether a role, a place or an office behind a name is its last or middle word: "Lukman Hakim", "Ryan Utama",
  /// "Gamal Imam Santoso".
  private func isLastName(_ index: Int, _ limit: Int) -> Bool {
    guard tagged.tags[index].length == 1, !tagged.has(index, .title), tokens[index].length > 2
    else { return false }
    switch parts[index] {
    case .role, .place, .office: break
    case .person, .ordinary, .acronym, .none: return false
    }
    guard tagged.has(index - 1, .name) || tagged.pack.modifiesBefore && parts[index] == .place
    else { return false }
    guard index + 1 < limit else { return true }
    if parts[index + 1] == .person { return parts[index] == .role && tagged.has(index, .name) }
    return !tokens[index + 1].isCapitalised && tokens[index + 1].kind != .bracket
  }

  /// Past the last word of an organisation's name: offices, acronyms, places, small words between them, and after
  /// a head such as "PT" any capital; a bracketed acronym may end it.
  private func endOfOrganisation(_ start: Int, _ limit: Int) -> Int {
    let tokens = tagged.text.tokens
    let takesAll = tagged.has(start, .companyHead)
    var end = min(limit, tagged.end(start))
    while end < limit, end - start < 14 {
      let part = parts[end]
      if part == .office || part == .acronym || part == .place || tagged.has(end, .office) {
        end = min(limit, tagged.end(end))
      } else if part == .person || part == .ordinary, takesAll,
        !uses.standsAlone(tokens[end].form)
      {
        end += 1
      } else if tokens[end].shape == .lower, tokens[end].length <= 3, end + 1 < limit,
        tokens[end + 1].isCapitalised, tagged.has(end, .joiner), isOfficial(end + 1, takesAll)
      {
        end += 2
      } else if tokens[end].kind == .comma, end + 2 < limit, isOfficial(end + 1, false),
        tagged.has(end + 2, .joiner) || tokens[end + 2].kind == .comma
      {
        end += 2
      } else if tokens[end].kind == .comma, end + 2 < limit, tagged.has(end + 1, .joiner),
        isOfficial(end + 2, false)
      {
        end += 3
      } else if tokens[end].kind == .bracket, end + 2 < limit, tokens[end + 1].isCapitalised,
        tokens[end + 2].kind == .bracket
      {
        end += 3
        while end < limit, parts[end] == .place { end = min(limit, tagged.end(end)) }
        break
      } else {
        break
      }
    }
    return end
  }

  private func isOfficial(_ index: Int, _ takesAll: Bool) -> Bool {
    switch parts[index] {
    case .office, .acronym, .place: return true
    case .person, .ordinary: return takesAll
    case .role, .none: return false
    }
  }

  /// Whether a word is a role: "Bupati", "Kapolresta".
  func isRole(_ index: Int) -> Bool { tagged.has(index, .role) || parts[index] == .role }

  /// Whether a capitalised word may be somebody's name, for all that is known.
  func isUnknownName(_ index: Int) -> Bool {
    tokens[index].isCapitalised && tokens[index].shape != .upper
      && tagged.tags[index].classes.isSubset(of: .name)
  }

  /// Whether a token is a place.
  func isPlace(_ index: Int) -> Bool { parts[index] == .place }

  /// Whether a word ends in 's.
  func isPossessive(_ index: Int) -> Bool {
    let bytes = bytes
    return Self.withoutPossessive(tokens[index], bytes.span) < Int(tokens[index].end)
  }

  /// Where a word ends without its 's.
  static func withoutPossessive(_ token: Token, _ bytes: Span<UInt8>) -> Int {
    let end = Int(token.end)
    guard token.kind == .word, token.length > 3, bytes[end - 1] | 0x20 == UInt8(ascii: "s") else {
      return end
    }
    if bytes[end - 2] == UInt8(ascii: "'") { return end - 2 }
    let isCurly =
      token.length > 5 && bytes[end - 2] == 0x99 && bytes[end - 3] == 0x80
      && bytes[end - 4] == 0xE2
    return isCurly ? end - 4 : end
  }

  /// The forms of a name's words, hyphens opened, stops and 's left out.
  func words(of range: Range<Int>) -> [Form] {
    var words: [Form] = []
    let allBytes = bytes
    let bytes = allBytes.span
    for index in range where tokens[index].isWord {
      let token = tokens[index]
      var start = Int(token.start)
      for offset in Int(token.start)..<Int(token.end) where bytes[offset] == UInt8(ascii: "-") {
        words.append(Form(bytes, start..<offset))
        start = offset + 1
      }
      let end = Self.withoutPossessive(token, bytes)
      let isWhole = start == Int(token.start) && end == Int(token.end)
      words.append(isWhole ? token.form : Form(bytes, start..<max(start, end)))
    }
    return words
  }

  /// Whether a sentence is set like a headline: capitals nearly throughout and no stop at its end.
  private func isTitleCase(_ sentence: Range<Int>) -> Bool {
    if let last = sentence.last, tokens[last].kind == .terminator { return false }
    var words = 0
    var capitals = 0
    for index in sentence where tokens[index].kind == .word {
      words += 1
      if tokens[index].isCapitalised { capitals += 1 }
    }
    return words >= 5 && capitals * 10 >= words * 8
  }
}
