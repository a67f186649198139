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
    let files = try site.write(SampleAudit.make()).files
    let first = files[0]
    #expect(files.map { $0.url.lastPathComponent }.dropFirst().first == "5f3a9c0d-k1.html")
    #expect(first.isChanged)
    #expect(
      first.url.lastPathComponent
        == "2026-09-01-jembatan-randualas-dibuka-lagi-12-000-5f3a9c0d.html"
    )
    #expect(try Data(contentsOf: first.url).count == first.bytes)
    #expect(try site.write(SampleAudit.make()).files.allSatisfy { !$0.isChanged })
    var changed = SampleAudit.make()
    changed.claims[0].verdict?.explanation += " Lagi."
    #expect(try site.write(changed).files.filter(\.isChanged).count == 1)
  }

  @Test("holds a file for each page of the index")
  func index() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = try AuditSite(folder: folder).write(SampleIndex.make(count: 201))
    #expect(
      files.map(\.url.lastPathComponent) == [
        "index.html", "index-2.html", "claims.html", "claims-2.html", "claims-3.html",
        "claims-4.html", "claims-5.html", "claims-6.html", "claims-7.html", "open.html",
        "corrections.html", "speakers.html", "sources.html", "feed.atom", "claimreview.jsonld",
      ]
    )
    // Nothing is left of what was written on the way.
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(Set(names) == Set(files.map(\.name)))
    let again = try AuditSite(folder: folder).write(SampleIndex.make(count: 201))
    #expect(again.allSatisfy { !$0.isChanged })
    #expect(again.map(\.bytes) == files.map(\.bytes))
    for file in files {
      #expect(try Data(contentsOf: file.url).count == file.bytes)
    }
    let other = try AuditSite(folder: folder).write(SampleIndex.make(count: 200))
    #expect(other.contains { $0.name == "claims.html" && $0.isChanged })
  }

  @Test("names the hash of each page in its last line, also where it is written piece by piece")
  func seals() throws {
    for (name, page) in try IndexPageTests.files(SampleIndex.make()) where name.hasSuffix(".html") {
      let lines = page.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      let above = lines.dropLast().map { $0 + "\n" }.joined()
      let hash = Seal.name(ofEvent: above)
      #expect(lines.last == "<!-- sha256 of all lines above: \(hash.hex) -->", "\(name)")
    }
  }

  @Test("reads back what the index keeps on the disk")
  func lines() throws {
    var entry = AuditEntry(SampleAudit.make())
    entry.outlet = nil
    entry.claims[0].speaker = ""
    entry.claims[1].quote = "“Ya,” 😀\u{0}\n"
    entry.claims[2].rating = nil
    for published in [nil, entry.published] {
      entry.published = published
      let line = IndexLine(entry)
      #expect(IndexLine(packed: line.packed) == line)
      #expect(line.claims == entry.claims)
    }
    let entries = try AuditEntries([entry, AuditEntry(SampleAudit.make())])
    #expect(try entries.line(1).outlet == AuditEntry(SampleAudit.make()).outlet)
    #expect(try entries.line(0) == IndexLine(entry))
    let reviews = String(decoding: try entries.reviews(0), as: UTF8.self)
    #expect(reviews == entry.claimReviews.joined(separator: ","))
  }

  @Test("names each page in its other language, for readers and for search engines")
  func translations() throws {
    var audit = SampleAudit.make()
    audit.translations = [
      Translation(
        language: .english,
        folder: "en/",
        address: "https://periksa.example/audit/en/"
      )
    ]
    for part in audit.parts(limit: 2) {
      let page = String(decoding: AuditPage.render(part), as: UTF8.self)
      let name = part.part.map { $0.all[$0.index].fileName } ?? ""
      #expect(page.contains("<a href=\"en/\(name)\" hreflang=\"en\" lang=\"en\">English</a>"))
      let address = "https://periksa.example/audit/"
      for (language, folder) in [("id", ""), ("en", "en/")] {
        #expect(
          page.contains(
            "<link rel=\"alternate\" hreflang=\"\(language)\" href=\"\(address)\(folder)\(name)\">"
          )
        )
      }
    }
    var index = try SampleIndex.make(count: 201, language: .english)
    index.translations = [Translation(language: .indonesian, folder: "../")]
    let second = String(decoding: try IndexPage.render(index, page: 1), as: UTF8.self)
    #expect(
      second.contains(
        "<a href=\"../index-2.html\" hreflang=\"id\" lang=\"id\">Bahasa Indonesia</a>"
      )
    )
    #expect(second.contains("hreflang=\"en\" href=\"https://periksa.example/audit/index-2.html\""))
  }

  @Test("names the pages that are left of articles no longer there, and nobody else's")
  func stale() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let site = AuditSite(folder: folder)
    let old = try site.write(SampleAudit.make()).files
    try Data("<title>mine</title>".utf8).write(to: folder.appending(path: "mine.html"))
    let index = try site.write(SampleIndex.make(count: 1))
    #expect(site.stalePages(besides: Set((old + index).map(\.name))) == [])
    #expect(
      Set(site.stalePages(besides: Set(index.map(\.name))).map(\.lastPathComponent))
        == Set(old.map(\.url.lastPathComponent))
    )
  }

  @Test("of a long audit has a page for each part, which together are the audit")
  func parts() throws {
    var audit = SampleAudit.make()
    let before = AuditPage.render(audit)
    #expect(audit.parts() == [audit])
    let parts = audit.parts(limit: 2)
    #expect(parts.count > 1)
    #expect(parts.flatMap(\.claims) == audit.claims)
    let pages = parts.map { PageText(String(decoding: AuditPage.render($0), as: UTF8.self)) }
    #expect(pages.map(\.articleText).joined() == audit.document.text)
    for (part, page) in zip(parts, pages) {
      for claim in part.claims where !claim.claim.content.isEmpty {
        #expect(page.page.contains(" id=\"t\(claim.number)\""))
        #expect(page.page.contains(" id=\"k\(claim.number)\""))
      }
      #expect(page.page.contains("aria-current=\"page\""))
    }
    let names = pages.flatMap { $0.page.components(separatedBy: "<li id=\"f").dropFirst() }
    #expect(names.count == audit.findings.count)
    audit.part = parts[1].part
    let last = audit.claims[audit.claims.count - 1].number
    #expect(audit.place(ofClaim: last).hasSuffix("-\(parts.count).html#k\(last)"))
    #expect(AuditEntry(audit, parts: parts).claims[0].place == "\(audit.fileName)#k1")
    #expect(!before.isEmpty)
  }

  @Test("marks the audit of an old version and links both ways")
  func versions() throws {
    var old = SampleAudit.make()
    old.version = 1
    old.otherVersions = [ArticleVersion(number: 2, fileName: "new.html")]
    old.claims[0].goesOnAt = "new.html#k4"
    let page = String(decoding: AuditPage.render(old), as: UTF8.self)
    #expect(page.contains("<p class=\"notice\">Artikel ini sudah diubah."))
    #expect(page.contains("<a href=\"new.html\">Audit versi 2</a>"))
    #expect(page.contains("<a href=\"new.html#k4\">Pemeriksaan dilanjutkan pada versi 2</a>"))
    #expect(page.contains("Kata-kata ini tidak ada lagi dalam versi 2."))
    let entry = AuditEntry(old)
    #expect(entry.isSuperseded)
    #expect(entry.claims.map(\.number) == Array(2...7))
    var new = SampleAudit.make()
    new.otherVersions = [ArticleVersion(number: 1, fileName: "old.html", ownClaims: 2)]
    #expect(
      String(decoding: AuditPage.render(new), as: UTF8.self).contains(
        "<a href=\"old.html\">versi 1</a> (2 klaim hanya ada di sana)"
      )
    )
  }

  @Test("that cannot be written says which file and why")
  func refused() throws {
    let site = AuditSite(folder: URL(filePath: "/proc/no-such-folder"))
    let error = #expect(throws: AuditSiteError.self) { try site.write(SampleAudit.make()) }
    #expect(error?.file.hasPrefix("/proc/no-such-folder/2026-09-01") == true)
    #expect(error?.cause is CocoaError)
  }
}
