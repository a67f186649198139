import Foundation
import TestSupport
import Testing

/// A workspace with one article and two sources, for tests of the reviewing commands.
struct MarketDesk: Sendable {
  let tilik: Program
  /// The claim about the mended kiosks.
  let claim: String

  init(blind: Bool = false, scale: String = "default") throws {
    tilik = try Program()
    try tilik.write("market.txt", marketArticle)
    try tilik.write(
      "sources.json",
      """
      [{"id": "dinas-2026", "type": "report", "title": "Laporan Perbaikan Pasar Wulung",
        "author": [{"literal": "Dinas Perdagangan Selagiri"}], "issued": {"date-parts": [[2026, 3]]}},
       {"id": "paguyuban", "type": "interview", "title": "Wawancara Paguyuban Pedagang Wulung",
        "author": [{"family": "Sastra", "given": "Endah"}]}]
      """
    )
    try tilik.write(
      "texts/dinas-2026.txt",
      "Dari 212 kios, 148 sudah diperbaiki per 12 Maret 2026.\n"
    )
    try #require(try tilik("init", "--scale", scale).status == 0)
    if blind {
      let file = tilik.path("workflow.yaml")
      let yaml = try String(contentsOfFile: file, encoding: .utf8)
      try tilik.write(
        "workflow.yaml",
        yaml.replacing("blind-second-opinion: no", with: "blind-second-opinion: yes")
      )
    }
    try #require(try tilik("add", "market.txt").status == 0)
    try #require(try tilik("source", "add", "sources.json", "--texts", "texts").status == 0)
    struct Listed: Decodable { var id: String }
    let found = try tilik.json([Listed].self, "list", "--text", "Semua kios sudah diperbaiki")
    claim = String(try #require(found.first).id.prefix(8))
  }

  /// Runs a command as somebody and gives what came of it.
  @discardableResult
  func run(_ actor: String, _ words: String...) throws -> Program.Result {
    try tilik.run(Program.url.path, words + ["--as", actor])
  }

  /// Runs a command that has to succeed.
  @discardableResult
  func done(_ actor: String, _ words: String...) throws -> Program.Result {
    let result = try tilik.run(Program.url.path, words + ["--as", actor])
    try #require(result.status == 0, "\(words): \(result.talk)")
    return result
  }

  /// Takes the claim to a submitted verdict: Sari's.
  func submit(rating: String = "false") throws {
    try done("Sari", "triage", claim)
    try done("Sari", "take", claim)
    try done("Sari", "cite", claim, "dinas-2026", "refutes", "-e", "148 sudah diperbaiki")
    try done("Sari", "cite", claim, "paguyuban", "refutes")
    try done("Sari", "conclude", claim, "-r", rating, "-b", "Rahasia: hanya 148 dari 212 kios.")
    try done("Sari", "submit", claim)
  }
}
