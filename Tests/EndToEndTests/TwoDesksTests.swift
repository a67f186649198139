import Foundation
import TestSupport
import Testing

@Suite("Two desks that worked apart")
struct TwoDesksTests {
  private struct Listed: Decodable {
    var id: String
    var isInConflict: Bool
  }

  /// A desk, and a copy of it that somebody takes along.
  private func desks() throws -> (MarketDesk, Program) {
    let desk = try MarketDesk()
    try desk.done("Sari", "triage", desk.claim)
    try desk.done("Sari", "take", desk.claim)
    let copy = try Program()
    #expect(try copy("init").status == 0)
    try desk.done("Sari", "ledger", "export", "-o", copy.path("desk.bundle"))
    let taken = try copy("ledger", "import", "desk.bundle")
    #expect(taken.status == 0, "\(taken.talk)")
    return (desk, copy)
  }

  @Test("join notes by themselves, and leave two verdicts to a person")
  func conflict() throws {
    let (desk, copy) = try desks()
    let claim = desk.claim
    // On the road Sari writes one verdict; at the desk she is stood in for, and writes another.
    #expect(
      try copy("conclude", claim, "-r", "false", "-b", "Hanya 148 kios.", "--as", "Sari").status
        == 0
    )
    try desk.done("Wulan", "note", claim, "-m", "Dinas ditelepon.")
    try desk.done("Sari", "conclude", claim, "-r", "misleading", "-b", "Sebagian sudah.")

    let merged = try desk.done("Sari", "ledger", "merge", copy.path(""))
    #expect(merged.output.contains("two verdicts"), "\(merged.output)")
    let listed = try desk.tilik.json([Listed].self, "list", "--conflict")
    #expect(listed.map { String($0.id.prefix(8)) } == [claim])
    let shown = try desk.run("Wulan", "show", claim).output
    #expect(shown.contains("Hanya 148 kios.") && shown.contains("Sebagian sudah."), "\(shown)")
    #expect(try desk.run("Wulan", "queue").output.contains("choose between two verdicts"))
    let refused = try desk.run("Sari", "submit", claim, "--waive", "dua meja")
    #expect(refused.status == 1)
    #expect(refused.talk.contains("stand against each other"), "\(refused.talk)")
    #expect(try desk.tilik("verify").status == 0)

    try desk.done("Sari", "conclude", claim, "-r", "false", "-b", "148 dari 212 kios.")
    #expect(try desk.tilik.json([Listed].self, "list", "--conflict").isEmpty)
    #expect(try desk.tilik("verify").status == 0)
    // The other way round: both desks come to the same.
    #expect(try copy("ledger", "merge", desk.tilik.path("")).status == 0)
    let there = try copy("history", claim, "--json").output.split(separator: "\n").sorted()
    let here = try desk.tilik("history", claim, "--json").output.split(separator: "\n").sorted()
    #expect(there == here)
    #expect(try copy("verify").status == 0)
    // Again changes nothing.
    let again = try copy("ledger", "merge", desk.tilik.path("")).output
    #expect(again.hasPrefix("0 new events"), "\(again)")
  }

  @Test("refuse a bundle that was changed on the way, whole")
  func damaged() throws {
    let desk = try MarketDesk()
    let bundle = try desk.tilik("ledger", "export").output
    let other = try Program()
    #expect(try other("init").status == 0)
    let changed = bundle.replacing("Semua kios", with: "Semua toko")
    let refused = try other("ledger", "import", "-", input: Array(changed.utf8))
    #expect(refused.status == 5, "\(refused.talk)")
    #expect(refused.talk.contains("nothing was taken in"))
    #expect(try other("list", "--documents").output.isEmpty)
    let nonsense = try other("ledger", "import", "-", input: Array("hello\n".utf8))
    #expect(nonsense.status == 3)
    #expect(
      nonsense.talk.contains("-:1: this is not a line of a ledger bundle"),
      "\(nonsense.talk)"
    )
    #expect(try other("ledger", "import", "gone.bundle").status == 3)
    #expect(try other("ledger", "merge", ".").status == 2)
  }
}
