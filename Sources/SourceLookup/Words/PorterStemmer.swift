/// The stems of English words.
///
/// Martin Porter, *An algorithm for suffix stripping* (Program 14, 1980), with the two departures of his own later
/// version (`bli` → `ble`, `logi` → `log`). Words of lower-case ASCII letters only; others stay as they are.
struct PorterStemmer {
  private var word: [UInt8]

  /// The stem of a folded word.
  static func stem(_ word: String) -> String {
    let bytes = Array(word.utf8)
    guard bytes.count > 2, bytes.allSatisfy({ (0x61...0x7A).contains($0) }) else { return word }
    var stemmer = PorterStemmer(word: bytes)
    stemmer.plurals()
    stemmer.pastAndGerund()
    stemmer.finalY()
    stemmer.replace(Self.second, from: 0)
    stemmer.replace(Self.third, from: 0)
    stemmer.removeFourth()
    stemmer.finalE()
    return String(decoding: stemmer.word, as: UTF8.self)
  }

  private static let second = rules([
    ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"),
    ("bli", "ble"), ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"),
    ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"), ("iveness", "ive"),
    ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"),
    ("logi", "log"),
  ])
  private static let third = rules([
    ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""),
    ("ness", ""),
  ])
  private static let fourth = rules(
    [
      "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ou", "ism",
      "ate", "iti", "ous", "ive", "ize", "ion",
    ].map { ($0, "") }
  )

  private typealias Rule = (suffix: [UInt8], replacement: [UInt8])

  /// The rules, longest suffix first, because the longest that fits decides.
  private static func rules(_ rules: [(String, String)]) -> [Rule] {
    rules.map { (Array($0.0.utf8), Array($0.1.utf8)) }.sorted { $0.suffix.count > $1.suffix.count }
  }

  private func isConsonant(_ index: Int) -> Bool {
    switch word[index] {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"):
      return false
    case UInt8(ascii: "y"): return index == 0 || !isConsonant(index - 1)
    default: return true
    }
  }

  /// The number of times a vowel is followed by a consonant in the first `length` letters.
  private func measure(_ length: Int) -> Int {
    var count = 0
    var afterVowel = false
    for index in 0..<length {
      let isConsonant = isConsonant(index)
      if isConsonant, afterVowel { count += 1 }
      afterVowel = !isConsonant
    }
    return count
  }

  private func hasVowel(_ length: Int) -> Bool { (0..<length).contains { !isConsonant($0) } }

  private func endsDouble() -> Bool {
    let count = word.count
    return count > 1 && word[count - 1] == word[count - 2] && isConsonant(count - 1)
  }

  /// Whether the first `length` letters end consonant, vowel, consonant, the last not w, x or y.
  private func endsShort(_ length: Int) -> Bool {
    guard length > 2, isConsonant(length - 1), !isConsonant(length - 2), isConsonant(length - 3)
    else { return false }
    return !"wxy".utf8.contains(word[length - 1])
  }

  private func ends(_ suffix: StaticString) -> Bool { word.ends(with: suffix.description.utf8) }

  private mutating func plurals() {
    if ends("sses") || ends("ies") {
      word.removeLast(2)
    } else if ends("s"), !ends("ss") {
      word.removeLast()
    }
  }

  private mutating func pastAndGerund() {
    if ends("eed") {
      if measure(word.count - 3) > 0 { word.removeLast() }
      return
    }
    let cut = ends("ed") ? 2 : ends("ing") ? 3 : 0
    guard cut > 0, hasVowel(word.count - cut) else { return }
    word.removeLast(cut)
    if ends("at") || ends("bl") || ends("iz") {
      word.append(UInt8(ascii: "e"))
    } else if endsDouble(), !ends("l"), !ends("s"), !ends("z") {
      word.removeLast()
    } else if measure(word.count) == 1, endsShort(word.count) {
      word.append(UInt8(ascii: "e"))
    }
  }

  private mutating func finalY() {
    if ends("y"), hasVowel(word.count - 1) { word[word.count - 1] = UInt8(ascii: "i") }
  }

  private mutating func replace(_ rules: [Rule], from least: Int) {
    guard let rule = rules.first(where: { word.ends(with: $0.suffix) }) else { return }
    let stem = word.count - rule.suffix.count
    if measure(stem) > least { word.replaceSubrange(stem..., with: rule.replacement) }
  }

  private mutating func removeFourth() {
    guard let rule = Self.fourth.first(where: { word.ends(with: $0.suffix) }) else { return }
    let stem = word.count - rule.suffix.count
    if ends("ion"), stem == 0 || !"st".utf8.contains(word[stem - 1]) { return }
    if measure(stem) > 1 { word.removeLast(rule.suffix.count) }
  }

  private mutating func finalE() {
    if ends("e") {
      let stem = word.count - 1
      let measure = measure(stem)
      if measure > 1 || (measure == 1 && !endsShort(stem)) { word.removeLast() }
    }
    if ends("ll"), measure(word.count) > 1 { word.removeLast() }
  }
}

extension Collection where Element: Equatable {
  /// Whether the collection ends with these elements.
  fileprivate func ends<Suffix: Collection>(with suffix: Suffix) -> Bool
  where Suffix.Element == Element, Self: BidirectionalCollection {
    guard suffix.count <= count else { return false }
    return self.suffix(suffix.count).elementsEqual(suffix)
  }
}
