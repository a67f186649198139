import ClaimModel

/// Features that tell what a token is to one cue.
///
/// Those of the token alone (``fillStatic(_:token:isAfter:)``) are the same for every cue on one side of it, so their
/// scores are computed once a side; those of token and cue (``fillRelative(_:at:)``) are computed window by window.
package struct ArgumentFeatures: Sendable {
  let text: AnalysedText
  let traits: TraitColumns
  let map: CueMap
  private var window = CueWindowPath()

  /// Reads from one text, its traits and what the first stage says of it.
  package init(_ text: AnalysedText, _ traits: TraitColumns, _ map: CueMap) {
    self.text = text
    self.traits = traits
    self.map = map
  }

  @inline(__always)
  private func level(_ index: Int) -> UInt64 { map.level(index) }

  /// Fills `buffer` with what does not depend on the cue but for its side.
  package func fillStatic(_ buffer: inout FeatureBuffer, token index: Int, isAfter: Bool) {
    buffer.removeAll()
    let side: UInt64 = isAfter ? 1 : 0
    let here = traits[index]
    let before = traits[index - 1]
    let after = traits[index + 1]
    let before2 = traits[index - 2]
    let after2 = traits[index + 2]
    let levelHere = level(index)
    let levels = joined(joined(level(index - 1), levelHere), level(index + 1))
    buffer.add(100 + side, here.form)
    buffer.add(102 + side, before.form)
    buffer.add(104 + side, after.form)
    buffer.add(110 + side, joined(joined(before.look, here.look), after.look))
    buffer.add(112 + side, here.suffix)
    buffer.add(114 + side, joined(joined(before.quote, here.quote), after.quote))
    buffer.add(116 + side, before2.form)
    buffer.add(118 + side, after2.form)
    buffer.add(120 + side, joined(here.look, here.place))
    buffer.add(122 + side, levels)
    buffer.add(124 + side, joined(joined(before2.look, before.look), joined(here.look, after.look)))
    buffer.add(126 + side, joined(joined(before.look, here.look), joined(after.look, after2.look)))
    buffer.add(128 + side, joined(level(index + 2), levels))
    buffer.add(132 + side, joined(before.category, here.category))
    buffer.add(134 + side, joined(here.category, after.category))
    buffer.add(140 + side, joined(joined(before.category, here.category), after.category))
    buffer.add(130 + side, joined(before.place, joined(after.place, here.place)))
    buffer.add(
      144 + side,
      joined(joined(map.speaker(index - 1), map.speaker(index)), map.speaker(index + 1))
    )
    buffer.add(146 + side, joined(map.speaker(index), joined(before.look, after.look)))
    buffer.add(148 + side, joined(joined(before.classes, here.classes), after.classes))
    buffer.add(
      150 + side,
      joined(joined(before.classes, here.classes), joined(before.look, here.look))
    )
    buffer.add(
      152 + side,
      joined(joined(after.classes, here.classes), joined(after.look, here.look))
    )
  }

  /// Looks at another window.
  package mutating func enter(_ cue: CueWindow) {
    window.enter(cue, text, traits, map.levels)
  }

  /// Fills `buffer` with what ties the token at `index` of the window to its cue.
  package func fillRelative(_ buffer: inout FeatureBuffer, at index: Int) {
    buffer.removeAll()
    let head = traits[window.head]
    let here = traits[index]
    let before = traits[index - 1]
    let after = traits[index + 1]
    let isAfter = index > window.head
    if index == window.head {
      fillHead(&buffer)
      return
    }
    let side: UInt64 = isAfter ? 1 : 0
    let step = window.steps[index - window.lower]
    let distance = Self.bucket(index - window.head)
    let near = UInt64(bitPattern: Int64(index - window.head))
    let path = step.signature
    let config = window.config
    let sentences = UInt64(bitPattern: Int64(max(-2, min(2, Int(here.sentence - head.sentence)))))
    let same = UInt64(text.tokens[index].quotation == text.tokens[window.head].quotation ? 1 : 0)
    let cuesHere = joined(level(index), level(index + 1))
    if abs(index - window.head) <= 4 {
      buffer.add(203, joined(head.form, near))
      buffer.add(211, joined(here.form, near))
      buffer.add(213, joined(window.nextForm, near))
      buffer.add(220, joined(head.form, joined(near, here.look)))
      buffer.add(226, joined(head.group, near))
      buffer.add(228, joined(head.group, joined(near, here.category)))
      buffer.add(244, joined(map.speaker(index), joined(near, before.look)))
    }
    buffer.add(200, distance)
    buffer.add(201, joined(distance, here.look))
    buffer.add(202, joined(head.form, joined(side, here.quote)))
    buffer.add(204, joined(path, side))
    buffer.add(205, joined(joined(path, side), joined(before.look, here.look)))
    buffer.add(206, joined(joined(path, side), joined(here.look, after.look)))
    buffer.add(207, joined(joined(config, side), joined(here.quote, same)))
    buffer.add(208, joined(config, joined(path, side)))
    buffer.add(209, joined(sentences, joined(side, joined(here.quote, same))))
    buffer.add(210, joined(sentences, joined(here.place, joined(before.look, here.look))))
    buffer.add(212, joined(joined(UInt64(step.cues), side), cuesHere))
    buffer.add(214, joined(head.suffix, joined(joined(path, side), here.quote)))
    buffer.add(215, joined(head.form, joined(path, side)))
    buffer.add(216, joined(sentences, joined(here.look, after.look)))
    buffer.add(219, joined(UInt64(step.commas), joined(side, after.look)))
    buffer.add(221, joined(config, joined(distance, here.quote)))
    buffer.add(
      223,
      joined(joined(before.quote, after.quote), joined(here.quote, joined(sentences, side)))
    )
    buffer.add(225, joined(head.group, joined(side, here.quote)))
    buffer.add(227, joined(head.group, joined(path, side)))
    buffer.add(232, joined(distance, here.category))
    buffer.add(243, joined(map.speaker(index), joined(joined(path, side), here.look)))
    buffer.add(245, joined(joined(path, side), joined(before.classes, here.classes)))
    buffer.add(246, joined(joined(path, side), joined(here.classes, after.classes)))
    buffer.add(
      224,
      joined(joined(UInt64(step.cues), side), joined(here.look, joined(sentences, path)))
    )
  }

  /// What decides whether the cue is one at all.
  private func fillHead(_ buffer: inout FeatureBuffer) {
    let index = window.head
    let here = traits[index]
    buffer.add(300, 0)
    buffer.add(301, here.form)
    buffer.add(302, here.suffix)
    buffer.add(303, level(index))
    buffer.add(304, window.config)
    buffer.add(305, joined(here.form, window.config))
    buffer.add(306, joined(here.form, traits[index + 1].form))
    buffer.add(307, joined(here.form, traits[index - 1].form))
    buffer.add(308, joined(traits[index - 1].form, traits[index + 1].form))
    buffer.add(309, joined(level(index - 1), joined(level(index), level(index + 1))))
    buffer.add(311, here.group)
    buffer.add(312, joined(here.group, window.config))
    buffer.add(313, joined(here.category, traits[index + 1].category))
    buffer.add(314, joined(here.category, traits[index - 1].category))
    buffer.add(
      315,
      joined(here.category, joined(traits[index - 1].category, traits[index + 1].category))
    )
    buffer.add(
      316,
      joined(here.suffix, joined(traits[index - 1].category, traits[index + 1].category))
    )
    buffer.add(310, here.quote)
    let score = UInt64(bitPattern: Int64((max(-6, min(6, map.scores[index])) * 2).rounded(.down)))
    buffer.add(317, score)
    buffer.add(318, joined(score, window.config))
    buffer.add(324, UInt64(map.elsewhere[index]))
    buffer.add(325, joined(UInt64(map.elsewhere[index]), map.level(index)))
    let subject = traits.subject(index)
    let subjectLook = joined(subject.classes, subject.look)
    let speaker = joined(map.speaker(index - 1), map.speaker(index - 2))
    buffer.add(326, joined(here.group, subjectLook))
    buffer.add(327, joined(here.suffix, subjectLook))
    buffer.add(328, joined(here.form, subjectLook))
    buffer.add(329, joined(speaker, map.level(index)))
    buffer.add(330, joined(speaker, here.group))
    buffer.add(331, joined(speaker, joined(here.prefix, here.suffix)))
    buffer.add(332, joined(map.speaker(index + 1), here.group))
    buffer.add(333, UInt64(Self.place(text.paragraphs[Int(here.paragraph)].kind)))
    buffer.add(334, joined(UInt64(min(3, here.paragraph)), here.place))
  }

  /// Whether a block is a headline, a caption or running text.
  private static func place(_ kind: Block.Kind) -> UInt64 {
    switch kind {
    case .headline, .heading: 1
    case .caption, .listItem: 2
    default: 0
    }
  }

  /// A signed distance: exact up to four tokens, then in doubling steps.
  @inline(__always)
  private static func bucket(_ distance: Int) -> UInt64 {
    let size = abs(distance)
    let step =
      size <= 4
      ? size : size <= 6 ? 5 : size <= 9 ? 6 : size <= 14 ? 7 : size <= 22 ? 8 : size <= 40 ? 9 : 10
    return UInt64(distance < 0 ? step + 16 : step)
  }
}

/// What lies between a cue's head and each token of its window.
struct CueWindowPath: Sendable {
  /// What lies between the head and one token, both left out.
  struct Step: Sendable {
    /// The first marks and cues on the way, as a hash; with how many there are.
    var signature: UInt64 = 0
    var symbols: UInt8 = 0
    var commas: UInt8 = 0
    var cues: UInt8 = 0
  }

  private(set) var head = 0
  private(set) var lower = 0
  private(set) var steps: [Step] = []
  private(set) var config: UInt64 = 0
  private(set) var nextForm: UInt64 = 0

  mutating func enter(
    _ cue: CueWindow,
    _ text: AnalysedText,
    _ traits: TraitColumns,
    _ levels: [UInt8]
  ) {
    head = cue.head
    lower = cue.range.lowerBound
    let count = cue.range.count
    if steps.count < count { steps = Array(repeating: Step(), count: count + 32) }
    var step = Step()
    var at = head + 1
    while at < cue.range.upperBound {
      steps[at - lower] = step
      Self.pass(&step, text.tokens[at], levels[at])
      at += 1
    }
    step = Step()
    at = head - 1
    while at >= lower {
      steps[at - lower] = step
      Self.pass(&step, text.tokens[at], levels[at])
      at -= 1
    }
    nextForm = traits[head + 1].form
    let before = traits[head - 1]
    let after = traits[head + 1]
    config = joined(
      joined(before.look, after.look),
      joined(traits[head].quote, traits[head].place)
    )
    config = joined(config, Self.quotesNear(head, text, traits))
  }

  private static func pass(_ step: inout Step, _ token: Token, _ level: UInt8) {
    var symbol: UInt64 = 0
    switch token.kind {
    case .comma:
      symbol = 1
      if step.commas < 3 { step.commas += 1 }
    case .colon: symbol = 2
    case .openQuote: symbol = 3
    case .closeQuote: symbol = 4
    case .terminator: symbol = 5
    case .word where level >= 3:
      symbol = 7
      if step.cues < 3 { step.cues += 1 }
    default: return
    }
    if step.symbols < 4 {
      step.symbols += 1
      step.signature = joined(step.signature, symbol)
    }
  }

  /// Whether the head's sentence has a quotation before and after the head, and how near.
  private static func quotesNear(
    _ head: Int,
    _ text: AnalysedText,
    _ traits: TraitColumns
  ) -> UInt64 {
    let sentence = text.sentences[Int(traits[head].sentence)]
    var near: UInt64 = 0
    var at = head - 1
    while at >= sentence.lowerBound, head - at < 16 {
      if text.tokens[at].kind == .closeQuote {
        near |= head - at <= 2 ? 1 : 2
        break
      }
      at -= 1
    }
    at = head + 1
    while at < sentence.upperBound, at - head < 16 {
      if text.tokens[at].kind == .openQuote {
        near |= at - head <= 2 ? 4 : 8
        break
      }
      at += 1
    }
    return near
  }
}
