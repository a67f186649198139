import Foundation
import TestSupport
import Testing

/// `TILIK_KILLS=200 swift test --filter KillTests` is the long form (`make soak`); the kills are spread over the four.
@Suite("kill -9 at a randomised moment")
struct KillTests {
  private static let kills =
    ProcessInfo.processInfo.environment["TILIK_KILLS"].flatMap { Int($0) } ?? 20

  /// Starts a command, kills it within so many microseconds, and says whether it had ended before.
  private func kill(
    _ tilik: Program,
    _ arguments: [String],
    within time: UInt32
  ) throws -> Program.Result {
    let run = try tilik.start(Program.url.path, arguments)
    usleep(UInt32.random(in: 1_000...time))
    run.kill()
    return try run.finish()
  }

  @Test("in the middle of a review leaves every step that was reported, and no half of one")
  func review() throws {
    let desk = try MarketDesk()
    try desk.done("Sari", "triage", desk.claim)
    struct Check: Decodable { var events: Int }
    var least = try desk.tilik.json(Check.self, "verify").events
    for round in 0..<(Self.kills / 4) {
      let steps = (0..<40).map { #"note "langkah \#(round).\#($0)""# }
      try desk.tilik.write(
        "steps.txt",
        ["as Sari", #"open "Semua kios""#].joined(separator: "\n") + "\n"
          + steps.joined(separator: "\n") + "\n"
      )
      let result = try kill(desk.tilik, ["review", "--script", "steps.txt"], within: 400_000)
      // What was said to be done has to be there.
      least += result.output.split(separator: "\n").filter { $0.hasSuffix("”") }.count
      let check = try desk.tilik("verify", "--json")
      #expect(check.status == 0, "\(check.talk)")
      let events = try JSONDecoder().decode(Check.self, from: Data(check.output.utf8)).events
      #expect(events >= least)
      // One step may have been stored and not yet reported.
      #expect(events <= least + 1)
      least = events
      let history = try desk.tilik("history", desk.claim).output
      let notes = history.split(separator: "\n").filter { $0.contains("langkah \(round).") }
      #expect(Set(notes.map { $0.split(separator: " ").last }).count == notes.count)
    }
  }

  @Test("in the middle of a merge leaves all of the other ledger or nothing of it")
  func merge() throws {
    let desk = try MarketDesk()
    for number in 0..<6 {
      try desk.tilik.write(
        "a\(number).txt",
        marketArticle
          + (0..<30).map {
            "Damar Kusnadi mengatakan kios nomor \($0) di blok \(number) sudah diperbaiki."
          }.joined(separator: "\n\n")
      )
      try desk.done("Sari", "add", "a\(number).txt")
    }
    struct Check: Decodable { var events: Int }
    let whole = try desk.tilik.json(Check.self, "verify").events
    let bundle = try desk.tilik("ledger", "export").output
    var taken = 0
    for _ in 0..<(Self.kills / 4) {
      let other = try Program()
      try #require(try other("init").status == 0)
      try other.write("bundle", bundle)
      _ = try kill(other, ["ledger", "import", "bundle"], within: 600_000)
      let check = try other("verify", "--json")
      #expect(check.status == 0, "\(check.talk)")
      let events = try JSONDecoder().decode(Check.self, from: Data(check.output.utf8)).events
      #expect(events == 0 || events == whole, "\(events) of \(whole)")
      if events == whole { taken += 1 }
      #expect(try other("ledger", "import", "bundle").status == 0)
      #expect(try other.json(Check.self, "verify").events == whole)
    }
    #expect(taken <= Self.kills / 4)
  }

  @Test("in the middle of a report leaves whole pages only, and the next one writes the rest")
  func report() throws {
    let desk = try MarketDesk()
    for number in 0..<4 {
      try desk.tilik.write("b\(number).txt", marketArticle + "\n\nNomor \(number) dibuka lagi.\n")
      try desk.done("Sari", "add", "b\(number).txt")
    }
    try desk.done("Sari", "report", "-o", "wanted")
    let wanted = try FileManager.default.contentsOfDirectory(atPath: desk.tilik.path("wanted"))
    for round in 0..<(Self.kills / 4) {
      let folder = "r\(round)"
      _ = try kill(desk.tilik, ["report", "-o", folder], within: 300_000)
      for page in try pages(desk, folder) {
        #expect(try bytes(desk, "\(folder)/\(page)") == bytes(desk, "wanted/\(page)"), "\(page)")
      }
      try desk.done("Sari", "report", "-o", folder)
      #expect(try pages(desk, folder).sorted() == wanted.filter { $0.hasSuffix(".html") }.sorted())
    }
    #expect(try desk.tilik("verify").status == 0)
  }

  private func pages(_ desk: MarketDesk, _ folder: String) throws -> [String] {
    guard FileManager.default.fileExists(atPath: desk.tilik.path(folder)) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: desk.tilik.path(folder))
      .filter { $0.hasSuffix(".html") }
  }

  private func bytes(_ desk: MarketDesk, _ file: String) throws -> Data {
    try Data(contentsOf: URL(filePath: desk.tilik.path(file)))
  }
}

@Suite("A desk in trouble")
struct TroubleTests {
  @Test(
    "of several who review one claim at once, each step is stored once or refused",
    arguments: [2, 8]
  )
  func together(count: Int) throws {
    let desk = try MarketDesk()
    let rounds = 6
    try desk.tilik.write(
      "work.sh",
      """
      #!/bin/sh
      for i in $(seq \(rounds)); do
        "$1" note "$2" -m "kata $3.$i." --as "P$3" >/dev/null 2>>err.$3 && echo "$3.$i" >> done.$3
      done
      exit 0
      """
    )
    try desk.tilik.permit(0o755, "work.sh")
    let runs = try (0..<count).map {
      try desk.tilik.start(desk.tilik.path("work.sh"), [Program.url.path, desk.claim, "\($0)"])
    }
    for run in runs { #expect(try run.finish().status == 0) }
    var done: [String] = []
    for number in 0..<count {
      let file = desk.tilik.path("done.\(number)")
      if let text = try? String(contentsOfFile: file, encoding: .utf8) {
        done += text.split(separator: "\n").map { "kata \($0)." }
      }
      let talk = try String(contentsOfFile: desk.tilik.path("err.\(number)"), encoding: .utf8)
      for line in talk.split(separator: "\n") {
        #expect(line.contains("somebody was faster"), "\(line)")
      }
    }
    #expect(done.count >= rounds)
    let stored = try desk.tilik("history", desk.claim).output.split(separator: "\n")
      .compactMap { line in line.range(of: "kata").map { String(line[$0.lowerBound...]) } }
    #expect(stored.sorted() == done.sorted())
    #expect(try desk.tilik("verify").status == 0)
  }

  @Test("a clock that was set back is recorded as it is, and nothing breaks")
  func clock() throws {
    let desk = try MarketDesk()
    try desk.done("Sari", "triage", desk.claim, "--now", "2026-03-10T09:00:00Z")
    try desk.done("Sari", "take", desk.claim, "--now", "2026-03-10T08:00:00Z")
    try desk.done("Sari", "note", desk.claim, "-m", "jam mundur", "--now", "1999-12-31T23:59:59Z")
    let shown = try desk.run("Sari", "show", desk.claim).output
    #expect(shown.contains("Researching"))
    let order = try desk.tilik("history", desk.claim).output.split(separator: "\n").suffix(3)
      .map { $0.prefix(4) }
    #expect(order == ["2026", "2026", "1999"])
    #expect(try desk.tilik("verify").status == 0)
    #expect(try !desk.tilik("stats").output.contains(" -"))
    #expect(try desk.run("Sari", "undo", desk.claim).status == 0)
  }

  @Test("a file that may not grow leaves the ledger as it was, with one clear line")
  func full() throws {
    let desk = try MarketDesk()
    try desk.tilik.write(
      "long.txt",
      (0..<6_000).map { "Damar Kusnadi mengatakan kios nomor \($0) sudah diperbaiki.\n\n" }.joined()
    )
    let before = try desk.tilik("history", desk.claim, "--json").output
    // A limit on the size of files stands in for a full disk: the next byte cannot be written.
    let run = try desk.tilik.run(
      "/bin/sh",
      ["-c", #"trap '' XFSZ; ulimit -f 300; exec "$0" add long.txt"#, Program.url.path]
    )
    #expect(run.status == 3, "\(run.status): \(run.talk)")
    #expect(run.talk.split(separator: "\n").count == 1, "\(run.talk)")
    #expect(try desk.tilik("verify").status == 0)
    #expect(try desk.tilik("history", desk.claim, "--json").output == before)
    #expect(try desk.tilik("add", "long.txt").status == 0)
  }

  @Test("a folder that may only be read is read, and says so where it would be written")
  func readOnly() throws {
    // Root may write anywhere.
    guard geteuid() != 0 else { return }
    let desk = try MarketDesk()
    try desk.tilik.permit(0o500, ".tilik")
    try desk.tilik.permit(0o400, ".tilik/ledger.sqlite")
    defer { try? desk.tilik.permit(0o700, ".tilik") }
    let refused = try desk.run("Sari", "triage", desk.claim)
    #expect(refused.status == 3)
    #expect(refused.talk.contains("cannot be written"), "\(refused.talk)")
  }
}
