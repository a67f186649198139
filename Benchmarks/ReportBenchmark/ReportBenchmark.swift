import AuditReport
import Foundation

/// Measures the renderer: `ReportBenchmark FOLDER` writes pages for the browser's benchmark there and prints a table.
@main
enum ReportBenchmark {
  static func main() throws {
    let folder = URL(filePath: CommandLine.arguments.dropFirst().first ?? ".build/report-benchmark")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try pages(in: folder)
    render()
    try audits(in: folder)
  }

  /// Pages of several sizes, each in one file, with and without the events they carry.
  private static func pages(in folder: URL) throws {
    for count in [20, 500, 5_000] {
      for withEvents in [true, false] {
        let page = AuditPage.render(MadeUpAudit.make(claims: count, withEvents: withEvents))
        let name = "claims-\(count)\(withEvents ? "" : "-bare").html"
        try Data(page).write(to: folder.appending(path: name))
        say("page \(name): \(page.count / 1_024) KB, \(page.count / count) bytes a claim")
      }
    }
  }

  /// What it costs to render 10,000 claims, as one page and as the parts it is written in.
  private static func render() {
    let audit = MadeUpAudit.make(claims: 10_000)
    var bytes = 0
    let whole = median { bytes = AuditPage.render(audit).count }
    say("render 10,000 claims in one page: \(text(whole)), \(bytes / 1_048_576) MB")
    let parts = audit.parts()
    let split = median { bytes = parts.reduce(0) { $0 + AuditPage.render($1).count } }
    say("render 10,000 claims in \(parts.count) parts: \(text(split)), \(bytes / 1_048_576) MB")
    say("split 10,000 claims: \(text(median { bytes = audit.parts().count }))")
  }

  /// What it costs to write 1,000 audits again that have not changed, beside copying their bytes.
  private static func audits(in folder: URL) throws {
    let audits = (0..<1_000).map { MadeUpAudit.make(claims: 12, number: $0) }
    let site = AuditSite(folder: folder.appending(path: "site"))
    let pages = try audits.flatMap { try site.write($0).files }
    let copy = folder.appending(path: "copy")
    var written: Duration = .zero
    var copied: Duration = .zero
    for _ in 0..<5 {
      written += try time { for audit in audits { _ = try site.write(audit) } }
      copied += try time {
        try? FileManager.default.removeItem(at: copy)
        try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
        for page in pages {
          try Data(contentsOf: page.url).write(to: copy.appending(path: page.url.lastPathComponent))
        }
      }
    }
    let size = pages.reduce(0) { $0 + $1.bytes } / 1_048_576
    say(
      "1,000 audits, \(pages.count) files, \(size) MB: rendered again \(text(written / 5)), copied \(text(copied / 5))"
    )
    say("ratio \(((written / copied) * 100).rounded() / 100)")
    try FileManager.default.removeItem(at: copy)
  }

  private static func median(_ work: () -> Void) -> Duration {
    (0..<5).map { _ in (try? time(work)) ?? .zero }.sorted()[2]
  }

  /// The CPU time of this thread, which other work on the machine does not add to.
  private static func time(_ work: () throws -> Void) throws -> Duration {
    let start = threadTime()
    try work()
    return threadTime() - start
  }

  private static func threadTime() -> Duration {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  private static func text(_ duration: Duration) -> String {
    "\(Int((duration / .milliseconds(1)).rounded())) ms"
  }

  private static func say(_ line: String) { print(line) }
}
