/// Text broken into lines for a terminal.
enum Paragraph {
  /// Breaks at spaces before a width in characters; a longer word gets a line of its own.
  static func wrapped(_ text: String, width: Int, indent: Int = 0) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var lines: [String] = []
      var current = ""
      for word in line.split(separator: " ", omittingEmptySubsequences: false) {
        if !current.isEmpty, current.count + 1 + word.count > width {
          lines.append(current)
          current = String(repeating: " ", count: indent) + word
        } else {
          current += (current.isEmpty ? "" : " ") + word
        }
      }
      lines.append(current)
      return lines.joined(separator: "\n")
    }.joined(separator: "\n")
  }
}
