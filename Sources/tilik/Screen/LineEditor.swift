/// A line of text while it is typed.
struct LineEditor {
  private(set) var characters: [Character]
  /// Where the next character goes.
  private(set) var cursor: Int

  init(_ text: String = "") {
    characters = Array(text)
    cursor = characters.count
  }

  var text: String { String(characters) }

  /// What a key does to it; false for one that means something else.
  mutating func press(_ key: Key) -> Bool {
    switch key {
    case .character(let character):
      characters.insert(character, at: cursor)
      cursor += 1
    case .pasted(let text):
      characters.insert(contentsOf: text, at: cursor)
      cursor += text.count
    case .backspace:
      if cursor > 0 {
        cursor -= 1
        characters.remove(at: cursor)
      }
    case .delete, .control("d"):
      if cursor < characters.count { characters.remove(at: cursor) }
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(characters.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end: cursor = characters.count
    case .control("u"):
      characters.removeFirst(cursor)
      cursor = 0
    case .control("k"): characters.removeSubrange(cursor...)
    case .control("w"):
      var start = cursor
      while start > 0, characters[start - 1] == " " { start -= 1 }
      while start > 0, characters[start - 1] != " " { start -= 1 }
      characters.removeSubrange(start..<cursor)
      cursor = start
    default: return false
    }
    return true
  }

  /// The part that fits into so many columns with the cursor in it, and the cursor's column there; a line's end is a sign.
  func window(_ width: Int) -> (text: String, column: Int) {
    var start = cursor
    var used = 0
    while start > 0 {
      let step = Self.columns(characters[start - 1])
      if used + step >= width { break }
      used += step
      start -= 1
    }
    let column = used
    var end = cursor
    while end < characters.count {
      let step = Self.columns(characters[end])
      if used + step >= width { break }
      used += step
      end += 1
    }
    return (String(characters[start..<end].map { $0.isNewline ? Self.lineEnd : $0 }), column)
  }

  private static let lineEnd: Character = "↵"

  private static func columns(_ character: Character) -> Int {
    TextWidth.columns(character.isNewline ? lineEnd : character)
  }
}
