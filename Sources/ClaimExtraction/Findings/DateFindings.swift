import ClaimModel

/// Dates held against the calendar, the day of publication and ages.
extension FindingSearch {
  /// Asks the calendar about "Rabu, 19 Juni 2024" and "Wednesday (June 19, 2024)", and notes dates still to come.
  mutating func checkDates() {
    let reader = DateReader(tagged: tagged)
    let tokens = tagged.text.tokens
    for paragraph in tagged.text.paragraphs where isArticle(paragraph.kind) {
      let end = paragraph.tokens.upperBound
      var past = paragraph.tokens.lowerBound
      for index in paragraph.tokens where index >= past {
        if tagged.has(index, .weekday), tokens[index].isCapitalised {
          var next = index + 1
          if next < end, tokens[next].kind == .comma || tokens[next].kind == .bracket { next += 1 }
          guard next < end, let printed = reader.date(at: next, end: end), let date = printed.date
          else { continue }
          past = printed.tokens.upperBound
          if past < end, tokens[index + 1].kind == .bracket, tokens[past].kind == .bracket {
            past += 1
          }
          addWeekday(date, printed: Int(tagged.tags[index].value), index..<past)
          addFuture(date, index..<past)
        } else if let printed = reader.date(at: index, end: end) {
          past = printed.tokens.upperBound
          if let date = printed.date { addFuture(date, printed.tokens) }
        }
      }
    }
  }

  private mutating func addWeekday(_ date: CalendarDate, printed: Int, _ tokens: Range<Int>) {
    add(
      .weekday,
      printed == date.weekday ? .confirmed : .contradicted,
      [tokens],
      ["date": date.iso8601, "printed": String(printed), "calendar": String(date.weekday)]
    )
  }

  private mutating func addFuture(_ date: CalendarDate, _ tokens: Range<Int>) {
    guard let published, date > published else { return }
    add(.futureDate, .noted, [tokens], ["date": date.iso8601, "published": published.iso8601])
  }

  /// Whether a block belongs to the article and may be checked, claims or not.
  private func isArticle(_ kind: Block.Kind) -> Bool { kind.isSearched || kind == .dateline }

  /// Holds an age against a year of birth in the same sentence: "Ratna (45), lahir pada 1979".
  mutating func checkAges() {
    guard let published else { return }
    let reader = DateReader(tagged: tagged)
    for paragraph in tagged.text.paragraphs where paragraph.isSearched {
      for number in paragraph.sentences {
        let sentence = tagged.text.sentences[number]
        guard let born = sentence.first(where: { tagged.has($0, .born) }),
          let year = (born + 1..<min(born + 8, sentence.upperBound)).first(where: {
            reader.number($0, digits: 4...4).map { (1850...published.year).contains($0) } ?? false
          }), let yearBorn = reader.number(year, digits: 4...4),
          let (age, place) = age(in: sentence, reader)
        else { continue }
        let turns = published.year - yearBorn
        add(
          .age,
          age == turns || age == turns - 1 ? .confirmed : .contradicted,
          [place, year..<year + 1],
          ["age": String(age), "born": String(yearBorn), "published": published.iso8601]
        )
      }
    }
  }

  /// The one age that a sentence states: "berusia 45 tahun", "(45)", "aged 45", "45-year-old".
  private func age(in sentence: Range<Int>, _ reader: DateReader) -> (Int, Range<Int>)? {
    let tokens = tagged.text.tokens
    var found: (Int, Range<Int>)?
    for index in sentence {
      var age: Int?
      if tokens[index].kind == .number, let value = reader.number(index, digits: 1...3) {
        let isNamed = index > sentence.lowerBound && tagged.has(index - 1, .age)
        let isBracketed =
          index > sentence.lowerBound + 1 && index + 1 < sentence.upperBound
          && tokens[index - 1].kind == .bracket && tokens[index + 1].kind == .bracket
          && tokens[index - 2].isCapitalised
        if isNamed || isBracketed { age = value }
      } else if tokens[index].kind == .word {
        age = yearOld(tokens[index])
      }
      guard let age, age < 120 else { continue }
      if found != nil { return nil }
      found = (age, index..<index + 1)
    }
    return found
  }

  /// The number of "45-year-old", or nil.
  private func yearOld(_ token: Token) -> Int? {
    var value = 0
    var offset = Int(token.start)
    while offset < Int(token.end), tagged.text.bytes[offset] &- UInt8(ascii: "0") < 10,
      value < 1_000
    {
      value = value * 10 + Int(tagged.text.bytes[offset] - UInt8(ascii: "0"))
      offset += 1
    }
    let rest = tagged.text.bytes[offset..<Int(token.end)]
    return offset > Int(token.start) && rest.elementsEqual("-year-old".utf8) ? value : nil
  }
}
