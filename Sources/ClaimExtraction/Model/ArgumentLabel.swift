/// What a token is to one cue.
package enum ArgumentLabel: Int, Sendable, CaseIterable {
  /// Nothing.
  case outside
  /// The first word of a piece of content, of two or more.
  case contentFirst
  /// A word inside a piece of content.
  case contentInside
  /// The last word of a piece of content, of two or more.
  case contentLast
  /// A piece of content by itself.
  case contentOnly
  /// The first word of the source.
  case sourceFirst
  /// A later word of the source.
  case sourceInside
  /// A word of the cue that is not its head.
  case cuePart
  /// The cue's head.
  case cue
  /// A cue's head that names the source too: "ujarnya".
  case cueAndSource

  /// The number of labels.
  package static let count = ArgumentLabel.allCases.count

  /// Whether `next` may follow this label.
  package func allows(_ next: ArgumentLabel) -> Bool {
    let opensContent = self == .contentFirst || self == .contentInside
    let continuesContent = next == .contentInside || next == .contentLast
    if opensContent || continuesContent { return opensContent && continuesContent }
    if next == .sourceInside { return self == .sourceFirst || self == .sourceInside }
    return true
  }

  /// Whether only the cue's head may bear it.
  package var isHead: Bool { self == .cue || self == .cueAndSource }
}
