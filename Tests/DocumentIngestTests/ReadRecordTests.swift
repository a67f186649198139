import ClaimModel
import Testing

@testable import DocumentIngest

@Suite("A line of `tilik read`")
struct ReadRecordTests {
  @Test("holds the article's words and names what it left out")
  func line() throws {
    let text =
      "Feri Berhenti Lagi\n\nHALDEN, KABAR.CO.ID - Feri berhenti.\n\nBaca juga: Bus\n\nSelesai."
    let document = try DocumentReader().read(bytes: Array(text.utf8), named: "feri.txt")
    let record = ReadRecord(
      id: ReadRecord.id(ofFile: "berita/feri.2024.txt.gz"),
      document: document
    )
    #expect(
      try record.line()
        == #"{"authors":[],"boilerplate":["Baca juga: Bus"],"id":"feri.2024","outlet":"KABAR.CO.ID","#
        + #""text":"Feri berhenti.\n\nSelesai.","title":"Feri Berhenti Lagi"}"#
    )
  }

  /// The output of `printf 'Feri berhenti. Feri berhenti. Feri berhenti.' | gzip -n9`.
  private let gzip: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0x73, 0x4B,
    0x2D, 0xCA, 0x54, 0x48, 0x4A, 0x2D, 0xCA, 0x48, 0xCD, 0x2B, 0xC9, 0xD4,
    0x53, 0x70, 0xC3, 0xC7, 0x05, 0x00, 0x09, 0x33, 0xCD, 0x02, 0x2C, 0x00,
    0x00, 0x00,
  ]

  @Test("can come from a gzip file")
  func compressed() throws {
    let document = try DocumentReader().read(bytes: gzip, named: "feri.txt.gz")
    #expect(document.text == "Feri berhenti. Feri berhenti. Feri berhenti.")
  }

  @Test("does not come from a gzip file that is cut off or expands beyond the limit")
  func damaged() {
    for length in 2..<(gzip.count - 8) {
      #expect(throws: IngestError.self) {
        try DocumentReader().read(bytes: Array(gzip[..<length]), named: nil)
      }
    }
    #expect(throws: IngestError.tooLarge(bytes: 44, limit: 40)) {
      try DocumentReader(byteLimit: 40).read(bytes: gzip, named: nil)
    }
  }
}
