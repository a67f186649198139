import ClaimModel
import ClaimStore
import ReviewWorkflow

/// The part of the review's screen that is read: lines, of which a window is shown.
struct ReviewPage {
  private(set) var lines: [String] = []
  private var top = 0

  mutating func show(_ lines: [String]) {
    self.lines = lines
    top = 0
  }

  /// Puts other lines in, and stays where one is.
  mutating func replace(_ lines: [String], _ height: Int) {
    self.lines = lines
    scroll(by: 0, height)
  }

  mutating func scroll(by step: Int, _ height: Int) {
    top = max(0, min(top + step, lines.count - height))
  }

  /// By how many lines a key scrolls; nil where it is not for that.
  static func scroll(_ key: Key, _ height: Int, _ count: Int) -> Int? {
    switch key {
    case .character(" "), .pageDown, .control("f"): return max(1, height - 2)
    case .character("b"), .pageUp, .control("b"): return min(-1, 2 - height)
    case .down: return 1
    case .up: return -1
    case .home: return -count
    case .end: return count
    default: return nil
    }
  }

  func visible(_ height: Int) -> [String] { Array(lines.dropFirst(top).prefix(height)) }

  /// Whether the last line is in sight.
  func isWhole(_ height: Int) -> Bool { top + height >= lines.count }
}

extension ReviewPage {
  /// A claim with everything a reviewer needs to know about it.
  static func lines(
    _ claim: ReviewedClaim,
    _ document: StoredDocument?,
    similar: [EarlierClaims.Match],
    at desk: Desk,
    width: Int
  ) -> [String] {
    var text = ClaimView(claim: claim, document: document, desk: desk, width: width).text
    if !similar.isEmpty {
      text +=
        "\n" + Terminal.bold(say("Earlier claims like this", "Klaim terdahulu yang mirip")) + "\n"
      for match in similar {
        let line = ListCommand.line(match.claim, desk)
        text += "  " + Paragraph.wrapped(line, width: width - 4, indent: 4) + "\n"
      }
    }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// All keys, and the words that do the same in a script.
  static func help(width: Int) -> [String] {
    let title = say(
      "Keys; each is also a word of `tilik review --script` and a command of its own",
      "Tombol; masing-masing juga kata dalam `tilik review --script` dan perintah sendiri"
    )
    var lines = rows(title, width).map(Terminal.bold) + [""]
    for form in ScriptForm.all where !["at", "as", "triage"].contains(form.verb) {
      let padding = String(repeating: " ", count: max(1, 9 - form.verb.count))
      lines += rows(
        "  \(Terminal.bold(form.key))  \(form.verb)\(padding)\(form.meaning)",
        width,
        indent: 14
      )
    }
    let movement = say(
      "Space, b, arrows: scroll · Ctrl-Z: out for a moment · Esc: back",
      "Spasi, b, panah: gulir · Ctrl-Z: keluar sebentar · Esc: kembali"
    )
    return lines + [""] + rows("  " + movement, width, indent: 2)
  }

  private static func rows(_ text: String, _ width: Int, indent: Int = 0) -> [String] {
    Paragraph.wrapped(text, width: width, indent: indent).split(separator: "\n").map(String.init)
  }
}
