import ClaimModel

/// Numbers held against each other.
extension FindingSearch {
  /// How far a sum of rounded shares may be from a hundred, for each share.
  private static let roundingError = 0.5

  /// Between two shares of one whole stand no more tokens than this.
  private static let longestGap = 10

  /// Adds up the percentages of one sentence that parts a whole: three or more in a row, and none a comparison.
  mutating func checkPercentages() {
    let reader = NumberReader(tagged)
    for paragraph in tagged.text.paragraphs where paragraph.isSearched {
      for number in paragraph.sentences {
        let sentence = tagged.text.sentences[number]
        var parts: [PrintedNumber] = []
        var isComparison = false
        for index in sentence {
          if tagged.has(index, .comparison) { isComparison = true }
          if let part = reader.number(at: index, in: sentence), part.isPercentage {
            if let end = parts.last?.tokens.upperBound,
              !isListed(end..<max(end, part.tokens.lowerBound))
            {
              isComparison = true
            }
            parts.append(part)
          }
        }
        guard parts.count >= 3, parts.count <= 20, !isComparison else { continue }
        let sum = parts.reduce(0) { $0 + $1.value }
        // Further from a hundred the shares are hardly parts of one whole.
        guard (90...110).contains(sum) else { continue }
        let tolerance = Double(parts.count) * Self.roundingError * 0.5
        let outcome: Finding.Outcome =
          abs(sum - 100) <= tolerance ? .confirmed : sum > 100 ? .contradicted : .noted
        add(
          .percentageSum,
          outcome,
          parts.map(\.tokens),
          [
            "sum": NumberReader.text(sum),
            "parts": parts.map { NumberReader.text($0.value) }.joined(separator: " + "),
          ]
        )
      }
    }
  }

  /// Whether what stands between two shares parts them as a list does: a few words with a comma, an "and" or a contrast.
  private func isListed(_ gap: Range<Int>) -> Bool {
    gap.count <= Self.longestGap
      && gap.contains {
        tagged.text.tokens[$0].kind == .comma || tagged.has($0, [.joiner, .opener])
      }
  }

  /// A number with what it counts.
  private struct Quantity {
    let value: Double
    let tokens: Range<Int>
    /// The counted word, and the word behind it.
    let unit: Form
    let next: Form?
    let isHeadline: Bool
    let sentence: Range<Int>
  }

  /// Holds the headline's numbers against the body's, and each quantity against its restatements.
  mutating func checkQuantities() {
    let quantities = quantities()
    var byUnit: [Form: [Quantity]] = [:]
    var order: [Form] = []
    for quantity in quantities {
      if byUnit[quantity.unit] == nil { order.append(quantity.unit) }
      byUnit[quantity.unit, default: []].append(quantity)
    }
    for unit in order {
      let all = byUnit[unit] ?? []
      compareHeadline(all)
      compareRestated(all.filter { !$0.isHeadline })
    }
  }

  private mutating func compareHeadline(_ quantities: [Quantity]) {
    let body = quantities.filter { !$0.isHeadline }
    guard let headline = quantities.first(where: \.isHeadline), let first = body.first else {
      return
    }
    let same = body.first { $0.value == headline.value }
    // Several other values say that several things are counted.
    guard same != nil || Set(body.map(\.value)).count == 1 else { return }
    add(
      .headlineNumber,
      same == nil ? .contradicted : .confirmed,
      [headline.tokens, (same ?? first).tokens],
      [
        "headline": NumberReader.text(headline.value),
        "body": NumberReader.text((same ?? first).value),
      ]
    )
  }

  /// At most so many statements of one quantity are held against each other.
  private static let mostStatements = 64

  /// Two values of the same two words, in two sentences about the same: "12 rumah warga … 15 rumah warga".
  private mutating func compareRestated(_ quantities: [Quantity]) {
    var statements: [Form: [Quantity]] = [:]
    for quantity in quantities.prefix(Self.mostStatements) {
      guard let next = quantity.next, !isShare(quantity) else { continue }
      let before = statements[next, default: []]
      statements[next, default: []].append(quantity)
      guard
        let other = before.first(where: {
          $0.value != quantity.value && isSameMatter($0, quantity)
        }), !before.contains(where: { $0.value == quantity.value })
      else { continue }
      let unit = tagged.text.string(other.tokens.upperBound - 1..<other.tokens.upperBound)
      add(
        .restatedQuantity,
        .contradicted,
        [other.tokens, quantity.tokens],
        [
          "first": NumberReader.text(other.value), "second": NumberReader.text(quantity.value),
          "unit": unit,
        ]
      )
      return
    }
  }

  /// Whether a sentence shares out, adds up or compares, so that its number may be one of several.
  private func isShare(_ quantity: Quantity) -> Bool {
    let next = quantity.tokens.upperBound + 1
    return quantity.sentence.contains { index in
      tagged.has(index, [.distributive, .comparison])
        || tagged.text.tokens[index].kind == .number && !quantity.tokens.contains(index)
        || index == next && tagged.text.tokens[index].kind == .sign
    }
  }

  /// Whether two sentences speak of the same: two words in common besides the counted ones, and no name, day or month
  /// that only the later one has.
  private func isSameMatter(_ one: Quantity, _ other: Quantity) -> Bool {
    guard one.sentence != other.sentence else { return false }
    let first = words(one)
    let second = words(other)
    return first.plain.intersection(second.plain).count >= 2
      && second.names.isSubset(of: first.names)
  }

  /// The words of a quantity's sentence that say what it is about, its names apart.
  private func words(_ quantity: Quantity) -> (plain: Set<Form>, names: Set<Form>) {
    var plain: Set<Form> = []
    var names: Set<Form> = []
    let small: WordClass = [.functionWord, .preposition, .adverb, .opener, .determiner, .pronoun]
    for index in quantity.sentence where tagged.text.tokens[index].kind == .word {
      let token = tagged.text.tokens[index]
      if tagged.has(index, [.weekday, .month])
        || token.isCapitalised && index > quantity.sentence.lowerBound
      {
        names.insert(token.form)
      } else if !quantity.tokens.contains(index), token.form != quantity.next,
        !tagged.has(index, small)
      {
        plain.insert(token.form)
      }
    }
    return (plain, names)
  }

  private func quantities() -> [Quantity] {
    let reader = NumberReader(tagged)
    let tokens = tagged.text.tokens
    var quantities: [Quantity] = []
    for (number, paragraph) in tagged.text.paragraphs.enumerated() where paragraph.isSearched {
      let isHeadline = paragraph.kind == .headline || number == 0 && isHeadline(paragraph)
      for sentence in paragraph.sentences {
        let range = tagged.text.sentences[sentence]
        for index in range {
          guard let printed = reader.number(at: index, in: range), !printed.isPercentage,
            !printed.isMoney, printed.tokens.upperBound < range.upperBound, !isHedged(index, range)
          else { continue }
          let unit = printed.tokens.upperBound
          guard tagged.has(unit, .unit), !tagged.has(unit, [.multiplier, .currency]) else {
            continue
          }
          let past = tagged.end(unit)
          let next =
            past < range.upperBound && tokens[past].kind == .word
              && !tagged.has(past, [.functionWord, .preposition, .adverb, .opener, .relative])
            ? tokens[past].form : nil
          quantities.append(
            Quantity(
              value: printed.value,
              tokens: printed.tokens.lowerBound..<min(past, range.upperBound),
              unit: tokens[unit].form,
              next: next,
              isHeadline: isHeadline,
              sentence: range
            )
          )
        }
      }
    }
    return quantities
  }

  /// Whether a first paragraph without a block kind looks like a headline: short, and no stop at its end.
  private func isHeadline(_ paragraph: AnalysedText.Paragraph) -> Bool {
    guard paragraph.kind == .paragraph, let last = paragraph.tokens.last else { return false }
    return paragraph.tokens.count <= 25 && tagged.text.tokens[last].kind != .terminator
  }

  /// Whether a word before the number says that it is no exact count: "sekitar 20 rumah", "lebih dari 20 rumah".
  private func isHedged(_ index: Int, _ range: Range<Int>) -> Bool {
    let from = max(range.lowerBound, index - 2)
    return (from..<index).contains { tagged.has($0, [.hedge, .comparison]) }
  }
}
