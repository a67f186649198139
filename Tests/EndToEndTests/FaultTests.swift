import Foundation
import TestSupport
import Testing

@Suite("When things go wrong in the middle")
struct FaultTests {
  /// An article of its own for a number.
  private func article(_ number: Int) -> String {
    marketArticle
      + (0..<40).map {
        "Damar Kusnadi mengatakan kios nomor \($0) di blok \(number) sudah diperbaiki pada \(number) Maret 2026."
      }.joined(separator: "\n\n")
  }

  @Test("kill -9 at any moment leaves a ledger that verifies and no half document")
  func kills() throws {
    let tilik = try Program()
    #expect(try tilik("init").status == 0)
    // `TILIK_KILLS=200 swift test --filter FaultTests` is the long form.
    let kills = ProcessInfo.processInfo.environment["TILIK_KILLS"].flatMap { Int($0) } ?? 20
    var generator = SystemRandomNumberGenerator()
    var added = 0
    for round in 0..<kills {
      let name = "a\(round).txt"
      try tilik.write(name, article(round))
      let run = try tilik.start(Program.url.path, ["add", name])
      usleep(UInt32.random(in: 1_000...250_000, using: &generator))
      run.kill()
      let result = try run.finish()
      if !result.wasKilled, result.status == 0 { added += 1 }
    }
    let check = try tilik("verify")
    #expect(check.status == 0, "\(check.talk)")
    let documents = try tilik("list", "--documents").output.split(separator: "\n")
    #expect(documents.count >= added)
    // What was stored has all of its claims: the articles differ in their numbers only.
    let whole = try Program()
    #expect(try whole("init").status == 0)
    try whole.write("a.txt", article(0))
    let last = try #require(try whole("add", "a.txt").output.split(separator: ": ").last)
    let claims = last.trimmingCharacters(in: .newlines)
    #expect(claims.hasSuffix(" claims") && claims != "0 claims")
    #expect(documents.allSatisfy { $0.hasSuffix(" " + claims) }, "\(claims): \(documents)")
  }

  @Test("two processes adding at once lose nothing and double nothing")
  func twoWriters() throws {
    let tilik = try Program()
    #expect(try tilik("init").status == 0)
    for writer in 0..<2 {
      for number in 0..<6 {
        try tilik.write("w\(writer)/a\(number).txt", article(writer * 6 + number))
      }
    }
    try tilik.write("w0/same.txt", article(99))
    try tilik.write("w1/same.txt", article(99))
    let runs = try (0..<2).map { try tilik.start(Program.url.path, ["add", "w\($0)"]) }
    for run in runs {
      let result = try run.finish()
      #expect(result.status == 0, "\(result.talk)")
    }
    #expect(try tilik("list", "--documents").output.split(separator: "\n").count == 13)
    #expect(try tilik("verify").status == 0)
  }
}
