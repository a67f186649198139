import Foundation

/// The little of LaTeX that stands in entries of BibTeX.
enum LaTeX {
  private static let accents: [Character: Character] = [
    "'": "\u{301}", "`": "\u{300}", "^": "\u{302}", "\"": "\u{308}", "~": "\u{303}", "=": "\u{304}",
    ".": "\u{307}", "u": "\u{306}", "v": "\u{30C}", "H": "\u{30B}", "c": "\u{327}", "k": "\u{328}",
    "r": "\u{30A}", "d": "\u{323}",
  ]
  private static let words: [String: String] = [
    "ss": "ß", "o": "ø", "O": "Ø", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å",
    "l": "ł", "L": "Ł", "i": "i", "j": "j", "textasciitilde": "~", "textasciicircum": "^",
    "textbackslash": "\\", "ldots": "…", "dots": "…", "textendash": "–", "textemdash": "—",
    "textquotesingle": "'", "LaTeX": "LaTeX", "TeX": "TeX",
  ]

  /// The text as a reader sees it: accents composed, braces and commands gone, white space as single spaces.
  static func plain(_ text: String) -> String {
    var out = ""
    var rest = Substring(text)
    while let first = rest.popFirst() {
      switch first {
      case "\\": out += command(&rest)
      case "{", "}": continue
      case "~": out += " "
      case "-" where rest.hasPrefix("--"):
        rest.removeFirst(2)
        out += "—"
      case "-" where rest.hasPrefix("-"):
        rest.removeFirst()
        out += "–"
      case "`" where rest.hasPrefix("`"):
        rest.removeFirst()
        out += "“"
      case "'" where rest.hasPrefix("'"):
        rest.removeFirst()
        out += "”"
      default: out.append(first)
      }
    }
    return out.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      .precomposedStringWithCanonicalMapping
  }

  /// The address inside `\url{…}`.
  static func address(_ text: String) -> String? {
    guard let open = text.firstIndex(of: "{"), text[..<open].hasSuffix("\\url"),
      let close = text.lastIndex(of: "}"), open < close
    else { return text.hasPrefix("http") ? text : nil }
    return String(text[text.index(after: open)..<close])
  }

  /// What a command after its backslash stands for.
  private static func command(_ rest: inout Substring) -> String {
    guard let sign = rest.first else { return "" }
    let name = rest.prefix { $0.isASCII && $0.isLetter }
    if name.count > 1 || accents[sign] == nil {
      if name.isEmpty {
        rest.removeFirst()
        return String(sign)
      }
      rest.removeFirst(name.count)
      if rest.first == " " { rest.removeFirst() }
      return words[String(name)] ?? ""
    }
    rest.removeFirst()
    guard let accent = accents[sign] else { return "" }
    // The letter may be in braces or be a command of its own: \'{e}, \'{\i}.
    let braces = rest.prefix { $0 == "{" || $0 == " " }
    rest.removeFirst(braces.count)
    if rest.first == "\\" { rest.removeFirst() }
    guard let letter = rest.popFirst() else { return "" }
    return String(letter) + String(accent)
  }
}
