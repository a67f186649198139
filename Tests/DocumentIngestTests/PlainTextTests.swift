import ClaimModel
import Foundation
import TestSupport
import Testing

@testable import DocumentIngest

/// The blocks of a document, one a line: kind and text.
func outline(_ document: Document) -> [String] {
  document.blocks.map { "\($0.kind.rawValue): \(document.text.slice($0.span) ?? "(no text)")" }
}

@Suite("A plain text")
struct PlainTextTests {
  private func read(_ text: String) throws -> Document {
    try DocumentReader().read(bytes: Array(text.utf8), named: "berita.txt")
  }

  @Test("gives every line its role")
  func roles() throws {
    let document = try read(
      """
      Jembatan Gantung Sungai Lirik Kembali Dibuka

      Jembatan Gantung Sungai Lirik Kembali Dibuka

      Warga melintas di jembatan yang baru diperbaiki.-- Kabar Lirik

      LIRIK, KABARLIRIK.CO.ID - Pemerintah Kota Lirik membuka kembali jembatan gantung, Senin.

      BACA JUGA:Pasar Lama Lirik Akan Dipindahkan Tahun Depan

      "Jembatan ini aman," ujar Kepala Dinas Sutan Rimbo. (dek/fit)

      Cek Berita dan Artikel yang lain di Google News

      Penulis: Mira Tanjung

      Sumber: berbagai sumber
      """
    )
    #expect(
      outline(document) == [
        "headline: Jembatan Gantung Sungai Lirik Kembali Dibuka",
        "repeatedHeadline: Jembatan Gantung Sungai Lirik Kembali Dibuka",
        "caption: Warga melintas di jembatan yang baru diperbaiki.",
        "credit: -- Kabar Lirik",
        "dateline: LIRIK, KABARLIRIK.CO.ID -",
        "paragraph: Pemerintah Kota Lirik membuka kembali jembatan gantung, Senin.",
        "relatedLink: BACA JUGA:Pasar Lama Lirik Akan Dipindahkan Tahun Depan",
        "paragraph: \"Jembatan ini aman,\" ujar Kepala Dinas Sutan Rimbo.",
        "byline: (dek/fit)",
        "boilerplate: Cek Berita dan Artikel yang lain di Google News",
        "byline: Penulis: Mira Tanjung",
        "sourceLine: Sumber: berbagai sumber",
      ]
    )
    #expect(document.metadata.title == "Jembatan Gantung Sungai Lirik Kembali Dibuka")
    #expect(document.metadata.outlet == "KABARLIRIK.CO.ID")
    #expect(document.metadata.authors == ["Mira Tanjung"])
  }

  @Test(
    "knows a dateline by its place, outlet or agency",
    arguments: [
      ("LIRIK, KABARLIRIK.CO.ID - Warga", "LIRIK, KABARLIRIK.CO.ID -", "KABARLIRIK.CO.ID"),
      ("Lirik - Warga membuka", "Lirik -", nil),
      ("Lirik, Kabar Kota -- Warga membuka", "Lirik, Kabar Kota --", "Kabar Kota"),
      ("KABARLIRIK.com - Warga membuka", "KABARLIRIK.com -", "KABARLIRIK.com"),
      ("HALDEN (NNA) — Ferries stopped", "HALDEN (NNA) —", nil),
      ("HALDEN, March 3 (NNA) - Ferries", "HALDEN, March 3 (NNA) -", nil),
      ("Kabarlirik.com, Lirik Warga membuka", "Kabarlirik.com, Lirik", "Kabarlirik.com"),
    ] as [(String, String, String?)]
  )
  func datelines(line: String, dateline: String, outlet: String?) throws {
    let bytes = Array(line.utf8)
    let found = try #require(Dateline(of: bytes[...], isOpening: true))
    #expect(bytes[..<found.length].string == dateline)
    #expect(found.outlet == outlet)
  }

  @Test(
    "takes no dash inside a sentence for a dateline",
    arguments: [
      "Harga beras - yang naik sejak Mei - turun lagi.",
      "\"Kami siap,\" katanya - lalu pergi.",
      "Pada tahun 2024 - 2025 jembatan itu ditutup.",
      "Kota-kota kecil ikut merayakan.",
    ]
  )
  func noDateline(line: String) {
    #expect(Dateline(of: Array(line.utf8)[...], isOpening: true) == nil)
  }

  @Test("joins lines that were cut at a column and keeps one line a paragraph apart")
  func wrapping() throws {
    let wrapped = try read(
      """
      The ferry between Halden and the island of Orrin will stop on Monday,
      because its engine has to be taken out and looked at, the harbour office
      said.

      Nobody was hurt.
      """
    )
    #expect(wrapped.blocks.map(\.kind) == [.paragraph, .paragraph])
    let lines = try read("Feri berhenti hari Senin.\nPenumpang naik bus.\nTiket tetap berlaku.")
    #expect(lines.blocks.map(\.kind) == [.paragraph, .paragraph, .paragraph])
  }

  @Test("keeps a sentence that a blank line breaks as two paragraphs")
  func brokenSentence() throws {
    let document = try read("Wali kota telah mengambil\n\nlangkah-langkah yang perlu.")
    #expect(document.blocks.map(\.kind) == [.paragraph, .paragraph])
  }

  @Test("covers every byte that is not white space by exactly one block")
  func coverage() throws {
    let document = try read(
      "Judul Berita\n\n- satu\n- dua\n\nLIRIK - Isi. (ab/cd)\n\nFoto: Kabar Lirik\n  \nAkhir\n"
    )
    var position = 0
    let bytes = Array(document.text.utf8)
    for block in document.blocks {
      #expect(block.span.start >= position)
      #expect(bytes[position..<block.span.start].allSatisfy { $0.isSpace })
      position = block.span.end
    }
    #expect(bytes[position...].allSatisfy { $0.isSpace })
  }

  @Test("read for bulk is the same as read from a file")
  func bulk() throws {
    let text = "Judul Berita\n\nLIRIK, KABAR.CO.ID - Isi berita.\n\nBaca juga: Lainnya"
    let file = try read(text)
    let bulk = DocumentReader.document(ofPlainText: text)
    #expect(bulk == file)
    let known = DocumentReader.document(
      ofPlainText: text,
      metadata: DocumentMetadata(title: "Lain", outlet: "Kabar")
    )
    #expect(known.metadata.title == "Lain")
    #expect(known.metadata.outlet == "Kabar")
    #expect(known.blocks == file.blocks)
  }

  @Test(
    "of the founding article has the blocks it was founded on",
    .enabled(
      if: SharedData.has("seed/putin-kim-paltv.txt"),
      "measuring data is not beside the checkout"
    )
  )
  func foundingArticle() throws {
    let bytes = try [UInt8](Data(contentsOf: SharedData.url("seed/putin-kim-paltv.txt")))
    let document = try DocumentReader().read(bytes: bytes, named: "putin-kim-paltv.txt")
    #expect(
      document.blocks.map(\.kind) == [
        .headline, .repeatedHeadline, .caption, .credit, .dateline, .paragraph, .paragraph,
        .paragraph, .paragraph, .relatedLink, .paragraph, .paragraph, .paragraph, .paragraph,
        .relatedLink, .paragraph, .paragraph, .paragraph, .paragraph, .boilerplate, .sourceLine,
      ]
    )
    #expect(document.metadata.outlet == "PALTV.CO.ID")
    #expect(document.text.utf8.count == bytes.count)
  }
}
