import ClaimModel
import Foundation
import TestSupport
import Testing

@testable import DocumentIngest

/// Whether poppler's program is installed.
private let hasPDFToText = (try? ChildProcess.run("pdftotext", ["-v"]))?.status == 0

@Suite(
  "A PDF file",
  .enabled(if: hasPDFToText, "pdftotext (poppler-utils) is not installed")
)
struct PDFTests {
  /// A line of text: its size in points, where it stands, and its words.
  private struct Line {
    var size: Int
    var x = 72
    var y: Int
    var words: String
  }

  /// A PDF file of our own with pages of such lines in Helvetica.
  private func pdf(_ pages: [[Line]]) -> [UInt8] {
    var objects = [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Count \(pages.count) /Kids [\(pages.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " "))] >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for (index, lines) in pages.enumerated() {
      let content = lines.map { "BT /F1 \($0.size) Tf \($0.x) \($0.y) Td (\($0.words)) Tj ET" }
        .joined(separator: "\n")
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents \(5 + 2 * index) 0 R "
          + "/Resources << /Font << /F1 3 0 R >> >> >>"
      )
      objects.append("<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream")
    }
    var file = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(file.utf8.count)
      file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let table = file.utf8.count
    file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets { file += String(format: "%010d 00000 n \n", offset) }
    file += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(table)\n%%EOF\n"
    return Array(file.utf8)
  }

  @Test("gives paragraphs over lines and pages, its headline, and no running heads")
  func article() throws {
    func head(_ page: Int) -> [Line] {
      [Line(size: 8, y: 800, words: "Kabar Lirik, halaman \(page)")]
    }
    let pages = [
      head(1) + [
        Line(size: 22, y: 740, words: "Jembatan Lirik dibuka"),
        Line(
          size: 11,
          y: 690,
          words: "Pemerintah kota membuka jembatan gantung pada Senin, dan para peda-"
        ),
        Line(size: 11, y: 676, words: "gang menyambutnya dengan anak-"),
        Line(size: 11, y: 662, words: "anak sekolah yang"),
      ],
      head(2) + [
        Line(size: 11, y: 740, words: "bernyanyi di tepi sungai.")
      ],
      head(3) + [
        Line(size: 11, y: 740, words: "Perbaikan itu menelan biaya dua miliar rupiah.")
      ],
    ]
    let document = try DocumentReader().read(bytes: pdf(pages), named: "jembatan.pdf")
    #expect(document.metadata.title == "Jembatan Lirik dibuka")
    let read = document.blocks.filter { $0.kind == .paragraph }
      .map { String(document.text.slice($0.span) ?? "") }
    #expect(
      read == [
        "Pemerintah kota membuka jembatan gantung pada Senin, dan para pedagang menyambutnya dengan "
          + "anak-anak sekolah yang bernyanyi di tepi sungai.",
        "Perbaikan itu menelan biaya dua miliar rupiah.",
      ]
    )
  }

  @Test("without text, or damaged, is refused with the reason")
  func refused() {
    #expect(throws: IngestError.picturesOnly(pages: 2)) {
      try DocumentReader().read(bytes: pdf([[], []]), named: "pindaian.pdf")
    }
    #expect(throws: IngestError.damaged(format: "PDF")) {
      try DocumentReader().read(bytes: Array("%PDF-1.4\nrusak".utf8), named: "rusak.pdf")
    }
  }
}
