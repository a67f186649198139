import ClaimModel

/// The short full form of an organisation's name.
///
/// "Badan Pengairan Daerah (BPD) Lembayung" is "BPD Lembayung": an acronym in brackets stands for the words before it
/// whose letters it is made of. Brackets that abbreviate nothing are left out.
struct OrganisationName {
  let tagged: TaggedText

  /// The short form of the name at `range`.
  func short(_ range: Range<Int>) -> String {
    let tokens = tagged.text.tokens
    guard
      let open = range.first(where: { tokens[$0].kind == .bracket }), open + 2 < range.upperBound,
      tokens[open + 2].kind == .bracket, tokens[open + 1].isCapitalised
    else { return tagged.text.string(range) }
    var parts: [String] = []
    let start = expansion(before: open, in: range)
    if let start, !isCompany(range.lowerBound), !tagged.has(start, [.place, .locative]),
      !tagged.text.string(open + 1..<open + 2).hasPrefix("Kemen")
    {
      if start > range.lowerBound { parts.append(tagged.text.string(range.lowerBound..<start)) }
      parts.append(tagged.text.string(open + 1..<open + 2))
    } else {
      parts.append(tagged.text.string(range.lowerBound..<open))
    }
    if open + 3 < range.upperBound { parts.append(tagged.text.string(open + 3..<range.upperBound)) }
    return parts.joined(separator: " ")
  }

  /// Where the words begin that the acronym behind a bracket at `open` stands for; nil where it abbreviates nothing.
  func expansion(before open: Int, in range: Range<Int>) -> Int? {
    expansionStart(range.lowerBound..<open, letters(open + 1))
  }

  private func isCompany(_ index: Int) -> Bool {
    let form = tagged.text.tokens[index].form
    return form == Form("pt") || form == Form("cv")
  }

  /// The last word before the bracket from which on the words spell the acronym.
  private func expansionStart(_ range: Range<Int>, _ acronym: [UInt8]) -> Int? {
    guard let first = acronym.first else { return nil }
    for start in range.reversed() where letters(start).first == first {
      var rest = acronym[...]
      for index in start..<range.upperBound {
        for letter in letters(index) where rest.first == letter { rest = rest.dropFirst() }
      }
      if rest.isEmpty { return start }
    }
    return nil
  }

  private func letters(_ index: Int) -> [UInt8] {
    tagged.text.bytes[tagged.text.tokens[index].span.range].compactMap {
      let lowered = $0 | 0x20
      return lowered &- 0x61 < 26 ? lowered : nil
    }
  }
}
