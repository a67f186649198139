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

  /// Open addressing, a power of two slots, at most half of them taken; form 0 marks a free one.
  ///
  /// The forms stand alone because most words are not in the lexicon: a miss reads nothing else.
  private let slots: [UInt64]
  /// What each slot's word is.
  private let entries: [Entry]
  /// The phrases that begin with the word, longest first, for each slot.
  private let ranges: [Range<Int32>]
  private let phrases: [Phrase]

  /// Makes a lexicon of single words and of phrases.
  init(_ words: [Form: Entry], phrases longer: [[Form]: Entry]) {
    var words = words
    var starts: [Form: [Phrase]] = [:]
    for (forms, entry) in longer {
      guard let first = forms.first else { continue }
      if words[first] == nil { words[first] = Entry() }
      starts[first, default: []].append(Phrase(rest: Array(forms.dropFirst()), entry: entry))
    }
    var capacity = 16
    while capacity < words.count * 2 { capacity *= 2 }
    var slots = [UInt64](repeating: 0, count: capacity)
    var entries = [Entry](repeating: Entry(), count: capacity)
    var ranges = [Range<Int32>](repeating: 0..<0, count: capacity)
    var phrases: [Phrase] = []
    for (form, entry) in words {
      var index = Int(truncatingIfNeeded: form.rawValue) & (capacity - 1)
      while slots[index] != 0 { index = (index + 1) & (capacity - 1) }
      slots[index] = form.rawValue
      entries[index] = entry
      guard let found = starts[form]?.sorted(by: { $0.rest.count > $1.rest.count }) else {
        continue
      }
      ranges[index] = Int32(phrases.count)..<Int32(phrases.count + found.count)
      phrases += found
    }
    self.slots = slots
    self.entries = entries
    self.ranges = ranges
    self.phrases = phrases
  }

  /// What one word is, phrases aside.
  package subscript(form: Form) -> Entry {
    slot(of: form).map { entries[$0] } ?? Entry()
  }

  /// What the longest known phrase at `index` is, and how many tokens it has; the phrase ends before `end`.
  package func longest(_ tokens: Span<Token>, at index: Int, end: Int) -> (Entry, length: Int) {
    guard let slot = slot(of: tokens[index].form) else { return (Entry(), 1) }
    for number in ranges[slot] {
      let count = phrases[Int(number)].rest.count
      guard index + count < end else { continue }
      var offset = 0
      while offset < count, tokens[index + 1 + offset].form == phrases[Int(number)].rest[offset] {
        offset += 1
      }
      if offset == count { return (phrases[Int(number)].entry, offset + 1) }
    }
    return (entries[slot], 1)
  }

  @inline(__always)
  private func slot(of form: Form) -> Int? {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: form.rawValue) & mask
    while true {
      let found = slots[index]
      if found == form.rawValue { return index }
      if found == 0 { return nil }
      index = (index + 1) & mask
    }
  }
}
