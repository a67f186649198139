import ClaimModel
import ClaimStore
import ReviewWorkflow
import SourceLookup

/// The review on a whole screen: a claim, the keys that can be pressed, and one question at a time.
///
/// Nothing is half done when it stops: a step is one event, and the next review goes on with the claim that was on the desk.
struct ReviewFlow {
  private var session: ReviewSession
  private let terminal: RawTerminal
  private let place: ReviewPlace
  private var page = ReviewPage()
  /// Claims that were looked at and left.
  private var left: Set<ClaimID> = []
  /// What is said at the bottom.
  private var message = ""
  /// The claim that the last step was done to.
  private var touched: ClaimID?
  private var earlier: EarlierClaims?

  init(_ desk: Desk) {
    session = ReviewSession(desk: desk, claim: nil)
    terminal = RawTerminal()
    place = ReviewPlace(desk)
  }

  mutating func run() throws {
    terminal.enter()
    defer { terminal.leave() }
    if let id = place.read(), let claim = try? session.desk.claim(id) {
      try open(claim)
    } else {
      try turnToNext()
    }
    draw()
    while true {
      switch terminal.next() {
      case .ended: return
      case .resized: break
      case .key(let key):
        guard try press(key) else { return }
      }
      draw()
    }
  }

  // MARK: - Keys

  /// Does what a key stands for; false to stop.
  private mutating func press(_ key: Key) throws -> Bool {
    message = ""
    let height = pageHeight
    switch key {
    case .character("q"), .control("c"), .control("d"): return false
    case .control("z"): terminal.suspend()
    case .character(" "), .pageDown, .control("f"): page.scroll(by: height - 2, height)
    case .character("b"), .pageUp, .control("b"): page.scroll(by: 2 - height, height)
    case .down: page.scroll(by: 1, height)
    case .up: page.scroll(by: -1, height)
    case .home: page.scroll(by: -page.lines.count, height)
    case .end: page.scroll(by: page.lines.count, height)
    case .character("?"): page.show(ReviewPage.help(session.desk))
    case .character("h"), .control("l"): try showClaim()
    case .character("j"): try skip()
    case .character("o"): try find()
    case .character("u"): try undo()
    case .character(let letter): try step(letter)
    case .escape, .enter: try showClaim()
    default: break
    }
    return true
  }

  private mutating func skip() throws {
    if let claim = session.claim { left.insert(claim.claim.id) }
    try turnToNext()
  }

  /// Asks what a step needs, and does it.
  private mutating func step(_ letter: Character) throws {
    guard let claim = session.claim,
      let step = offered(on: claim).first(where: { $0.key == letter })
    else {
      message = say(
        "“\(letter)” does nothing here; ? lists the keys",
        "“\(letter)” tidak berlaku; ? menampilkan tombol"
      )
      return
    }
    var words: [String] = []
    for field in step.fields {
      guard let answer = try ask(field, of: step) else {
        message = say("nothing was changed", "tidak ada yang diubah")
        return
      }
      words.append(answer)
    }
    // Optional words at the end that were left empty are left out; in between they stay.
    while let last = words.last, last.isEmpty { words.removeLast() }
    if step.verb == "weigh" { words = ReviewStep.weighed(words) }
    guard let form = ScriptForm.all.first(where: { $0.verb == step.verb }),
      form.counts.contains(words.count), let line = form.read(words)
    else {
      message =
        ScriptFault.usage(
          ScriptForm.all.first { $0.verb == step.verb }?.usage ?? step.verb
        ).text
      return
    }
    try perform(line)
  }

  private mutating func perform(_ line: ScriptLine) throws {
    guard let before = session.claim else { return }
    do {
      guard case .done(let event) = try session.perform(line), let after = session.claim else {
        return
      }
      touched = after.claim.id
      message =
        StepLine.consequence(from: before, to: after)
        ?? say(
          "\(EventWording.name(event.content.type)); u takes it back",
          "\(EventWording.name(event.content.type)); u membatalkannya"
        )
      if after.state != before.state, !isMine(after) {
        let told = "\(after.claim.id.short) → \(session.desk.stateLabel(after.state)). " + message
        left.insert(after.claim.id)
        try turnToNext()
        message = told
      } else {
        try showClaim()
      }
    } catch {
      guard let failure = Failure(error), failure.code != .integrity else { throw error }
      message = failure.message
      session.claim = try session.desk.claim(before.claim.id)
      page.replace(lines(), pageHeight)
    }
  }

  /// Whether the actor would go on with the claim at once.
  private func isMine(_ claim: ReviewedClaim) -> Bool {
    let workflow = session.desk.workflow
    let isOwn = claim.owner == session.desk.actor
    return isOwn && workflow.transition(for: "submitted", in: claim.state) != nil
      || workflow.transition(for: "published", in: claim.state) != nil
  }

  /// Takes back the last step of this review, on whatever claim it was.
  private mutating func undo() throws {
    if let touched, touched != session.claim?.claim.id {
      session.claim = try session.desk.claim(touched)
      left.remove(touched)
    }
    guard session.claim != nil else { return }
    try perform(.undo)
    if let claim = session.claim { try open(claim) }
  }

  private mutating func find() throws {
    guard
      let words = prompt(
        say("Words of a claim, or its name", "Bunyi klaim, atau namanya"),
        LineEditor()
      )?.0, !words.isEmpty
    else { return }
    do {
      let desk = session.desk
      let isName = words.utf8.count >= 4 && words.utf8.allSatisfy(Desk.isHexDigit)
      try open(
        isName
          ? (try? desk.claim(named: words)) ?? desk.claim(saying: words) : desk.claim(saying: words)
      )
    } catch {
      guard let failure = Failure(error), failure.code != .integrity else { throw error }
      message = failure.message
    }
  }

  // MARK: - Questions

  private mutating func ask(_ field: ReviewStep.Field, of step: ReviewStep) throws -> String? {
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
  private func prompt(
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

  // MARK: - What is on the desk

  private mutating func turnToNext() throws {
    session.claim = nil
    if let entry = try session.desk.queue(limit: 1, skipping: left).first {
      message = "\(QueueWording.name(entry.step)): \(entry.reasons.joined(separator: ", "))"
      try open(session.desk.claim(entry.claim.id), keepingMessage: true)
    } else {
      place.write(nil)
      page.show([
        "", say("Nothing is left to do.", "Tidak ada lagi yang perlu dikerjakan."), "",
        say("o opens any claim, q ends.", "o membuka klaim mana pun, q berhenti."),
      ])
    }
  }

  private mutating func open(_ claim: ReviewedClaim, keepingMessage: Bool = true) throws {
    session.claim = claim
    place.write(claim.claim.id)
    try showClaim()
  }

  private mutating func showClaim() throws {
    if let claim = session.claim { session.claim = try session.desk.claim(claim.claim.id) }
    if session.claim != nil { _ = try similarClaims(to: session.claim) }
    page.show(lines())
  }

  private mutating func similarClaims(to claim: ReviewedClaim?) throws -> [EarlierClaims.Match] {
    guard let claim else { return [] }
    if earlier == nil { earlier = try EarlierClaims(session.desk) }
    return earlier?.like(claim.claim) ?? []
  }

  private func lines() -> [String] {
    guard let claim = session.claim else { return page.lines }
    let document = try? session.desk.store.document(claim.claim.document)
    return ReviewPage.lines(
      claim,
      document,
      similar: earlier?.like(claim.claim) ?? [],
      at: session.desk,
      width: min(100, terminal.size.columns)
    )
  }

  private func offered(on claim: ReviewedClaim) -> [ReviewStep] {
    ReviewStep.all(for: claim, at: session.desk).filter {
      $0.isOffered(on: claim, at: session.desk)
    }
  }

  // MARK: - The screen

  /// Two lines of keys, one for what is said, one above.
  private var pageHeight: Int { max(3, terminal.size.rows - 4) }

  private func draw(bottom: [String]? = nil, cursor: Int? = nil) {
    let size = terminal.size
    let below = bottom ?? ([Terminal.safe(message)] + keyLines(size.columns))
    let height = max(1, size.rows - below.count - 1)
    let rule = String(repeating: "─", count: size.columns)
    var lines = page.visible(height)
    lines += Array(repeating: "", count: max(0, height - lines.count))
    let row = height + 1 + below.count - 2
    terminal.draw(
      lines + [page.isWhole(height) ? rule : more(rule)] + below,
      cursor: cursor.map { (row, $0) }
    )
  }

  private func more(_ rule: String) -> String {
    let hint = say(" Space: more ", " Spasi: lanjut ")
    return String(rule.dropLast(hint.count + 2)) + hint + "──"
  }

  private func keyLines(_ width: Int) -> [String] {
    var items: [String] = []
    if let claim = session.claim {
      items = offered(on: claim).compactMap { step in
        step.key.map { "\(bold(String($0))) \(step.name)" }
      }
      items.append("\(bold("j")) \(say("next", "berikut"))")
    }
    items.append("\(bold("o")) \(say("open", "buka"))")
    if touched != nil { items.append("\(bold("u")) \(say("undo", "batal"))") }
    items += ["\(bold("?")) \(say("help", "bantuan"))", "\(bold("q")) \(say("quit", "keluar"))"]
    var lines = [""]
    for item in items {
      let gap = lines[lines.count - 1].isEmpty ? "" : "   "
      if TextWidth.columns(lines[lines.count - 1] + gap + item) > width,
        !lines[lines.count - 1].isEmpty
      {
        lines.append(item)
      } else {
        lines[lines.count - 1] += gap + item
      }
    }
    return lines
  }

  private static var wayBack: String { say("Esc goes back", "Esc kembali") }

  private func bold(_ text: String) -> String { Terminal.bold(text) }
}

extension ReviewStep {
  /// The words of `weigh`: harm, reach, a day or a dash, a reason.
  static func weighed(_ words: [String]) -> [String] {
    var words = words
    while words.count < 3 { words.append("-") }
    if words[2].isEmpty { words[2] = "-" }
    return words
  }
}
