import Foundation
import Testing

@Suite("tilik add of many articles")
struct AddTests {
  private struct Line: Decodable {
    var path: String
    var outcome: String
    var version: Int?
    var lost: Int?
  }

  private func article(_ number: Int, _ more: String = "") -> String {
    """
    Pasar nomor \(number) dibuka lagi

    "Kios nomor \(number) sudah diperbaiki," kata Damar Kusnadi.

    \(more)
    """
  }

  /// Four files: an article, its text once more, another article, and an edited version of the first.
  private func desk() throws -> Program {
    let tilik = try Program()
    try #require(try tilik("init").status == 0)
    try tilik.write("a.txt", article(1))
    try tilik.write("b.txt", article(1))
    try tilik.write("c.txt", article(2))
    try tilik.write("d.txt", article(1, "Endah Sastra mengatakan atap pasar bocor."))
    return tilik
  }

  @Test("says of each what became of it, in the order of the files, as if it had come alone")
  func together() throws {
    let tilik = try desk()
    let lines = try tilik.json([Line].self, "add", "a.txt", "b.txt", "c.txt", "d.txt")
    #expect(lines.map(\.path) == ["a.txt", "b.txt", "c.txt", "d.txt"])
    #expect(lines.map(\.outcome) == ["added", "known", "added", "version"])
    #expect(lines[3].version == 2 && lines[3].lost == 0)

    let apart = try desk()
    for line in lines {
      let alone = try apart.json([Line].self, "add", line.path)
      #expect(alone.map(\.outcome) == [line.outcome])
    }
    struct Listed: Decodable, Equatable { var id: String }
    let claims = try tilik.json([Listed].self, "list")
    #expect(try apart.json([Listed].self, "list") == claims)
    #expect(try tilik("verify").status == 0)
  }

  @Test("names a file that cannot be read and stores those before and after it")
  func unreadable() throws {
    let tilik = try desk()
    try tilik.write("bad.pdf", "%PDF-1.7 no")
    let result = try tilik("add", "a.txt", "bad.pdf", "missing.txt", "c.txt")
    #expect(result.status == 3)
    #expect(result.output.split(separator: "\n").count == 2)
    #expect(result.talk.contains("bad.pdf") && result.talk.contains("missing.txt"))
    struct Check: Decodable { var events: Int }
    #expect(try tilik.json(Check.self, "verify").events > 0)
  }

  @Test("that is killed has stored every article it spoke of")
  func killed() throws {
    let tilik = try Program()
    let names = (100..<300).map { "\($0).txt" }
    for number in 100..<300 { try tilik.write("\(number).txt", article(number)) }
    try #require(try tilik("init").status == 0)
    var spoken = 0
    for round in 0..<5 {
      let run = try tilik.start(Program.url.path, ["add"] + names)
      usleep(300_000 + UInt32(round) * 500_000)
      run.kill()
      let told = try run.finish().output.split(separator: "\n").map { $0.prefix(8) }
      let check = try tilik("verify")
      #expect(check.status == 0, "\(check.talk)")
      let stored = try tilik("list", "--documents", "--json").output
      for document in told { #expect(stored.contains(document)) }
      spoken += told.count
    }
    #expect(spoken > 0)
    let all = try tilik.run(Program.url.path, ["add"] + names)
    #expect(all.status == 0)
    #expect(all.output.split(separator: "\n").count == names.count)
    struct Document: Decodable {}
    #expect(try tilik.json([Document].self, "list", "--documents").count == names.count)
  }
}
