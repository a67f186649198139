/// Features that tell whether a token is the head of a cue.
package struct CueFeatures: Sendable {
  let text: AnalysedText
  let traits: TraitColumns

  /// Reads from one text and its traits.
  package init(_ text: AnalysedText, _ traits: TraitColumns) {
    self.text = text
    self.traits = traits
  }

  /// Whether a token can be a cue's head at all: a word, a colon or a dash.
  package func isCandidate(_ index: Int) -> Bool {
    let kind = text.tokens[index].kind
    return kind == .word || kind == .colon || kind == .dash
  }

  /// The log-odds of what cannot be a cue.
  package static let never: Float = -20
  /// A word whose own letters give log-odds not above this is no cue, whatever stands round it.
  package static let leastWord: Float = -6

  /// Fills `buffer` with what a word's own letters tell, wherever it stands.
  package func fillWord(_ buffer: inout FeatureBuffer, at index: Int) {
    buffer.removeAll()
    let here = traits[index]
    buffer.add(1, 0)
    buffer.add(2, here.form)
    buffer.add(12, here.suffix)
    buffer.add(13, here.prefix)
    buffer.add(14, joined(here.prefix, here.suffix))
    buffer.add(50, here.group)
    buffer.add(51, here.group >> 4)
    fragments(&buffer, of: text.tokens[index])
  }

  /// Fills `buffer` with what the words round the one at `index` tell.
  package func fillContext(_ buffer: inout FeatureBuffer, at index: Int) {
    buffer.removeAll()
    let here = traits[index]
    let before = traits[index - 1]
    let before2 = traits[index - 2]
    let after = traits[index + 1]
    let after2 = traits[index + 2]
    let quotes = quotesAround(index, text.sentences[Int(here.sentence)])
    buffer.add(3, before.form)
    buffer.add(4, after.form)
    buffer.add(5, before2.form)
    buffer.add(6, after2.form)
    buffer.add(9, here.look)
    buffer.add(10, joined(before.look, after.look))
    buffer.add(11, joined(joined(before2.look, before.look), joined(after.look, after2.look)))
    buffer.add(15, joined(here.place, here.quote))
    buffer.add(16, quotes)
    buffer.add(17, joined(here.form, quotes))
    buffer.add(18, joined(here.form, here.quote))
    buffer.add(21, joined(joined(here.prefix, here.suffix), after.look))
    buffer.add(24, joined(before2.form, before.form))
    buffer.add(25, joined(here.suffix, joined(before.look, after.look)))
    buffer.add(26, joined(here.suffix, quotes))
    buffer.add(27, joined(before.suffix, here.suffix))
    buffer.add(28, joined(here.suffix, after.suffix))
    buffer.add(52, joined(here.group, after.category))
    buffer.add(53, joined(here.group, before.category))
    buffer.add(54, joined(here.category, joined(before.category, after.category)))
    buffer.add(55, joined(here.group, quotes))
    buffer.add(56, joined(here.category, joined(before2.category, before.category)))
    buffer.add(57, joined(here.category, joined(after.category, after2.category)))
    buffer.add(61, joined(before.category, after.category))
    buffer.add(70, here.classes)
    buffer.add(71, joined(here.classes, before.classes))
    buffer.add(72, joined(here.classes, after.classes))
    buffer.add(73, joined(here.group, joined(before.classes, before.look)))
    buffer.add(74, joined(here.group, joined(after.classes, after.look)))
    let subject = traits.subject(index)
    let subjectLook = joined(subject.classes, subject.look)
    buffer.add(76, joined(here.group, subjectLook))
    buffer.add(77, joined(here.suffix, subjectLook))
    buffer.add(78, joined(here.group, subject.form))
    let object = traits.object(index)
    let objectLook = joined(object.classes, object.look)
    buffer.add(80, joined(here.group, joined(object.category, object.look)))
    buffer.add(81, joined(here.group, joined(objectLook, subjectLook)))
    buffer.add(82, joined(here.suffix, joined(objectLook, subjectLook)))
    buffer.add(83, joined(here.prefix, subjectLook))
    buffer.add(
      84,
      joined(joined(traits[index - 3].look, before2.look), joined(before.look, here.look))
    )
    buffer.add(85, joined(here.group, joined(before2.category, before.category)))
    buffer.add(86, joined(here.group, joined(after.category, after2.category)))
    buffer.add(87, joined(here.form, joined(after.look, after2.look)))
  }

  /// Which quotation marks the sentence has before and after the token, and whether they touch it.
  private func quotesAround(_ index: Int, _ sentence: Range<Int>) -> UInt64 {
    var near: UInt64 = 0
    if index > sentence.lowerBound {
      var at = index - 1
      while at > sentence.lowerBound, index - at < 12, text.tokens[at].kind != .closeQuote {
        at -= 1
      }
      if text.tokens[at].kind == .closeQuote {
        near |= index - at <= 1 ? 1 : index - at <= 4 ? 2 : 3
      }
    }
    var at = index + 1
    while at < sentence.upperBound, at - index < 12 {
      if text.tokens[at].kind == .openQuote {
        near |= at - index <= 2 ? 4 : 8
        break
      }
      at += 1
    }
    return near << 4 | traits[index].quote
  }

  /// The runs of four and five bytes of a word: words of one root share them whatever their affixes are.
  private func fragments(_ buffer: inout FeatureBuffer, of token: Token) {
    guard token.kind == .word else { return }
    let start = Int(token.start)
    let end = min(Int(token.end), start + 24)
    guard end - start >= 4 else { return }
    var window: UInt64 = 0
    for at in start..<end {
      let byte = text.bytes[at]
      window = window << 8 | UInt64(byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte)
      if at >= start + 3 { buffer.add(40, window & 0xFFFF_FFFF) }
      if at >= start + 4 { buffer.add(41, window & 0xFF_FFFF_FFFF) }
    }
  }
}
