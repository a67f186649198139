/// How many columns of a terminal text takes; bold and faint marks take none.
enum TextWidth {
  /// The columns of a character: 2 for East Asian wide ones and emoji, 0 for what only changes its neighbour.
  static func columns(_ character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    if character.unicodeScalars.contains("\u{FE0F}") || scalar.properties.isEmojiPresentation {
      return 2
    }
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF: return 0
    // The wide and fullwidth blocks of Unicode's EastAsianWidth.txt.
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      return 2
    default: break
    }
    return scalar.properties.generalCategory == .nonspacingMark ? 0 : 1
  }

  static func columns(_ text: String) -> Int {
    var width = 0
    var isMark = false
    for character in text {
      if character == "\u{1B}" { isMark = true }
      if !isMark { width += columns(character) }
      if isMark, character == "m" { isMark = false }
    }
    return width
  }

  /// As much of a line as fits; where it is cut, its last column says so.
  static func cut(_ line: String, _ width: Int) -> String {
    guard line.utf8.count > width, columns(line) > width else { return line }
    var shown = ""
    var used = 0
    var isMark = false
    for character in line {
      if character == "\u{1B}" { isMark = true }
      if isMark {
        shown.append(character)
        if character == "m" { isMark = false }
        continue
      }
      let step = columns(character)
      if used + step > width - 1 { continue }
      shown.append(character)
      used += step
    }
    return shown + "…"
  }
}
