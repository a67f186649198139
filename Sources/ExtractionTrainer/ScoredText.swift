import ClaimModel

/// A text's word tokens and quotations as the scorer of the gold sees them; a port of the gold's `score.py`.
struct ScoredText {
  private let scalars: [Unicode.Scalar]
  /// Word tokens in code points.
  private let words: [Range<Int>]
  private let isQuoted: [Bool]

  /// Reads a text.
  init(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    self.scalars = scalars
    let words = Self.words(of: scalars)
    let double = Self.doubleQuoted(scalars)
    let single = Self.singleQuoted(scalars, double)
    let quoted = double + single
    isQuoted = words.map { word in
      quoted.contains { $0.lowerBound <= word.lowerBound && word.upperBound <= $0.upperBound }
    }
    self.words = words
  }

  /// The word tokens that share a code point with one of the ranges.
  func tokens(_ ranges: [Range<Int>]) -> Set<Int> {
    var found: Set<Int> = []
    for range in ranges {
      var low = 0
      var high = words.count
      while low < high {
        let middle = (low + high) / 2
        if words[middle].upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
      }
      while low < words.count, words[low].lowerBound < range.upperBound {
        found.insert(low)
        low += 1
      }
    }
    return found
  }

  /// How a content is reported: by how many of its words stand inside quotation marks.
  func kind(of content: Set<Int>) -> Score.Kind {
    let quoted = content.count { isQuoted[$0] }
    return quoted == content.count ? .direct : quoted == 0 ? .indirect : .mixed
  }

  /// The words of a set of tokens, in order.
  func string(_ tokens: Set<Int>) -> String {
    tokens.sorted().map { string(words[$0]) }.joined(separator: " ")
  }

  private func string(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range])
    return String(text)
  }

  /// Intersection over union.
  static func overlap(_ first: Set<Int>, _ second: Set<Int>) -> Double {
    let shared = first.intersection(second).count
    return shared == 0 ? 0 : Double(shared) / Double(first.count + second.count - shared)
  }

  /// Whether a predicted source names the gold one.
  func sourceIsRight(_ predicted: Set<Int>, _ gold: Set<Int>) -> Bool {
    if predicted.isEmpty || gold.isEmpty { return predicted.isEmpty && gold.isEmpty }
    if Self.overlap(predicted, gold) >= 0.5 { return true }
    if predicted.isSubset(of: gold), let head = head(of: gold), predicted.contains(head) {
      return true
    }
    if gold.isSubset(of: predicted), let head = head(of: predicted), gold.contains(head) {
      return true
    }
    return false
  }

  private static let cuts: Set<String> = Set(
    """
    who which that whose whom of for in from with at on to by about under near as during after before among against
    """.split(whereSeparator: \.isWhitespace).map(String.init)
  )

  /// The head word of a noun phrase, without a parser: the last before a comma, bracket, dash or preposition.
  private func head(of tokens: Set<Int>) -> Int? {
    let ordered = tokens.sorted()
    guard var last = ordered.first else { return nil }
    for (number, token) in ordered.enumerated().dropFirst() {
      let before = ordered[number - 1]
      if token > before + 1 || Self.cuts.contains(string(words[token]).lowercased()) { break }
      let gap = string(words[before].upperBound..<words[token].lowerBound)
      if gap.contains(where: { ",;([—–".contains($0) }) || gap.contains("--") { break }
      last = token
    }
    return last
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return scalar == "_" || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      return true
    default: return false
    }
  }

  private static func words(of scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var index = 0
    while index < scalars.count {
      guard isWord(scalars[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < scalars.count {
        if isWord(scalars[index]) {
          index += 1
        } else if "'\u{2019}\u{02BC}".unicodeScalars.contains(scalars[index]),
          index + 1 < scalars.count, isWord(scalars[index + 1])
        {
          index += 1
        } else {
          break
        }
      }
      words.append(start..<index)
    }
    return words
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || ("\u{1C}"..."\u{1F}").contains(scalar)
  }

  private static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// What stands inside double marks; the state is a line's own, an unclosed mark runs to its line's end.
  private static func doubleQuoted(_ scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var lineStart = 0
    while lineStart < scalars.count {
      var lineEnd = lineStart
      while lineEnd < scalars.count, !endsLine(scalars[lineEnd]) { lineEnd += 1 }
      let next = min(scalars.count, lineEnd + 1)
      var start: Int?
      var at = lineStart
      while at < next {
        var width = 1
        let before = at > lineStart ? scalars[at - 1] : " "
        let after = { (offset: Int) -> Unicode.Scalar in
          at + offset < next ? scalars[at + offset] : " "
        }
        let opens = mark(scalars, at, next, isInside: start != nil, before, after, &width)
        if opens == true, start == nil {
          start = at
        } else if opens == false, let begun = start {
          found.append(begun..<(at + width))
          start = nil
        }
        at += width
      }
      if let begun = start {
        var end = next
        while end > lineStart, scalars[end - 1] == "\n" || scalars[end - 1] == "\r" { end -= 1 }
        found.append(begun..<max(begun, end))
      }
      lineStart = next
    }
    return found
  }

  /// Whether the mark at `at` opens (true) or closes (false) a quotation; nil for no mark.
  private static func mark(
    _ scalars: [Unicode.Scalar],
    _ at: Int,
    _ end: Int,
    isInside: Bool,
    _ before: Unicode.Scalar,
    _ after: (Int) -> Unicode.Scalar,
    _ width: inout Int
  ) -> Bool? {
    let scalar = scalars[at]
    func among(_ scalar: Unicode.Scalar, _ set: String) -> Bool {
      set.unicodeScalars.contains(scalar)
    }
    let isOpening = among(scalar, "\u{201C}\u{201E}\u{00AB}\u{201F}")
    if isOpening || among(scalar, "\u{201D}\u{00BB}") {
      let next = after(1)
      if !isOpening, !isInside, isSpace(before) || among(before, "([-\u{2013}\u{2014}:") {
        return true
      }
      if isOpening, isInside, isSpace(next) || among(next, ".,;:!?)"), !isSpace(before) {
        return false
      }
      return isOpening
    }
    let isDoubled =
      at + 1 < end && scalars[at + 1] == scalar && (scalar == "'" || scalar == "`")
    guard scalar == "\"" || isDoubled else { return nil }
    width = scalar == "\"" ? 1 : 2
    let next = after(width)
    if scalar == "`" { return true }
    if isSpace(before) || among(before, "([{-\u{2013}\u{2014}'\u{2018}/") {
      if isInside, isSpace(next) { return false }
      return !isSpace(next) || !isInside
    }
    if !isInside, !isSpace(next), !isAlphanumeric(before), !among(before, ".,!?;:%)\u{2026}") {
      return true
    }
    return !isInside && among(before, ":;,") && isAlphanumeric(next)
  }

  private static func isAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
    scalar != "_" && isWord(scalar)
  }

  /// What stands inside single marks, at most 300 code points on one line, outside double marks.
  private static func singleQuoted(
    _ scalars: [Unicode.Scalar],
    _ double: [Range<Int>]
  ) -> [Range<Int>] {
    func among(_ scalar: Unicode.Scalar, _ set: String) -> Bool {
      set.unicodeScalars.contains(scalar)
    }
    func closes(_ at: Int) -> Bool {
      guard among(scalars[at], "\u{2019}'") else { return false }
      guard isWord(scalars[at - 1]) || among(scalars[at - 1], ".,!?%\u{2026})") else {
        return false
      }
      guard at + 1 < scalars.count else { return true }
      let next = scalars[at + 1]
      return isSpace(next) || among(next, ".,;:!?)]\u{2014}\u{2013}-")
    }
    var found: [Range<Int>] = []
    var index = 0
    while index < scalars.count {
      let opens =
        among(scalars[index], "\u{2018}'") && index + 1 < scalars.count
        && !isSpace(scalars[index + 1])
        && (index == 0 || isSpace(scalars[index - 1])
          || among(scalars[index - 1], "([\u{2014}\u{2013}:,-"))
      guard opens else {
        index += 1
        continue
      }
      var at = index + 1
      var end: Int?
      while at < scalars.count, at - index - 1 <= 300 {
        if at > index + 1, closes(at) {
          end = at + 1
          break
        }
        if scalars[at] == "\n" { break }
        at += 1
      }
      guard let end else {
        index += 1
        continue
      }
      if !double.contains(where: { $0.lowerBound <= index && index < $0.upperBound }) {
        found.append(index..<end)
      }
      index = end
    }
    return found
  }
}
