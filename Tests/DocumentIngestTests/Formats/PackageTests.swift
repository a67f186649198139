import ClaimModel
import Foundation
import TestSupport
import Testing

@testable import DocumentIngest

@Suite("A packaged document")
struct PackageTests {
  /// A zip file made by Python's zipfile, deflated.
  private func zip(_ files: [(String, String)]) throws -> [UInt8] {
    let script = """
      import json, sys, zipfile
      archive = zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED)
      for name, text in json.load(sys.stdin): archive.writestr(name, text)
      archive.close()
      """
    let file = FileManager.default.temporaryDirectory.appending(path: "tilik-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    let input = try JSONEncoder().encode(files.map { [$0.0, $0.1] })
    let result = try ChildProcess.run("python3", ["-c", script, file.path], input: [UInt8](input))
    #expect(result.status == 0, "\(String(decoding: result.talk, as: UTF8.self))")
    return [UInt8](try Data(contentsOf: file))
  }

  private func kinds(_ document: Document) -> [String] {
    document.blocks.map { "\($0.kind.rawValue): \(document.text.slice($0.span) ?? "")" }
  }

  @Test(
    "in DOCX keeps headings, lists, cells and what was inserted, and leaves out what was deleted"
  )
  func word() throws {
    let body = """
      <?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
      <w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Jembatan Lirik</w:t></w:r></w:p>
      <w:p><w:r><w:t xml:space="preserve">Biayanya </w:t></w:r><w:del><w:r><w:delText>Rp3</w:delText></w:r></w:del>
      <w:ins><w:r><w:t>Rp2 miliar &amp; lebih</w:t></w:r></w:ins><w:r><w:instrText>PAGE</w:instrText><w:t>.</w:t></w:r></w:p>
      <w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>Latar</w:t></w:r></w:p>
      <w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>Empat bulan kerja</w:t></w:r></w:p>
      <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Kios</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
      </w:body></w:document>
      """
    let properties = """
      <cp:coreProperties><dc:title>Draf</dc:title><dc:creator>Mira Tanjung</dc:creator></cp:coreProperties>
      """
    let bytes = try zip([("word/document.xml", body), ("docProps/core.xml", properties)])
    let document = try DocumentReader().read(bytes: bytes, named: "draf.docx")
    #expect(
      kinds(document) == [
        "headline: Jembatan Lirik", "paragraph: Biayanya Rp2 miliar & lebih.", "heading: Latar",
        "listItem: Empat bulan kerja", "tableRow: Kios",
      ]
    )
    #expect(document.metadata.authors == ["Mira Tanjung"])
    #expect(document.metadata.title == "Jembatan Lirik")
  }

  @Test("in ODT leaves out notes and tracked changes")
  func openDocument() throws {
    let body = """
      <office:document-content><office:body><office:text>
      <text:tracked-changes><text:p>lama</text:p></text:tracked-changes>
      <text:h text:outline-level="1">Ferry stopped</text:h>
      <text:p>The ferry<text:s/>stops<text:note><text:note-body><text:p>See page 2.</text:p></text:note-body></text:note> on Monday.</text:p>
      <text:list><text:list-item><text:p>Tickets stay good.</text:p></text:list-item></text:list>
      </office:text></office:body></office:document-content>
      """
    let bytes = try zip([
      ("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", body),
      ("meta.xml", "<m><dc:title>Ferry stopped</dc:title><dc:language>en-GB</dc:language></m>"),
    ])
    let document = try DocumentReader().read(bytes: bytes, named: "ferry.odt")
    #expect(document.metadata.title == "Ferry stopped")
    #expect(document.metadata.language == .english)
    #expect(
      kinds(document).suffix(2) == [
        "paragraph: The ferry stops on Monday.", "listItem: Tickets stay good.",
      ]
    )
    #expect(!document.text.contains("See page"))
  }

  @Test("in EPUB is read in the order of its spine, without its table of contents")
  func book() throws {
    let package = """
      <package><metadata><dc:title>Sungai</dc:title><dc:creator>Sekar Wening</dc:creator>
      <dc:language>id</dc:language><dc:date>2025-11-02</dc:date></metadata>
      <manifest><item id="n" properties="nav" href="nav.xhtml"/><item id="b" href="teks/dua.xhtml"/>
      <item id="a" href="teks/satu.xhtml"/></manifest>
      <spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine></package>
      """
    let container = """
      <container><rootfiles><rootfile full-path="OEBPS/isi.opf"/></rootfiles></container>
      """
    let bytes = try zip([
      ("mimetype", "application/epub+zip"), ("META-INF/container.xml", container),
      ("OEBPS/isi.opf", package),
      ("OEBPS/nav.xhtml", "<html><body><p>Daftar isi</p></body></html>"),
      ("OEBPS/teks/dua.xhtml", "<html><body><p>Air naik lagi.</p></body></html>"),
      ("OEBPS/teks/satu.xhtml", "<html><body><h2>Hulu</h2><p>Air naik.</p></body></html>"),
    ])
    let document = try DocumentReader().read(bytes: bytes, named: "sungai.epub")
    #expect(
      kinds(document) == [
        "headline: Sungai", "heading: Hulu", "paragraph: Air naik.", "paragraph: Air naik lagi.",
      ]
    )
    #expect(document.metadata.authors == ["Sekar Wening"])
    #expect(document.metadata.published == CalendarDate(year: 2025, month: 11, day: 2))
  }

  @Test("that is cut off, or no document, is refused with the reason")
  func damaged() throws {
    let bytes = try zip([("a.txt", "Halo")])
    #expect(throws: IngestError.binary(looksLike: "ZIP")) {
      try DocumentReader().read(bytes: bytes, named: "a.zip")
    }
    for length in [4, 30, bytes.count / 2, bytes.count - 1] {
      #expect(throws: IngestError.damaged(format: "ZIP")) {
        try DocumentReader().read(bytes: Array(bytes[..<length]), named: "a.docx")
      }
    }
  }

  @Test("that expands beyond the limit is refused")
  func bomb() throws {
    let body = "<w:t>" + String(repeating: "a", count: 300_000) + "</w:t>"
    let bytes = try zip([("word/document.xml", body)])
    #expect(bytes.count < 2_000)
    #expect(throws: IngestError.self) {
      try DocumentReader(byteLimit: 100_000).read(bytes: bytes, named: "a.docx")
    }
  }
}
