import ClaimModel
import Testing

@testable import ClaimExtraction

@Suite("A model that is part of the program")
struct ModelFinderTests {
  private static func found(_ text: String, _ language: LanguageTag) throws -> [[String]] {
    let finder = try #require(ModelFinder.embedded(for: language))
    let pack = try #require(LanguagePack.all.first { $0.language == language })
    let analysed = AnalysedText(text)
    return finder.attributions(in: TaggedText(analysed, pack)).map { attribution in
      [attribution.content, attribution.cue, attribution.mention].map { spans in
        spans.map { analysed.string($0) }.joined(separator: " … ")
      }
    }
  }

  @Test("reads Indonesian quotations and reported clauses")
  func indonesian() throws {
    let text = """
      "Jembatan itu selesai bulan Mei," kata Kepala Dinas Pekerjaan Umum Rina Hapsari di Talang Jati, Senin.
      Rina mengatakan bahwa pembangunan jembatan menelan biaya Rp2 miliar.
      """
    let found = try Self.found(text, .indonesian)
    #expect(found.count == 2)
    #expect(found.first?[0] == "Jembatan itu selesai bulan Mei,")
    #expect(found.first?[1] == "kata")
    #expect(found.first?[2].hasSuffix("Rina Hapsari") == true)
    #expect(
      found.last == ["pembangunan jembatan menelan biaya Rp2 miliar", "mengatakan", "Rina"]
    )
  }

  @Test("closes a bracket that opens in what was said")
  func brackets() throws {
    let text =
      "Kepala Dinas Pekerjaan Umum Damar Kusnadi mengatakan atap Pasar Wulung sudah diganti, Jumat (13/3/2026)."
    let content = try #require(try Self.found(text, .indonesian).first)[0]
    #expect(content.contains("(") == content.contains(")"), "\(content)")
    let analysed = AnalysedText("satu (dua) tiga (empat)) lima")
    // Tokens: satu ( dua ) tiga ( empat ) ) lima
    let pieces = [(0..<3, 0..<4), (0..<4, 0..<4), (4..<7, 4..<8), (4..<8, 4..<8), (9..<10, 9..<10)]
    for (piece, wanted) in pieces {
      #expect(ReadingLinker.closed(piece, in: analysed) == wanted, "\(piece)")
    }
  }

  @Test("reads English quotations and reported clauses")
  func english() throws {
    let text = """
      “The harbour wall will hold,” said Mara Ellwood, the harbourmaster of Port Fallow.
      Ellwood said the repairs cost two million dollars.
      """
    let found = try Self.found(text, .english)
    #expect(found.count == 2)
    #expect(found.first?[0] == "The harbour wall will hold,")
    #expect(found.first?[2].hasPrefix("Mara Ellwood") == true)
    #expect(found.last?[2] == "Ellwood")
    #expect(found.last?[0] == "the repairs cost two million dollars")
  }

  @Test("joins the pieces of a quotation that its cue interrupts")
  func interrupted() throws {
    let text = "“We can start,” said Mara Ellwood, “if the stone arrives.”"
    let found = try Self.found(text, .english)
    #expect(found.map { $0[0] } == ["We can start, … if the stone arrives."])
  }

  @Test("reads an attribution inside another's words, each with its own source")
  func nested() throws {
    let text =
      "Gubernur Rina Hapsari mengatakan Kepala Desa Budi Santoso menilai jembatan itu sudah rapuh dan harus dibongkar."
    let found = try Self.found(text, .indonesian)
    #expect(found.map { $0[2] } == ["Gubernur Rina Hapsari", "Kepala Desa Budi Santoso"])
    let inner = "jembatan itu sudah rapuh dan harus dibongkar"
    #expect(found.map { $0[0] } == ["Kepala Desa Budi Santoso menilai " + inner, inner])
  }

  @Test("takes an unclaimed long quotation as an attribution of its own")
  func loneQuotation() throws {
    let found = try Self.found("“Not one of the seven wells has any water left in it.”", .english)
    #expect(found.map { $0[0] } == ["Not one of the seven wells has any water left in it."])
  }

  @Test("reads a paragraph of one quotation as the speaker going on")
  func goesOn() throws {
    let text = """
      “The harbour wall will hold,” said Mara Ellwood, the harbourmaster of Port Fallow.
      “Nobody on the quay has to leave tonight, not even the smallest boats.”
      “The pumps will run until the morning tide has gone.”
      """
    #expect(
      try Self.found(text, .english).map { $0[0] } == [
        "The harbour wall will hold, … Nobody on the quay has to leave tonight, not even the smallest boats. … "
          + "The pumps will run until the morning tide has gone."
      ]
    )
  }

  @Test(
    "names who says a quotation from the clause that frames it",
    arguments: [
      "“Why has nobody repaired the pumps since March?” Ellwood demanded of the council.",
      "Ellwood continued with a warning to the council on Monday:\n“Not one of the seven pumps has run this year.”",
    ]
  )
  func framed(text: String) throws {
    let found = try Self.found(text, .english)
    #expect(found.map { $0[2] } == ["Ellwood"])
    #expect(found.first.map { text.contains("“\($0[0])”") } == true, "\(found)")
  }

  @Test("is not there for other languages")
  func otherLanguage() {
    #expect(ModelFinder.embedded(for: LanguageTag(rawValue: "de")) == nil)
  }

  @Test(
    "survives rubbish in linear time",
    .timeLimit(.minutes(10)),
    arguments: ["\"", "kata \"", "said “\n", "mengatakan ", "“\u{202E}שלום” kata 日本語\u{0}。"]
  )
  func rubbish(unit: String) throws {
    let text = String(repeating: unit, count: 10_000)
    let analysed = AnalysedText(text)
    for language in [LanguageTag.indonesian, .english] {
      let finder = try #require(ModelFinder.embedded(for: language))
      let pack = try #require(LanguagePack.all.first { $0.language == language })
      for attribution in finder.attributions(in: TaggedText(analysed, pack)) {
        for span in attribution.content + attribution.cue + attribution.mention {
          #expect(span.start >= 0 && span.start < span.end && span.end <= text.utf8.count)
        }
      }
    }
  }
}
