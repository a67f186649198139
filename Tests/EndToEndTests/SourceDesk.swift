import Foundation
import TestSupport
import Testing

/// A desk with one claim, and a site to find sources on.
struct SourceDesk {
  let tilik: Program
  let site: Site
  let claim: String

  init() throws {
    var tilik = try Program()
    site = try Site(tilik.scratch)
    tilik.environment = ["TILIK_NOW": "2026-03-15T03:00:00Z", "TILIK_CONTACT": "meja@example.org"]
    self.tilik = tilik
    try tilik.write("market.txt", marketArticle)
    try #require(try tilik("init").status == 0)
    try #require(try tilik("add", "market.txt").status == 0)
    let listed = try tilik("list", "--text", "Semua kios sudah diperbaiki")
    claim = String(
      try #require(listed.output.split(separator: "\n").last?.split(separator: " ").first)
    )
    try #require(try tilik("triage", claim).status == 0)
    try site.put("berita/pasar-wulung", Site.article())
  }

  /// Runs `tilik source` with leave to fetch from the site.
  func source(
    _ arguments: String...,
    environment: [String: String] = [:]
  ) throws -> Program.Result {
    try source(arguments, environment: environment)
  }

  /// Runs `tilik source` with leave to fetch from the site.
  func source(
    _ arguments: [String],
    environment: [String: String] = [:]
  ) throws -> Program.Result {
    let network = ["add", "check", "find"].contains(arguments[0]) ? site.allowed : []
    return try tilik.run(
      Program.url.path,
      ["source"] + arguments + network,
      environment: environment
    )
  }

  /// The same, as JSON.
  func json<Value: Decodable>(
    _ type: Value.Type,
    _ arguments: String...,
    environment: [String: String] = [:]
  ) throws -> Value {
    let network = ["add", "check", "find"].contains(arguments[0]) ? site.allowed : []
    let result = try tilik.run(
      Program.url.path,
      ["source"] + arguments + network + ["--json"],
      environment: environment
    )
    try #require(result.status == 0, "\(arguments): \(result.talk)")
    return try JSONDecoder().decode(Value.self, from: Data(result.output.utf8))
  }

  /// The files in the archive, list aside.
  var snapshots: [String] {
    let all = FileManager.default.enumerator(atPath: tilik.path(".tilik/snapshots"))
    return (all?.allObjects as? [String] ?? []).filter { $0.contains(".") }.sorted()
  }
}

/// What `source add --json` says.
struct AddedSource: Decodable {
  struct Work: Decodable {
    var id: String
    var title: String
    var url: String?
    var issued: String?
    var modified: String?
    var issn: String?
    var containerTitle: String?
  }
  struct Capture: Decodable {
    struct Stamp: Decodable { var reply: String }
    var snapshot: String
    var text: String?
    var stamps: [Stamp]
    var independent: String?
  }

  var source: Work?
  var places: [String: String]
  var isNew: Bool
  var isRevisit: Bool
  var capture: Capture?
  var file: String?
  var problem: String?
}
