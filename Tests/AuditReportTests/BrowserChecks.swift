import ClaimModel
import Foundation
import TestSupport
import Testing

@testable import AuditReport

/// The checks that need a browser or a validator; `make test` installs both.
///
/// One process with one browser does them all, so that Chromium and Java start once.
@Suite(
  "A rendered page, in a real browser",
  .serialized,
  .enabled(if: Checks.areInstalled, "`make setup-tests` installs what they need")
)
struct BrowserChecks {
  @Test(
    "passes",
    arguments: [
      "validity", "access", "contrast", "network", "linked_data", "keyboard", "without_script",
      "layout", "parts", "search", "verification",
    ]
  )
  func passes(check: String) throws {
    let reports = try Checks.reports.get().filter { $0.check == check }
    #expect(!reports.isEmpty)
    for report in reports {
      #expect(report.problems.isEmpty, "\(report.page): \(report.problems.joined(separator: "\n"))")
    }
  }
}

/// Python scripts beside this file, run by the interpreter of the project's `.venv`.
enum Checks {
  /// What a check says of a page.
  struct Report: Decodable, Sendable {
    var check: String
    var page: String
    var problems: [String]
    /// How long it took; of `cpu`, what all took together.
    var seconds: Double
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Checks")
  private static let build = SharedData.project.appending(path: ".build")
  private static let python = SharedData.project.appending(path: ".venv/bin/python")

  static let areInstalled = FileManager.default.isExecutableFile(atPath: python.path)

  /// What all checks say of all pages, found out once.
  static let reports = Result { try run() }

  private static func run() throws -> [Report] {
    let pages = try CheckedPages.write(into: build.appending(path: "audit-pages"))
    let result = try ChildProcess.run(
      python.path,
      [folder.appending(path: "run.py").path] + pages.map { "\($0)=\($1.path)" },
      seconds: 900
    )
    try #require(result.status == 0, "\(String(decoding: result.talk, as: UTF8.self))")
    let reports = try result.output.split(separator: 0x0A).map {
      try JSONDecoder().decode(Report.self, from: Data($0))
    }
    for report in reports where report.check == "cpu" {
      print("The browser checks took \(report.seconds) s of CPU.")
    }
    return reports
  }
}

/// One page of each kind, in a folder where people can look at them too.
enum CheckedPages {
  static func write(into folder: URL) throws -> [(name: String, file: URL)] {
    try? FileManager.default.removeItem(at: folder)
    let site = AuditSite(folder: folder)
    var english = try SampleAudit.withEvents()
    english.id = DocumentID(rawValue: "e0e0e0e0e0e0e0e0")
    english.language = .english
    var old = SampleAudit.make()
    old.id = DocumentID(rawValue: "0d0d0d0d0d0d0d0d")
    old.version = 1
    old.otherVersions = [ArticleVersion(number: 2, fileName: SampleAudit.make().fileName)]
    var long = try SampleAudit.withEvents()
    long.id = DocumentID(rawValue: "10a610a610a610a6")
    let inParts = AuditSite(folder: folder, claimsPerPage: 2)
    let audit = try site.write(SampleAudit.withEvents()).files
    let index = try site.write(SampleIndex.make())
    return [
      ("audit", audit[0].url),
      ("card", audit[1].url),
      ("english", try site.write(english).files[0].url),
      ("old", try site.write(old).files[0].url),
      ("part", try inParts.write(long).files[1].url),
      ("hostile", try site.write(hostile()).files[0].url),
      ("index", index[0].url),
      ("claims", folder.appending(path: "claims.html")),
      ("open", folder.appending(path: "open.html")),
      ("corrections", folder.appending(path: "corrections.html")),
      ("speakers", folder.appending(path: "speakers.html")),
      ("sources", folder.appending(path: "sources.html")),
      ("feed", index[index.count - 1].url),
    ]
  }

  /// The audit whose every field holds all hostile texts.
  private static func hostile() -> Audit {
    let texts = HostileTextTests.texts.filter { $0.utf8.count < 1_000 }
    var audit = HostileAudit.make(texts.joined(separator: " k "))
    audit.id = DocumentID(rawValue: "bad0bad0bad0bad0")
    audit.document.metadata.title = "Hostile"
    return audit
  }
}
