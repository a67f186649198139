/// Text broken into lines for a terminal.
enum Paragraph {
  /// Breaks at spaces before a width in columns; a longer word gets a line of its own.
  ///
  /// All lines but the first are indented.
  static func wrapped(_ text: String, width: Int, indent: Int = 0) -> String {
    let margin = String(repeating: " ", count: indent)
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
      (number, line) in
      var lines: [String] = []
      var current = ""
      var used = number == 0 ? 0 : indent
      for word in line.split(separator: " ", omittingEmptySubsequences: false) {
        let columns = TextWidth.columns(String(word))
        if !current.isEmpty, used + 1 + columns > width {
          lines.append(current)
          current = String(word)
          used = indent + columns
        } else {
          used += (current.isEmpty ? 0 : 1) + columns
          current += (current.isEmpty ? "" : " ") + word
        }
      }
      lines.append(current)
      let first = number == 0 || current.isEmpty ? "" : margin
      return first + lines.joined(separator: "\n" + margin)
    }.joined(separator: "\n")
  }
}
