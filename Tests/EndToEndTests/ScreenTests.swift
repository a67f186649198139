import Foundation
import TestSupport
import Testing

/// A terminal of its own, in tmux.
final class Tmux {
  private let tilik: Program
  private let server = "tilik-\(UUID().uuidString.prefix(8))"

  static let isInstalled = FileManager.default.isExecutableFile(atPath: "/usr/bin/tmux")

  /// Starts a command in a terminal of 80 by 24.
  init(_ tilik: Program, _ command: String) throws {
    self.tilik = tilik
    try tmux(
      "-f",
      "/dev/null",
      "new-session",
      "-d",
      "-s",
      "review",
      "-x",
      "80",
      "-y",
      "24",
      "-c",
      tilik.path(""),
      command
    )
  }

  deinit { _ = try? tmux("kill-server") }

  @discardableResult
  private func tmux(_ arguments: String...) throws -> String {
    try tilik.run("/usr/bin/tmux", ["-L", server] + arguments).output
  }

  /// Presses keys, as tmux names them.
  func press(_ keys: String...) throws {
    for key in keys { try tmux("send-keys", "-t", "review", key) }
  }

  /// Types text as it is.
  func type(_ text: String) throws { try tmux("send-keys", "-t", "review", "-l", text) }

  func resize(_ columns: Int, _ rows: Int) throws {
    try tmux("resize-window", "-t", "review", "-x", "\(columns)", "-y", "\(rows)")
  }

  /// The screen, as soon as it has some words on it; as it is after ten seconds otherwise.
  func screen(_ wanted: String) throws -> String {
    var shown = ""
    for _ in 0..<100 {
      shown = try tmux("capture-pane", "-p", "-t", "review")
      if shown.contains(wanted) { break }
      usleep(100_000)
    }
    return shown
  }

  /// Whether the program has ended.
  func hasEnded() throws -> Bool {
    for _ in 0..<50 {
      if try tmux("list-sessions").isEmpty { return true }
      usleep(100_000)
    }
    return false
  }

  /// The process number of what runs in the terminal.
  func process() throws -> pid_t {
    let text = try tmux("display-message", "-p", "-t", "review", "#{pane_pid}")
    return pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
  }
}

@Suite("The review on a whole screen", .enabled(if: Tmux.isInstalled, "tmux is not installed"))
struct ScreenTests {
  private func command(_ actor: String, _ more: String = "") -> String {
    "\(more) TILIK_LANG=en TILIK_AS=\(actor) TILIK_NOW=2026-03-13T02:00:00Z exec '\(Program.url.path)' review"
  }

  private func state(_ desk: MarketDesk) throws -> String {
    try desk.tilik.json(ShownClaim.self, "show", desk.claim).state
  }

  @Test("takes a claim from triage to submission by single keys, at 80 by 24")
  func wholeWay() throws {
    let desk = try MarketDesk()
    let terminal = try Tmux(desk.tilik, command("Sari"))
    let first = try terminal.screen("q quit")
    #expect(first.contains("said by"), "\(first)")
    #expect(first.contains("t triage") && first.contains("j next"), "\(first)")
    #expect(!first.contains("y approve"), "a key that cannot be used is shown: \(first)")
    #expect(first.split(separator: "\n", omittingEmptySubsequences: false).count <= 25)
    // To the claim by some of its words.
    try terminal.press("o")
    _ = try terminal.screen("Words of a claim")
    try terminal.type("Semua kios")
    try terminal.press("Enter")
    #expect(try terminal.screen(desk.claim).contains("Captured"))

    try terminal.press("t")
    #expect(try terminal.screen("Harm if it is false").contains("h  high"))
    try terminal.press("h")
    _ = try terminal.screen("How many see it")
    try terminal.press("n")
    _ = try terminal.screen("Decide by")
    try terminal.type("2026-03-20")
    try terminal.press("Enter")
    _ = try terminal.screen("Why (or nothing)")
    try terminal.type("The reason for the reopening, café")
    try terminal.press("Enter")
    #expect(try terminal.screen("→ Queued").contains("\(desk.claim) → Queued"))
    #expect(try state(desk) == "queued")
    #expect(
      try desk.tilik("history", desk.claim).output.contains(
        "harm high, reach normal, due 2026-03-20"
      )
    )

    try terminal.press("o")
    _ = try terminal.screen("Words of a claim")
    try terminal.type(desk.claim)
    try terminal.press("Enter")
    _ = try terminal.screen("k take")
    try terminal.press("k")
    _ = try terminal.screen("c cite")
    // What is missing is said, all of it.
    try terminal.press("s")
    #expect(try terminal.screen("needs a verdict").contains("independent"))
    for (source, stance, words) in [
      ("perbaikan", "r", "148 sudah diperbaiki"), ("paguyuban", "r", ""),
    ] {
      try terminal.press("c")
      _ = try terminal.screen("Enter takes the first")
      try terminal.type(source)
      _ = try terminal.screen("> \(source)")
      try terminal.press("Enter")
      _ = try terminal.screen("What does it do to the claim")
      try terminal.press(stance)
      _ = try terminal.screen("Its words, exactly")
      try terminal.type(words)
      try terminal.press("Enter")
      _ = try terminal.screen("Where: page")
      try terminal.press("Enter")
      _ = try terminal.screen("source cited; u takes it back")
      usleep(300_000)
    }
    try terminal.press("v")
    #expect(try terminal.screen("Rating").contains("4  ✗"))
    try terminal.press("4")
    _ = try terminal.screen("two sentences")
    try terminal.type("Only 148 of 212 kiosks are mended.")
    try terminal.press("Enter")
    _ = try terminal.screen("verdict; u takes it back")
    try terminal.press("s")
    #expect(try terminal.screen("→ In review").contains(desk.claim))
    #expect(try state(desk) == "in-review")
    // The step was on a claim that is no longer on the desk; it comes back.
    try terminal.press("u")
    _ = try terminal.screen("taken back")
    #expect(try state(desk) == "researching")
    try terminal.press("q")
    #expect(try terminal.hasEnded())
    #expect(try desk.tilik("verify").status == 0)
  }

  @Test("goes on with the claim that was on the desk, also after kill -9")
  func resumes() throws {
    let desk = try MarketDesk()
    try desk.done("Sari", "triage", desk.claim)
    try desk.done("Sari", "take", desk.claim)
    do {
      let terminal = try Tmux(desk.tilik, command("Sari"))
      #expect(try terminal.screen(desk.claim).contains("Researching"))
      try terminal.press("n")
      _ = try terminal.screen("Note")
      try terminal.type("half a no")
      _ = try terminal.screen("half a no")
      kill(try terminal.process(), SIGKILL)
      #expect(try terminal.hasEnded())
    }
    #expect(try desk.tilik("verify").status == 0)
    #expect(try !desk.tilik("history", desk.claim).output.contains("half"))
    let again = try Tmux(desk.tilik, command("Sari"))
    #expect(try again.screen(desk.claim).contains("Researching"))
  }

  @Test("opens the editor for longer text, and refuses to go on after nonsense")
  func editor() throws {
    let desk = try MarketDesk()
    let script = try desk.tilik.write(
      "write.sh",
      "#!/bin/sh\nprintf 'Asked the office by letter.\\n\\nNo answer yet.\\n# left out\\n' > \"$1\"\n"
    )
    try desk.tilik.permit(0o755, "write.sh")
    let terminal = try Tmux(desk.tilik, command("Sari", "EDITOR='\(script)'"))
    _ = try terminal.screen("q quit")
    try terminal.press("G")
    #expect(try terminal.screen("does nothing here").contains("“G” does nothing here"))
    try terminal.press("o")
    _ = try terminal.screen("Words of a claim")
    try terminal.type("Semua kios")
    try terminal.press("Enter")
    _ = try terminal.screen(desk.claim)
    try terminal.press("n")
    _ = try terminal.screen("Ctrl-E opens")
    try terminal.press("C-e")
    #expect(try terminal.screen("note; u takes it back").contains("Asked the office"))
    let history = try desk.tilik("history", desk.claim, "--json").output
    #expect(history.contains(#"Asked the office by letter.\n\nNo answer yet."#), "\(history)")
    #expect(!history.contains("left out"))
    // Esc leaves everything as it was.
    try terminal.press("d")
    _ = try terminal.screen("Why is it not checked")
    try terminal.press("Escape")
    #expect(try terminal.screen("nothing was changed").contains("nothing was changed"))
    #expect(try state(desk) == "captured")
  }

  @Test("fits a window of any size, without colour, and in Indonesian")
  func windows() throws {
    let desk = try MarketDesk()
    let terminal = try Tmux(
      desk.tilik,
      "NO_COLOR=1 TILIK_LANG=id TILIK_AS=Sari exec '\(Program.url.path)' review"
    )
    let first = try terminal.screen("q keluar")
    #expect(first.contains("[[") && first.contains("penutur"), "\(first)")
    for (columns, rows) in [(40, 12), (132, 50), (20, 6), (80, 24)] {
      try terminal.resize(columns, rows)
      usleep(600_000)
      let shown = try terminal.screen("q keluar")
      #expect(
        shown.split(separator: "\n").allSatisfy { $0.count <= columns },
        "\(columns)x\(rows): \(shown)"
      )
    }
    #expect(try terminal.screen("q keluar").contains("penutur"))
    try terminal.press("?")
    #expect(try terminal.screen("pendapat kedua").contains("Tombol"))
    try terminal.press("C-c")
    #expect(try terminal.hasEnded())
  }

  @Test("brings choices that do not fit into sight by the arrows, and takes any of their keys")
  func choices() throws {
    let desk = try MarketDesk()
    let terminal = try Tmux(desk.tilik, command("Sari"))
    _ = try terminal.screen("q quit")
    try terminal.resize(80, 6)
    usleep(600_000)
    try terminal.press("t")
    let above = try terminal.screen("1–2/3")
    #expect(above.contains("h  high") && !above.contains("l  low"), "\(above)")
    try terminal.press("Down")
    let below = try terminal.screen("2–3/3")
    #expect(below.contains("l  low") && !below.contains("h  high"), "\(below)")
    try terminal.press("h")
    #expect(try terminal.screen("How many see it").contains("How many see it"))
  }

  @Test("shows an earlier claim that says the same, and folds one into the other")
  func similar() throws {
    let desk = try MarketDesk()
    try desk.tilik.write(
      "again.txt",
      """
      Pedagang Wulung Siap Kembali

      SELAGIRI - "Semua kios sudah diperbaiki dan sembilan puluh persen pedagang siap kembali," kata Damar Kusnadi, Jumat.
      """
    )
    try desk.done("Sari", "add", "again.txt")
    try desk.done("Sari", "triage", desk.claim)
    let terminal = try Tmux(desk.tilik, command("Sari"))
    _ = try terminal.screen("q quit")
    try terminal.press("o")
    _ = try terminal.screen("Words of a claim")
    struct Listed: Decodable { var id: String }
    let other = try #require(
      try desk.tilik.json([Listed].self, "list", "--state", "captured", "--text", "Semua kios")
        .first
    ).id
    try terminal.type(String(other.prefix(10)))
    try terminal.press("Enter")
    #expect(try terminal.screen("Earlier claims like this").contains(desk.claim))
    try terminal.press("m")
    _ = try terminal.screen("Which claim says the same")
    try terminal.press("1")
    _ = try terminal.screen("says the same")
    try terminal.press("Enter")
    _ = try terminal.screen("→ Merged")
    #expect(
      try desk.tilik.json(ShownClaim.self, "show", String(other.prefix(10))).state == "merged"
    )
  }
}
