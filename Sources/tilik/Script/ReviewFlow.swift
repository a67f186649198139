import ClaimModel
import ClaimStore
import ReviewWorkflow

/// The review on a whole screen: a claim, the keys that can be pressed, and one question at a time.
///
/// Nothing is half done when it stops: a step is one event, and the next review goes on with the claim that was on the desk.
struct ReviewFlow {
  var session: ReviewSession
  let terminal: RawTerminal
  private let place: ReviewPlace
  var page = ReviewPage()
  /// Claims that were looked at and left.
  private var left: Set<ClaimID> = []
  /// What is said at the bottom.
  var message = ""
  /// The claim that the last step was done to.
  var touched: ClaimID?
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
    case .character("?"):
      page.show(ReviewPage.help(session.desk, width: min(100, terminal.size.columns)))
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

  mutating func similarClaims(to claim: ReviewedClaim?) throws -> [EarlierClaims.Match] {
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

  func offered(on claim: ReviewedClaim) -> [ReviewStep] {
    ReviewStep.all(for: claim, at: session.desk).filter {
      $0.isOffered(on: claim, at: session.desk)
    }
  }
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
