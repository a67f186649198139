package import ClaimModel

/// An attribution as spans only, which is what a finder can see.
///
/// Kind, speaker and flags are added to it afterwards.
package struct FoundAttribution: Hashable, Sendable {
  /// The reported words, one span a piece, in text order; marks and the complementiser left out.
  package var content: [TextSpan]
  /// The words that signal the reporting; empty where quotation marks alone do.
  package var cue: [TextSpan]
  /// The words that name the speaker; the cue's own word for a clitic ("ujarnya"); empty where nobody is named.
  package var mention: [TextSpan]
  /// How sure the finder is, 0 to 1.
  package var confidence: Double

  /// Makes one.
  package init(
    content: [TextSpan],
    cue: [TextSpan] = [],
    mention: [TextSpan] = [],
    confidence: Double = 1
  ) {
    self.content = content
    self.cue = cue
    self.mention = mention
    self.confidence = confidence
  }
}

/// Whatever finds attributions in an analysed text: rules, or a learned model.
///
/// Everything after it (kind, resolved speaker, flags, nesting, findings) is common to all finders.
package protocol AttributionFinder: Sendable {
  /// The attributions of the searched paragraphs, in text order of their content.
  func attributions(in tagged: TaggedText) -> [FoundAttribution]
}
