import ClaimModel
import Foundation
import Testing

@testable import AuditReport

@Suite("A folder of audits")
struct AuditSiteTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "tilik-site-\(UUID().uuidString)")

  @Test("is made where it is missing, and left alone where nothing changed")
  func unchanged() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let site = AuditSite(folder: folder)
    let first = try site.write(SampleAudit.make())
    #expect(first.isChanged)
    #expect(
      first.url.lastPathComponent
        == "2026-09-01-jembatan-randualas-dibuka-lagi-12-000-5f3a9c0d.html"
    )
    #expect(try Data(contentsOf: first.url).count == first.bytes)
    #expect(try site.write(SampleAudit.make()).isChanged == false)
    var changed = SampleAudit.make()
    changed.claims[0].verdict?.explanation += " Lagi."
    #expect(try site.write(changed).isChanged)
  }

  @Test("holds a file for each page of the index")
  func index() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = try AuditSite(folder: folder).write(SampleIndex.make(count: 201))
    #expect(
      files.map(\.url.lastPathComponent) == [
        "index.html", "index-2.html", "feed.atom", "claimreview.jsonld",
      ]
    )
  }

  @Test("that cannot be written says which file and why")
  func refused() throws {
    let site = AuditSite(folder: URL(filePath: "/proc/no-such-folder"))
    let error = #expect(throws: AuditSiteError.self) { try site.write(SampleAudit.make()) }
    #expect(error?.description.hasPrefix("cannot write /proc/no-such-folder/2026-09-01") == true)
  }
}
