/// The group of each known word: what kind of verb or function word it is, and in which form it stands.
///
/// A group's number holds its class in the upper bits and the pattern of the form in the lowest four, so that features
/// can look at both or at one alone. 0 is the group of unknown words.
package struct WordGroups: Sendable {
  /// The words' forms, cut to 32 bits, ascending.
  package let forms: [UInt32]
  /// Their groups.
  package let groups: [UInt16]
  private let slots: [UInt64]
  private let mask: Int

  /// Makes the groups of some words; of a word named twice the first group counts.
  package init(_ words: [(form: UInt32, group: UInt16)]) {
    var size = 64
    while size < words.count * 2 { size *= 2 }
    mask = size - 1
    var slots = [UInt64](repeating: 0, count: size)
    var kept: [(form: UInt32, group: UInt16)] = []
    for word in words where word.form != 0 {
      var slot = Int(word.form) & mask
      while slots[slot] != 0, UInt32(slots[slot] >> 32) != word.form { slot = (slot + 1) & mask }
      guard slots[slot] == 0 else { continue }
      slots[slot] = UInt64(word.form) << 32 | UInt64(word.group)
      kept.append(word)
    }
    kept.sort { $0.form < $1.form }
    forms = kept.map(\.form)
    groups = kept.map(\.group)
    self.slots = slots
  }

  /// The group of a form, 0 for an unknown one.
  @inline(__always)
  package func group(of form: Form) -> UInt16 {
    let key = Self.key(form)
    var slot = Int(key) & mask
    while slots[slot] != 0 {
      if UInt32(slots[slot] >> 32) == key { return UInt16(truncatingIfNeeded: slots[slot]) }
      slot = (slot &+ 1) & mask
    }
    return 0
  }

  /// The 32 bits of a form that words are known by.
  package static func key(_ form: Form) -> UInt32 { UInt32(truncatingIfNeeded: form.rawValue) }
}
