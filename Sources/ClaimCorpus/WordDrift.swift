/// How one telling of a statement differs from another, word by word.
public struct WordDrift: Hashable, Sendable {
  /// A stretch of words.
  public enum Piece: Hashable, Sendable {
    /// Both have it.
    case same(String)
    /// Only the first has it.
    case gone(String)
    /// Only the second has it.
    case new(String)
  }

  /// The pieces, in the order of the second telling.
  public let pieces: [Piece]

  /// Compares two tellings; beyond 1,000 words they are shown as wholly different.
  public init(from old: String, to new: String) {
    let left = old.split(whereSeparator: \.isWhitespace)
    let right = new.split(whereSeparator: \.isWhitespace)
    guard left.count <= 1_000, right.count <= 1_000 else {
      pieces = [.gone(old), .new(new)]
      return
    }
    // The longest common subsequence: lengths[i][j] is that of what follows word i and word j.
    var lengths = [[Int]](
      repeating: [Int](repeating: 0, count: right.count + 1),
      count: left.count + 1
    )
    for i in left.indices.reversed() {
      for j in right.indices.reversed() {
        lengths[i][j] =
          left[i] == right[j]
          ? lengths[i + 1][j + 1] + 1 : max(lengths[i + 1][j], lengths[i][j + 1])
      }
    }
    var (i, j) = (0, 0)
    var pieces: [Piece] = []
    var (same, gone, added): ([Substring], [Substring], [Substring]) = ([], [], [])
    func text(_ words: [Substring]) -> String { words.joined(separator: " ") }
    func endChange() {
      if !gone.isEmpty { pieces.append(.gone(text(gone))) }
      if !added.isEmpty { pieces.append(.new(text(added))) }
      (gone, added) = ([], [])
    }
    while i < left.count || j < right.count {
      if i < left.count, j < right.count, left[i] == right[j] {
        endChange()
        same.append(right[j])
        i += 1
        j += 1
        continue
      }
      if !same.isEmpty { pieces.append(.same(text(same))) }
      same = []
      if j == right.count || (i < left.count && lengths[i + 1][j] >= lengths[i][j + 1]) {
        gone.append(left[i])
        i += 1
      } else {
        added.append(right[j])
        j += 1
      }
    }
    if !same.isEmpty { pieces.append(.same(text(same))) }
    endChange()
    self.pieces = pieces
  }

  /// The tellings as one line: `[-gone-] {+new+}`, as git marks words.
  public var description: String {
    pieces.map { piece in
      switch piece {
      case .same(let words): words
      case .gone(let words): "[-\(words)-]"
      case .new(let words): "{+\(words)+}"
      }
    }.joined(separator: " ")
  }
}

extension WordDrift: CustomStringConvertible {}
