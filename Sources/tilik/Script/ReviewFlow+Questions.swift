import ClaimModel
import ClaimStore
import ReviewWorkflow
import SourceLookup

/// The questions of a step, asked at the foot of the screen one at a time; Esc goes back from each.
extension ReviewFlow {
  /// The answer to a question of a step; nil where the person goes back.
  mutating func ask(_ field: ReviewStep.Field, of step: ReviewStep) throws -> String? {
    switch field {
    case .choice(let question, let choices): return choose(question, choices)
    case .line(let question, let initial, let isOptional):
      return answer(question, initial, isOptional, mayEdit: false)
    case .text(let question, let initial, let isOptional):
      return answer(question, initial, isOptional, mayEdit: true)
    case .source: return try chooseSource()
    case .claim: return try chooseClaim()
    }
  }

  private func choose(_ question: String, _ choices: [ReviewStep.Choice]) -> String? {
    var warning = ""
    while true {
      let lines = choices.map { "  \(bold(String($0.key)))  \($0.label)" }
      draw(bottom: [bold(question)] + lines + [warning.isEmpty ? Self.wayBack : warning])
      switch terminal.next() {
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

  private mutating func answer(
    _ question: String,
    _ initial: String,
    _ isOptional: Bool,
    mayEdit: Bool
  ) -> String? {
    var editor = LineEditor(initial)
    let label = question + (isOptional ? say(" (or nothing)", " (boleh kosong)") : "")
    while true {
      guard let (text, wantsEditor) = prompt(label, editor, mayEdit: mayEdit) else { return nil }
      if wantsEditor {
        terminal.leave()
        do {
          editor = LineEditor(try TextEditor.edit(text, hint: question))
        } catch {
          message = Failure(error)?.message ?? "\(error)"
        }
        terminal.enter()
        if editor.text.contains(where: \.isNewline) { return editor.text }
        continue
      }
      let trimmed = String(text.drop { $0 == " " })
      if isOptional || trimmed.contains(where: { $0 != " " }) { return trimmed }
    }
  }

  /// Lets the person type a line; nil for Esc.
  ///
  /// The second value says that they want an editor.
  func prompt(
    _ question: String,
    _ start: LineEditor,
    mayEdit: Bool = false,
    above: (String) -> [String] = { _ in [] }
  ) -> (String, Bool)? {
    var editor = start
    while true {
      let width = max(10, terminal.size.columns - 2)
      let (shown, column) = editor.window(width - 2)
      let hint =
        mayEdit
        ? say(
          "Enter done · Esc back · Ctrl-E opens \(TextEditor.command)",
          "Enter selesai · Esc kembali · Ctrl-E membuka \(TextEditor.command)"
        )
        : say("Enter done · Esc back", "Enter selesai · Esc kembali")
      draw(
        bottom: [bold(question)] + above(editor.text) + ["> " + Terminal.safe(shown), hint],
        cursor: column + 2
      )
      switch terminal.next() {
      case .ended, .key(.escape), .key(.control("c")): return nil
      case .key(.enter): return (editor.text, false)
      case .key(.control("e")) where mayEdit: return (editor.text, true)
      case .key(let key): _ = editor.press(key)
      case .resized: break
      }
    }
  }

  private mutating func chooseSource() throws -> String? {
    let library = CitationLibrary(try session.desk.store.sources().map(\.source))
    guard !library.sources.isEmpty else {
      message = say(
        "the library is empty; `tilik source add` fills it",
        "pustaka kosong; isi dengan `tilik source add`"
      )
      return nil
    }
    func found(_ words: String) -> [Source] {
      let typed = words.drop { $0 == " " }
      if typed.isEmpty { return Array(library.sources.prefix(5)) }
      if let exact = library.sources.first(where: { $0.id.rawValue == typed }) { return [exact] }
      return library.find(String(typed), limit: 5).map(\.source)
    }
    guard
      let (words, _) = prompt(
        say(
          "Source: some words of it; Enter takes the first",
          "Sumber: sebagian katanya; Enter memilih yang pertama"
        ),
        LineEditor(),
        above: { words in
          let names = found(words).map { Terminal.safe("  \($0.id)  \($0.title)") }
          return names.isEmpty ? [say("  no such source", "  tidak ada sumber itu")] : names
        }
      )
    else { return nil }
    guard let first = found(words).first else {
      message = say("no source has these words", "tidak ada sumber dengan kata itu")
      return nil
    }
    return first.id.rawValue
  }

  private mutating func chooseClaim() throws -> String? {
    guard let claim = session.claim else { return nil }
    let similar = try similarClaims(to: claim)
    if similar.isEmpty {
      return answer(
        say("The name of the other claim", "Nama klaim yang lain"),
        "",
        false,
        mayEdit: false
      )
    }
    return choose(
      say("Which claim says the same", "Klaim mana yang sama"),
      zip("123456789", similar).map { key, match in
        ReviewStep.Choice(
          key: key,
          label: Terminal.safe("\(match.claim.id.short) “\(Terminal.cut(match.claim.quote, 60))”"),
          value: match.claim.id.rawValue
        )
      }
    )
  }
}
