import ReviewWorkflow

/// The terminal as a review uses it: a page to read above a rule, and below it the keys or one question.
struct ReviewScreen {
  private let terminal = RawTerminal()
  var page = ReviewPage()

  var columns: Int { terminal.size.columns }

  func enter() { terminal.enter() }
  func leave() { terminal.leave() }
  func suspend() { terminal.suspend() }
  func next() -> RawTerminal.Input { terminal.next() }

  // MARK: - Drawing

  /// How many lines of the page are in sight over so many others.
  func height(over below: [String]) -> Int { max(1, terminal.size.rows - below.count - 1) }

  /// Draws the page, and lines below it; the cursor stands in the last but one of them.
  func draw(_ below: [String], cursor: Int? = nil) {
    let height = height(over: below)
    let rule = String(repeating: "─", count: columns)
    var lines = page.visible(height)
    lines += Array(repeating: "", count: max(0, height - lines.count))
    terminal.draw(
      lines + [page.isWhole(height) ? rule : more(rule)] + below,
      cursor: cursor.map { (height + below.count - 1, $0) }
    )
  }

  private func more(_ rule: String) -> String {
    let hint = say(" Space: more ", " Spasi: lanjut ")
    return String(rule.dropLast(hint.count + 2)) + hint + "──"
  }

  /// Text for below the page, in a few lines as wide as the screen; the lines below it must stay in sight.
  func notice(_ text: String, over below: [String]) -> [String] {
    let lines = Paragraph.wrapped(Terminal.safe(text), width: columns)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return Array(lines.prefix(max(1, min(5, terminal.size.rows - below.count - 2))))
  }

  /// Puts short items side by side, in as many lines as it takes.
  func rows(_ items: [String]) -> [String] {
    var lines: [String] = []
    for item in items {
      if let last = lines.last, TextWidth.columns("\(last)   \(item)") <= columns {
        lines[lines.count - 1] = "\(last)   \(item)"
      } else {
        lines.append(item)
      }
    }
    return lines
  }

  // MARK: - Questions

  /// What came of a question about words.
  enum Answer {
    case words(String)
    /// The person went back; what they had typed.
    case back(String)
  }

  /// Lets the person choose by a single key; nil for Esc.
  ///
  /// A key is taken whether its line is in sight or not; the arrows bring the others there.
  func choose(_ question: String, _ choices: [ReviewStep.Choice]) -> String? {
    let lines = choices.map { "  \(Terminal.bold(String($0.key)))  \(Terminal.safe($0.label))" }
    var warning: String?
    var top = 0
    while true {
      // The question, the rule, the line below and one of the page stay in sight.
      let room = max(1, terminal.size.rows - 4)
      top = max(0, min(top, lines.count - room))
      let back = say("Esc goes back", "Esc kembali")
      let hint = lines.count > room ? "↑ ↓ \(top + 1)–\(top + room)/\(lines.count) · \(back)" : back
      draw([Terminal.bold(question)] + lines.dropFirst(top).prefix(room) + [warning ?? hint])
      let input = next()
      if case .key(let key) = input, choices.allSatisfy({ .character($0.key) != key }),
        let step = ReviewPage.scroll(key, room, lines.count)
      {
        top += step
        warning = nil
        continue
      }
      switch input {
      case .ended, .key(.escape), .key(.control("c")): return nil
      case .key(.character(let letter)):
        if let choice = choices.first(where: { $0.key == letter }) { return choice.value }
        warning = say(
          "press one of the keys above; Esc goes back",
          "tekan salah satu tombol di atas; Esc kembali"
        )
      default: break
      }
    }
  }

  /// Asks for words that hold a rule, until they do.
  ///
  /// `problem` says what is wrong with an answer; nil where nothing is.
  func ask(
    _ question: String,
    _ start: String,
    mayEdit: Bool = false,
    above: (String) -> [String] = { _ in [] },
    problem: (String) -> String? = { _ in nil }
  ) -> Answer {
    var editor = LineEditor(start)
    var warning: String?
    while true {
      let (shown, column) = editor.window(max(10, columns - 2) - 2)
      draw(
        [Terminal.bold(question)] + above(editor.text).prefix(max(0, terminal.size.rows - 5))
          + ["> " + Terminal.safe(shown), warning ?? hint(mayEdit)],
        cursor: column + 2
      )
      switch next() {
      case .ended, .key(.escape), .key(.control("c")): return .back(editor.text)
      case .key(.enter):
        let words = String(editor.text.drop { $0 == " " })
        warning = problem(words)
        if warning == nil { return .words(words) }
      case .key(.control("e")) where mayEdit:
        warning = edit(&editor, question)
        if editor.text.contains(where: \.isNewline), warning == nil { return .words(editor.text) }
      case .key(let key):
        warning = nil
        _ = editor.press(key)
      case .resized: break
      }
    }
  }

  private func hint(_ mayEdit: Bool) -> String {
    let hint = say("Enter done · Esc back", "Enter selesai · Esc kembali")
    guard mayEdit else { return hint }
    return hint
      + say(" · Ctrl-E opens \(TextEditor.name)", " · Ctrl-E membuka \(TextEditor.name)")
  }

  /// Opens the person's own editor on what was typed; gives what went wrong.
  private func edit(_ editor: inout LineEditor, _ question: String) -> String? {
    leave()
    defer { enter() }
    do {
      editor = LineEditor(try TextEditor.edit(editor.text, hint: question))
      return nil
    } catch {
      return Failure(error)?.message ?? "\(error)"
    }
  }
}
