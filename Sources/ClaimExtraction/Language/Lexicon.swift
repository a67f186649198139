/// The words and phrases of one language with their classes, looked up by ``Form`` without allocating.
package struct Lexicon: Sendable {
  /// What a word or phrase is.
  package struct Entry: Hashable, Sendable {
    /// Its classes.
    package var classes: WordClass = []
    /// The number it stands for: a weekday, a month, an exponent; 0 for none.
    package var value: Int16 = 0
  }

  /// A phrase of two words or more.
  private struct Phrase: Sendable {
    let rest: [Form]
    var entry: Entry
  }

  private struct Slot: Sendable {
    var form: UInt64
    var entry: Entry
    /// The phrases that begin with the word, longest first.
    var phrases: Range<Int32>
  }

  /// Open addressing, a power of two slots, at most half of them taken; form 0 marks a free one.
  private let slots: [Slot]
  private let phrases: [Phrase]

  /// Makes a lexicon from entries of one word or more; entries of the same words are joined.
  init(_ entries: [[Form]: Entry]) {
    var singles: [Form: Entry] = [:]
    var longer: [Form: [Phrase]] = [:]
    for (forms, entry) in entries {
      guard let first = forms.first else { continue }
      if forms.count == 1 {
        singles[first] = entry
      } else {
        if singles[first] == nil { singles[first] = Entry() }
        longer[first, default: []].append(Phrase(rest: Array(forms.dropFirst()), entry: entry))
      }
    }
    var capacity = 16
    while capacity < singles.count * 2 { capacity *= 2 }
    var slots = [Slot](
      repeating: Slot(form: 0, entry: Entry(), phrases: 0..<0),
      count: capacity
    )
    var phrases: [Phrase] = []
    for (form, entry) in singles {
      let found = (longer[form] ?? []).sorted { $0.rest.count > $1.rest.count }
      let range = Int32(phrases.count)..<Int32(phrases.count + found.count)
      phrases += found
      var index = Int(truncatingIfNeeded: form.rawValue) & (capacity - 1)
      while slots[index].form != 0 { index = (index + 1) & (capacity - 1) }
      slots[index] = Slot(form: form.rawValue, entry: entry, phrases: range)
    }
    self.slots = slots
    self.phrases = phrases
  }

  /// What one word is, phrases aside.
  package subscript(form: Form) -> Entry {
    slot(of: form).map { slots[$0].entry } ?? Entry()
  }

  /// What the longest known phrase at `index` is, and how many tokens it has; the phrase ends before `end`.
  package func longest(_ tokens: Span<Token>, at index: Int, end: Int) -> (Entry, length: Int) {
    guard let slot = slot(of: tokens[index].form) else { return (Entry(), 1) }
    for number in slots[slot].phrases {
      let phrase = phrases[Int(number)]
      guard index + phrase.rest.count < end else { continue }
      var offset = 0
      while offset < phrase.rest.count, tokens[index + 1 + offset].form == phrase.rest[offset] {
        offset += 1
      }
      if offset == phrase.rest.count { return (phrase.entry, offset + 1) }
    }
    return (slots[slot].entry, 1)
  }

  @inline(__always)
  private func slot(of form: Form) -> Int? {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: form.rawValue) & mask
    while true {
      let found = slots[index].form
      if found == form.rawValue { return index }
      if found == 0 { return nil }
      index = (index + 1) & mask
    }
  }
}
