import Foundation
import TestSupport
import Testing

@Suite("A tired reviewer", .enabled(if: Tmux.isInstalled, "tmux is not installed"))
struct TiredReviewerTests {
  private func start(_ desk: MarketDesk, _ language: String, _ more: String = "") throws -> Tmux {
    try Tmux(
      desk.tilik,
      "TILIK_LANG=\(language) TILIK_AS=Sari TILIK_NOW=2026-03-13T02:00:00Z \(more) exec '\(Program.url.path)' review"
    )
  }

  private func find(_ words: String, _ terminal: Tmux) throws {
    try terminal.press("o")
    _ = try terminal.screen("> ")
    try terminal.type(words)
    _ = try terminal.screen("> \(words)")
    try terminal.press("Enter")
  }

  @Test("who mistypes a day is told at once, and keeps what was typed")
  func days() throws {
    let desk = try MarketDesk()
    let terminal = try start(desk, "en")
    _ = try terminal.screen("q quit")
    try find("Semua kios", terminal)
    _ = try terminal.screen(desk.claim)
    try terminal.press("t")
    _ = try terminal.screen("Harm if it is false")
    try terminal.press("h")
    _ = try terminal.screen("How many see it")
    try terminal.press("n")
    _ = try terminal.screen("Decide by")
    try terminal.type("tomorrow")
    try terminal.press("Enter")
    let told = try terminal.screen("write the day as")
    #expect(told.contains("write the day as 2026-03-10") && told.contains("> tomorrow"), "\(told)")
    try terminal.press("C-u")
    try terminal.type("2026-03-20")
    try terminal.press("Enter")
    _ = try terminal.screen("Why (or nothing)")
    try terminal.press("Enter")
    #expect(try terminal.screen("→ Queued").contains("\(desk.claim) → Queued"))
    // Undoing it brings back the claim that it was done to.
    try terminal.press("u")
    let back = try terminal.screen("taken back")
    #expect(back.contains("\(desk.claim)  Captured"), "\(back)")
  }

  @Test("who goes back in the middle of an explanation finds it there again")
  func drafts() throws {
    let desk = try MarketDesk()
    try desk.done("Sari", "triage", desk.claim)
    try desk.done("Sari", "take", desk.claim)
    let terminal = try start(desk, "en")
    _ = try terminal.screen("v verdict")
    try terminal.press("v")
    _ = try terminal.screen("Rating")
    try terminal.press("4")
    _ = try terminal.screen("two sentences")
    try terminal.press("Enter")
    #expect(try terminal.screen("a few words").contains("a few words are needed here"))
    try terminal.type("Only 148 of")
    _ = try terminal.screen("Only 148 of")
    try terminal.press("Escape")
    #expect(try terminal.screen("nothing was changed").contains("what you typed is kept"))
    try terminal.press("v")
    _ = try terminal.screen("Rating")
    try terminal.press("4")
    #expect(try terminal.screen("> Only 148 of").contains("> Only 148 of"))
    try terminal.type(" 212 kiosks are mended.")
    try terminal.press("Enter")
    _ = try terminal.screen("verdict; u takes it back")
    let shown = try desk.run("Sari", "show", desk.claim).output
    #expect(shown.contains("Only 148 of 212 kiosks are mended."), "\(shown)")
  }

  @Test("sees every word of a long answer, and every key, in a narrow window")
  func narrow() throws {
    let desk = try MarketDesk()
    try desk.done("Sari", "triage", desk.claim)
    try desk.done("Sari", "take", desk.claim)
    let terminal = try start(desk, "id", "NO_COLOR=1")
    _ = try terminal.screen("s ajukan")
    try terminal.press("s")
    let refused = try terminal.screen("belum bisa")
    let flowing = refused.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for words in ["belum bisa", "perlu putusan", "perlu 2 sumber independen", "--waive"] {
      #expect(flowing.contains(words), "\(words): \(refused)")
    }
    #expect(!refused.contains("…"), "\(refused)")
    try terminal.resize(40, 30)
    usleep(600_000)
    let narrow = try terminal.screen("q keluar")
    // The page is broken anew, not cut.
    #expect(narrow.split(separator: "\n").allSatisfy { $0.count <= 40 }, "\(narrow)")
    #expect(!narrow.contains("…"), "\(narrow)")
    try terminal.resize(40, 12)
    usleep(600_000)
    try terminal.press("End")
    usleep(600_000)
    let end = try terminal.screen("q keluar")
    #expect(!end.contains("Spasi: lanjut"), "the last line cannot be reached: \(end)")
  }

  @Test("is told what is wrong with the editor, and loses nothing")
  func brokenEditor() throws {
    let desk = try MarketDesk()
    let terminal = try start(desk, "en", "EDITOR='/usr/bin/false --wait'")
    _ = try terminal.screen("n note")
    try terminal.press("n")
    _ = try terminal.screen("Ctrl-E opens false")
    try terminal.type("half a thought")
    try terminal.press("C-e")
    let told = try terminal.screen("nothing was taken over")
    #expect(told.contains("ended with an error") && told.contains("> half a thought"), "\(told)")
  }

  @Test("chooses among the claims that say the same words")
  func several() throws {
    let desk = try MarketDesk()
    let terminal = try start(desk, "en")
    _ = try terminal.screen("q quit")
    try find("kios", terminal)
    let asked = try terminal.screen("Which one")
    #expect(asked.contains(desk.claim), "\(asked)")
    let line = try #require(asked.split(separator: "\n").first { $0.contains(desk.claim) })
    let key = try #require(line.split(separator: " ").first)
    try terminal.press(String(key))
    #expect(try terminal.screen("\(desk.claim)  Captured").contains("said by"))
  }

  @Test("line by line gets the same claims in the same order, and takes back what was done last")
  func plain() throws {
    let desk = try MarketDesk()
    try desk.submit()
    // Sari's own claim is not hers to approve.
    let terminal = try Tmux(
      desk.tilik,
      "TILIK_LANG=en TILIK_AS=Sari NO_COLOR=1 exec '\(Program.url.path)' review --plain"
    )
    let first = try terminal.screen("what now?")
    #expect(first.contains("triage: check-worthiness"), "\(first)")
    #expect(!first.contains("In review"), "\(first)")
    try terminal.type(#"drop "not now""#)
    try terminal.press("Enter")
    _ = try terminal.screen("dropped → Dropped")
    usleep(500_000)
    try terminal.type("undo")
    try terminal.press("Enter")
    #expect(try terminal.screen("taken back → Captured").contains("taken back → Captured"))
    try terminal.type("quit")
    try terminal.press("Enter")
    #expect(try terminal.hasEnded())
    struct Listed: Decodable { var state: String }
    #expect(try desk.tilik.json([Listed].self, "list", "--state", "dropped").isEmpty)
  }
}

@Suite("A reviewer's queue")
struct ReviewersQueueTests {
  private struct Queued: Decodable {
    struct Listed: Decodable { var id: String }
    var claim: Listed
    var step: String
  }

  @Test("has what others handed in, however much of one's own stands before it")
  func behindOwn() throws {
    let desk = try MarketDesk()
    try desk.submit()
    for number in 0..<9 {
      try desk.tilik.write(
        "b\(number).txt",
        "Pasar Blok \(number)\n\nDamar Kusnadi mengatakan \(number + 20) kios blok \(number) sudah diperbaiki.\n"
      )
      try desk.done("Endah", "add", "b\(number).txt")
    }
    try desk.tilik.write(
      "mine.txt",
      try desk.tilik.json([Listed].self, "list", "--state", "captured", "--text", "kios blok")
        .map {
          """
          open "\($0.quote.prefix(80))"
          triage high
          take
          verdict false "Alasannya."
          waive "Cukup."
          submit
          """
        }.joined(separator: "\n")
    )
    try desk.done("Endah", "review", "--script", "mine.txt")
    let queue = try desk.tilik.json([Queued].self, "queue", "--as", "Endah", "--limit", "1")
    #expect(queue.map(\.step) == ["review"])
    #expect(queue.first?.claim.id.hasPrefix(desk.claim) == true)
  }

  @Test("leaves out what only another role may do")
  func roles() throws {
    let desk = try MarketDesk()
    try desk.submit()
    let file = desk.tilik.path("workflow.yaml")
    let yaml = try String(contentsOfFile: file, encoding: .utf8)
    try desk.tilik.write(
      "workflow.yaml",
      yaml.replacing(
        "people: {}",
        with: "people: {Sari: [checker], Damar: [checker], Endah: [editor]}"
      )
      .replacing("{event: approved,", with: "{event: approved, roles: editor,")
    )
    func steps(_ actor: String) throws -> Set<String> {
      Set(try desk.tilik.json([Queued].self, "queue", "--as", actor).map(\.step))
    }
    #expect(try !steps("Damar").contains("review"))
    #expect(try steps("Endah").contains("review"))
    // Where the second opinion is cast apart, a checker has that to do.
    let rules = try String(contentsOfFile: file, encoding: .utf8)
    try desk.tilik.write(
      "workflow.yaml",
      rules.replacing("blind-second-opinion: no", with: "blind-second-opinion: yes")
    )
    #expect(try steps("Damar").contains("review"))
  }

  private struct Listed: Decodable { var quote: String }
}
