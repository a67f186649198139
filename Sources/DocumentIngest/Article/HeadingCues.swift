/// What the headings before a block announced.
struct HeadingCues {
  private var last = 0
  private var lastIndex: Int?
  private var comments: Int?
  private var leads: Int?

  /// Four numbers about the headings so far.
  func numbers(at index: Int) -> [Float] {
    [
      lastIndex.map { Float(min(40, index - $0)) } ?? -1,
      Float(last),
      comments.map { Float(min(60, index - $0)) } ?? -1,
      leads.map { Float(min(60, index - $0)) } ?? -1,
    ]
  }

  /// Whether a block is a heading, or so short that it may be one.
  static func mayAnnounce(_ block: PageBlock, _ tag: HTMLTag) -> Bool {
    tag.headingLevel > 1 || block.words <= 5
  }

  /// Looks at a block that may be a heading.
  mutating func see(_ block: PageBlock, _ tag: HTMLTag, _ cues: WordCues, at index: Int) {
    let isHeading = tag.headingLevel > 1
    let isShort = block.words <= 5
    let kind =
      cues.comments > 0 ? 2 : cues.leads > 0 ? 1 : cues.actions > 0 ? 3 : cues.authors > 0 ? 4 : 0
    if isHeading {
      last = kind
      lastIndex = index
    }
    if isShort, cues.comments > 0 { comments = index }
    if isShort, isHeading, cues.leads > 0 { leads = index }
  }
}
