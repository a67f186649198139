import ClaimModel
import ClaimStore
import ReviewWorkflow

/// The review on a whole screen: a claim, the keys that can be pressed, and one question at a time.
struct ReviewFlow {
  var round: ReviewRound
  var screen = ReviewScreen()
  /// What is said at the bottom.
  var message = ""
  /// What was typed for a step that did not come about, by the question.
  var drafts: [String: String] = [:]
  private var subject = Subject.claim
  private var earlier: EarlierClaims?

  /// What the page shows.
  private enum Subject {
    case claim
    case help
  }

  init(_ desk: Desk) { round = ReviewRound(desk) }

  mutating func run() throws {
    screen.enter()
    defer { screen.leave() }
    message = try round.begin() ?? ""
    try showClaim()
    var columns = screen.columns
    while true {
      if screen.columns != columns {
        columns = screen.columns
        screen.page.replace(lines(), screen.height(over: below))
      }
      screen.draw(below)
      switch screen.next() {
      case .ended: return
      case .resized: break
      case .key(let key):
        guard try press(key) else { return }
      }
    }
  }

  // MARK: - Keys

  /// Does what a key stands for; false to stop.
  private mutating func press(_ key: Key) throws -> Bool {
    let height = screen.height(over: below)
    if let step = ReviewPage.scroll(key, height, screen.page.lines.count) {
      screen.page.scroll(by: step, height)
      return true
    }
    message = ""
    switch key {
    case .pasted:
      // Each letter would be a step of its own.
      message = say(
        "pasted text is taken where words are asked for",
        "tempelan hanya diterima saat diminta kata"
      )
    case .character("q"), .control("c"), .control("d"): return false
    case .control("z"): screen.suspend()
    case .character("?"): show(.help)
    case .character("h"), .control("l"), .escape, .enter: try showClaim()
    case .character("j"):
      message = try round.skip() ?? ""
      try showNext()
    case .character("o"): try find()
    case .character("u"): try perform(.undo)
    case .character(let letter): try step(letter)
    default: break
    }
    return true
  }

  /// Asks what a step needs, and does it.
  private mutating func step(_ letter: Character) throws {
    guard let claim = round.claim,
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
        if message.isEmpty { message = nothingChanged }
        return
      }
      words.append(answer)
    }
    guard let form = ScriptForm.of(step.verb), let line = form.read(step.words(words)) else {
      message = ScriptFault.usage(ScriptForm.of(step.verb)?.usage ?? step.verb).text
      return
    }
    try perform(line)
  }

  private var nothingChanged: String {
    drafts.isEmpty
      ? say("nothing was changed", "tidak ada yang diubah")
      : say(
        "nothing was changed; what you typed is kept as long as this claim is here",
        "tidak ada yang diubah; ketikan Anda disimpan selama klaim ini di sini"
      )
  }

  private mutating func perform(_ line: ScriptLine) throws {
    let before = round.claim?.claim.id
    let shown = subject == .claim ? before : nil
    do {
      guard case .done(let step) = try round.perform(line) else { return }
      drafts = [:]
      let told =
        StepLine.consequence(from: step.before, to: step.after)
        ?? say(
          "\(EventWording.name(step.event.content.type)); u takes it back",
          "\(EventWording.name(step.event.content.type)); u membatalkannya"
        )
      guard step.isOutOfHand else {
        message = told
        guard step.after.claim.id == shown else { return try showClaim() }
        return screen.page.replace(lines(), screen.height(over: below))
      }
      _ = try round.turnToNext()
      try showNext()
      message =
        "\(step.after.claim.id.short) → \(round.desk.stateLabel(step.after.state)). " + told
    } catch {
      guard let failure = Failure(error), failure.code != .integrity else { throw error }
      message = failure.message
      // What was typed for one claim is not offered for another.
      guard round.claim?.claim.id == before else { return try showNext() }
      guard round.claim?.claim.id == shown else { return try showClaim() }
      screen.page.replace(lines(), screen.height(over: below))
    }
  }

  // MARK: - The page

  mutating func showClaim() throws {
    try round.refresh()
    if earlier == nil, round.claim != nil { earlier = try EarlierClaims(round.desk) }
    show(.claim)
  }

  /// Shows a claim that was not on the desk before.
  mutating func showNext() throws {
    drafts = [:]
    try showClaim()
  }

  private mutating func show(_ subject: Subject) {
    self.subject = subject
    screen.page.show(lines())
  }

  private func lines() -> [String] {
    if subject == .help { return ReviewPage.help(width: screen.columns) }
    guard let claim = round.claim else {
      let emptiness = (try? round.emptiness()) ?? ""
      return [
        "", emptiness, "",
        say("o opens any claim, q ends.", "o membuka klaim mana pun, q berhenti."),
      ]
    }
    return ReviewPage.lines(
      claim,
      try? round.desk.store.document(claim.claim.document),
      similar: similar,
      at: round.desk,
      width: min(100, screen.columns)
    )
  }

  /// Earlier claims that say what this one says.
  var similar: [EarlierClaims.Match] {
    round.claim.flatMap { earlier?.like($0.claim) } ?? []
  }

  private func offered(on claim: ReviewedClaim) -> [ReviewStep] {
    ReviewStep.all(for: claim, at: round.desk).filter {
      $0.isOffered(on: claim, at: round.desk)
    }
  }

  /// What was said, and the keys that can be pressed.
  private var below: [String] {
    var items: [String] = []
    func add(_ key: String, _ name: String) { items.append("\(Terminal.bold(key)) \(name)") }
    if let claim = round.claim {
      for step in offered(on: claim) { if let key = step.key { add(String(key), step.name) } }
    }
    add("j", say("next", "berikut"))
    add("o", say("open", "buka"))
    if round.touched != nil { add("u", say("undo", "batal")) }
    add("?", say("help", "bantuan"))
    add("q", say("quit", "keluar"))
    let keys = screen.rows(items)
    return screen.notice(message, over: keys) + keys
  }
}
