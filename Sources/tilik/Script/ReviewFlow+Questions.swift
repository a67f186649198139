import ClaimModel
import ClaimStore
import ReviewWorkflow
import SourceLookup

/// What is asked before a step; nil where the person went back.
extension ReviewFlow {
  mutating func ask(_ field: ReviewStep.Field, of step: ReviewStep) throws -> String? {
    switch field {
    case .choice(let question, let choices): return screen.choose(question, choices)
    case .line(let question, let initial, let isOptional):
      return answer(question, initial, isOptional, of: step)
    case .text(let question, let initial, let isOptional):
      return answer(question, initial, isOptional, of: step, mayEdit: true)
    case .day(let question, let initial, let isOptional):
      return answer(question, initial, isOptional, of: step) { words in
        CalendarDate(iso8601: words) == nil
          ? say("write the day as 2026-03-10", "tulis harinya seperti 2026-03-10") : nil
      }
    case .source: return try chooseSource()
    case .claim: return chooseClaim(of: step)
    }
  }

  /// Asks for words; what was typed for a step that did not come about is there again.
  private mutating func answer(
    _ question: String,
    _ initial: String,
    _ isOptional: Bool,
    of step: ReviewStep,
    mayEdit: Bool = false,
    problem: (String) -> String? = { _ in nil }
  ) -> String? {
    let draft = "\(step.verb) \(question)"
    let answer = screen.ask(
      question + (isOptional ? say(" (or nothing)", " (boleh kosong)") : ""),
      drafts[draft] ?? initial,
      mayEdit: mayEdit,
      problem: { words in
        if words.contains(where: { $0 != " " }) { return problem(words) }
        return isOptional ? nil : say("a few words are needed here", "di sini perlu beberapa kata")
      }
    )
    switch answer {
    case .words(let words):
      drafts[draft] = words
      return words
    case .back(let words):
      drafts[draft] = words == initial ? nil : words
      return nil
    }
  }

  private mutating func chooseSource() throws -> String? {
    let library = CitationLibrary(try round.desk.store.sources().map(\.source))
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
    let none = say("no source has these words", "tidak ada sumber dengan kata itu")
    let answer = screen.ask(
      say(
        "Source: some words of it; Enter takes the first",
        "Sumber: sebagian katanya; Enter memilih yang pertama"
      ),
      "",
      above: { words in
        let names = found(words).map { Terminal.safe("  \($0.id)  \($0.title)") }
        return names.isEmpty ? ["  \(none)"] : names
      },
      problem: { found($0).isEmpty ? none : nil }
    )
    guard case .words(let words) = answer else { return nil }
    return found(words).first?.id.rawValue
  }

  private mutating func chooseClaim(of step: ReviewStep) -> String? {
    if similar.isEmpty {
      return answer(say("The name of the other claim", "Nama klaim yang lain"), "", false, of: step)
    }
    return screen.choose(
      say("Which claim says the same", "Klaim mana yang sama"),
      ReviewStep.Choice.numbered(similar.map(\.claim)) {
        ("\($0.id.short) “\(Terminal.cut($0.quote, 60))”", $0.id.rawValue)
      }
    )
  }

  /// Turns to a claim by its name or its words.
  mutating func find() throws {
    let answer = screen.ask(say("Words of a claim, or its name", "Bunyi klaim, atau namanya"), "")
    guard case .words(let words) = answer, !words.isEmpty else { return }
    let desk = round.desk
    let isName = words.utf8.count >= 4 && words.lowercased().utf8.allSatisfy(Desk.isHexDigit)
    if isName, let claim = try? desk.claim(named: words) {
      round.open(claim)
      return try showNext()
    }
    var query = ClaimStore.ClaimQuery()
    query.text = words
    query.limit = 10
    let found = try desk.store.claims(query)
    guard let first = found.first else {
      message = say("no claim says “\(words)”", "tidak ada klaim yang berbunyi “\(words)”")
      return
    }
    var wanted = first.id
    if found.count > 1 {
      let question =
        found.count > 9
        ? say("The first nine that say so", "Sembilan pertama yang berbunyi begitu")
        : say("Which one", "Yang mana")
      let chosen = screen.choose(
        question,
        ReviewStep.Choice.numbered(found.prefix(9)) {
          ("\($0.id.short) \(desk.stateLabel($0.state)) “\($0.quote)”", $0.id.rawValue)
        }
      )
      guard let chosen else { return }
      wanted = ClaimID(rawValue: chosen)
    }
    round.open(try desk.claim(wanted))
    try showNext()
  }
}
