/// What a word can be in a proper name.
enum NamePart: UInt8 {
  /// A word of a person's name.
  case person
  /// An everyday word with a capital: part of a company's name, of a person's only behind another word.
  case ordinary
  /// A word that names offices, branches, companies.
  case office
  /// All capitals.
  case acronym
  /// A place.
  case place
  /// A role or a title.
  case role
  /// No part of a name.
  case none

  /// What each token of a text can be.
  ///
  /// A capital at a sentence's head proves nothing, so that such a word counts only when it is known as a name, or when
  /// the text capitalises it elsewhere, too, or no list and no other place in the text shows it to be an everyday word.
  static func parts(of tagged: TaggedText, _ capitals: Capitals) -> [NamePart] {
    var parts = [NamePart](repeating: .none, count: tagged.tags.count)
    let (allTokens, allBytes) = (tagged.text.tokens, tagged.text.bytes)
    let tokens = allTokens.span
    let bytes = allBytes.span
    for index in parts.indices where tokens[index].isCapitalised && isPlain(tokens[index], bytes) {
      var classes = tagged.tags[index].classes
      let end = NameReader.withoutPossessive(tokens[index], bytes)
      if end < Int(tokens[index].end) {
        classes = tagged.pack.lexicon[Form(bytes, Int(tokens[index].start)..<end)].classes
      }
      parts[index] = part(tokens[index], classes, tagged, bytes)
      guard parts[index] == .person else { continue }
      let use = capitals[tokens[index].form]
      if use.isPlace {
        parts[index] = .place
      } else if capitals.opensSentence[index], !classes.contains(.name),
        use.inside == 0,
        !classes.isEmpty || use.isSmall
          || isEverydayWithEnding(tokens[index], tagged, bytes)
          // "Mulanya Utut": the word behind is a name without it.
          || index + 1 < parts.count && tokens[index + 1].isCapitalised
            && capitals[tokens[index + 1].form].begins
            && hasEverydayEnding(tokens[index], tagged, bytes)
      {
        parts[index] = .none
      }
    }
    return parts
  }

  private static func part(
    _ token: Token,
    _ classes: WordClass,
    _ tagged: TaggedText,
    _ bytes: Span<UInt8>
  ) -> NamePart {
    if !classes.isDisjoint(with: [.title, .role]) { return .role }
    if !classes.isDisjoint(with: [.organisation, .office]) { return .office }
    if classes.contains(.place) { return .place }
    let never: WordClass = [
      .weekday, .month, .according, .opener, .preposition, .pronoun, .ownPronoun, .currency,
      .relative, .complementiser, .determiner, .clitic, .functionWord, .adverb, .reporting,
      .passive, .inverted,
    ]
    if !classes.isDisjoint(with: never) { return .none }
    if beginsRole(token, tagged, bytes) { return .role }
    if token.shape == .upper { return .acronym }
    return classes.contains(.ordinary) && !classes.contains(.name) ? .ordinary : .person
  }

  /// Whether a word begins as roles do: "Kapolresta", "Wadirreskrimum".
  private static func beginsRole(
    _ token: Token,
    _ tagged: TaggedText,
    _ bytes: Span<UInt8>
  ) -> Bool {
    tagged.pack.roleBeginnings.contains { beginning in
      guard token.length >= beginning.count else { return false }
      return beginning.indices.allSatisfy { bytes[Int(token.start) + $0] | 0x20 == beginning[$0] }
    }
  }

  /// Whether a word without a short ending is one that the lexicon knows: "Begitupun", "Segeralah".
  private static func isEverydayWithEnding(
    _ token: Token,
    _ tagged: TaggedText,
    _ bytes: Span<UInt8>
  ) -> Bool {
    guard token.length > 6 else { return false }
    let stem = Form(bytes, Int(token.start)..<(Int(token.end) - 3))
    let classes = tagged.pack.lexicon[stem].classes
    return !classes.isEmpty && !classes.contains(.name)
  }

  /// Whether a word ends as no names do, but everyday words.
  private static func hasEverydayEnding(
    _ token: Token,
    _ tagged: TaggedText,
    _ bytes: Span<UInt8>
  ) -> Bool {
    tagged.pack.everydayEndings.contains { ending in
      guard token.length > ending.count + 2 else { return false }
      return ending.indices.allSatisfy {
        bytes[Int(token.end) - ending.count + $0] | 0x20 == ending[$0]
      }
    }
  }

  /// Whether a word begins with a capital and holds no stop or digit: not "kepadaKoran", "S.Kom" or "Toko21".
  private static func isPlain(_ token: Token, _ bytes: Span<UInt8>) -> Bool {
    guard bytes[Int(token.start)] &- UInt8(ascii: "a") >= 26 else { return false }
    for offset in Int(token.start)..<Int(token.end) {
      if bytes[offset] == UInt8(ascii: ".") || bytes[offset] &- UInt8(ascii: "0") < 10 {
        return false
      }
    }
    return true
  }
}

/// How a text writes the words that it capitalises somewhere.
struct Capitals {
  /// How one of them is written.
  struct Use: Sendable {
    /// How often it is capitalised inside a sentence.
    var inside: Int32 = 0
    /// How often of these it stands behind "di", "kabupaten" and the like.
    var located: Int32 = 0
    /// Whether it then stands behind a word that is not capitalised: it can begin a name.
    var begins = false
    /// Whether the text also writes it small.
    var isSmall = false
    /// Whether it is capitalised anywhere.
    var isCapitalised = false
    /// Whether it mostly stands where places stand: a place that no lexicon knows.
    var isPlace: Bool { located > 0 && located * 2 >= inside }
  }

  private var uses = FormMap(Use(), capacity: 128)
  /// Which tokens are the first words of sentences and quotations.
  private(set) var opensSentence: [Bool]

  /// How a form is written.
  subscript(form: Form) -> Use { uses[form] }

  init(_ tagged: TaggedText) {
    opensSentence = [Bool](repeating: false, count: tagged.tags.count)
    let (allTokens, allTags) = (tagged.text.tokens, tagged.tags)
    let tokens = allTokens.span
    let tags = allTags.span
    // Most words are never capitalised: a filter of bits spares them the look-up.
    var filter = [UInt64](repeating: 0, count: 64)
    for sentence in tagged.text.sentences {
      var isStart = true
      for index in sentence {
        switch tokens[index].kind {
        case .word:
          if isStart { opensSentence[index] = true }
          if tokens[index].isCapitalised {
            let form = tokens[index].form
            filter[Int(form.rawValue >> 6 & 63)] |= 1 << (form.rawValue & 63)
            let isInside = !isStart
            let begins = isInside && !tokens[index - 1].isCapitalised
            let isLocated = isInside && !tags[index - 1].classes.isDisjoint(with: .locative)
            uses.update(form) { use in
              use.isCapitalised = true
              if isInside { use.inside += 1 }
              if begins { use.begins = true }
              if isLocated { use.located += 1 }
            }
          }
          isStart = false
        case .openQuote, .colon: isStart = true
        case .number, .sign: isStart = false
        default: break
        }
      }
    }
    for index in tokens.indices where tokens[index].shape == .lower {
      let form = tokens[index].form
      guard filter[Int(form.rawValue >> 6 & 63)] & 1 << (form.rawValue & 63) != 0,
        // "@jokowi" is how accounts are written.
        index == 0 || tokens[index - 1].kind != .sign || tokens[index].spaceBefore,
        uses[form].isCapitalised
      else { continue }
      uses.update(form) { $0.isSmall = true }
    }
  }
}
