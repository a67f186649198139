import ClaimModel
import Foundation
import TestSupport
import Testing

@testable import AuditReport

/// The checks that need a browser or a validator; `make test` installs both.
@Suite(
  "A rendered page, in a real browser",
  .serialized,
  .enabled(if: Checks.areInstalled, "`make setup-tests` installs what they need")
)
struct BrowserChecks {
  @Test(
    "passes",
    arguments: [
      "validity", "access", "network", "linked_data", "keyboard", "without_script", "layout",
    ]
  )
  func passes(check: String) throws {
    let result = try Checks.run(check, on: Checks.samples())
    #expect(result.status == 0, "\(result.output)")
  }

  @Test("of one claim alone passes", arguments: ["validity", "access", "network"])
  func card(check: String) throws {
    let result = try Checks.run(check, on: [Checks.card()])
    #expect(result.status == 0, "\(result.output)")
  }

  @Test("verifies itself, and finds one changed character")
  func verifiesItself() throws {
    let result = try Checks.run("verification", on: [Checks.samples()[0]])
    #expect(result.status == 0, "\(result.output)")
  }

  @Test(
    "full of hostile text is still valid and still runs nothing",
    arguments: ["validity", "network"]
  )
  func hostile(check: String) throws {
    let result = try Checks.run(check, on: [Checks.hostile()])
    #expect(result.status == 0, "\(result.output)")
  }
}

/// Python scripts beside this file, run by the interpreter of the project's `.venv`.
enum Checks {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Checks")
  private static let build = SharedData.project.appending(path: ".build")
  private static let python = SharedData.project.appending(path: ".venv/bin/python")

  static let areInstalled = FileManager.default.isExecutableFile(atPath: python.path)

  private static let site = AuditSite(folder: build.appending(path: "audit-pages"))

  /// Renders one page of each kind into `.build/audit-pages`, where people can look at them too.
  static func samples() throws -> [URL] {
    [try site.write(SampleAudit.withEvents()).url, try site.write(SampleIndex.make())[0].url]
  }

  /// Renders the card of one claim.
  static func card() throws -> URL { try site.writeCards(of: SampleAudit.make())[0].url }

  /// Renders the audit whose every field holds all hostile texts.
  static func hostile() throws -> URL {
    let texts = HostileTextTests.texts.filter { $0.utf8.count < 1_000 }
    var audit = HostileAudit.make(texts.joined(separator: " k "))
    audit.document.metadata.title = "Hostile"
    return try site.write(audit).url
  }

  static func run(_ check: String, on pages: [URL]) throws -> (status: Int32, output: String) {
    let result = try ChildProcess.run(
      python.path,
      [folder.appending(path: "\(check).py").path] + pages.map(\.path)
    )
    return (result.status, String(decoding: result.output + result.talk, as: UTF8.self))
  }
}
