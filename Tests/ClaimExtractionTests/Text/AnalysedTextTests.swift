import ClaimModel
import Testing

@testable import ClaimExtraction

@Suite("An analysed text")
struct AnalysedTextTests {
  @Test(
    "cuts words, numbers and marks",
    arguments: [
      ("Harga Rp1,5 juta.", ["Harga", "Rp1,5", "juta", "."]),
      (
        "Pesawat F-16, 19/6/2024 pukul 15.30 WIB",
        ["Pesawat", "F-16", ",", "19/6/2024", "pukul", "15.30", "WIB"]
      ),
      ("langkah-langkah di kota.co.id", ["langkah-langkah", "di", "kota.co.id"]),
      ("SURYA, SURYAKOTA.CO.ID - Ia", ["SURYA", ",", "SURYAKOTA.CO.ID", "-", "Ia"]),
      ("Sudah selesai.Dia pulang", ["Sudah", "selesai", ".", "Dia", "pulang"]),
      ("don’t, Lena's", ["don’t", ",", "Lena's"]),
      ("''Siap,'' katanya...", ["''", "Siap", ",", "''", "katanya", "..."]),
      ("naik 5% 🎉 ya", ["naik", "5", "%", "🎉", "ya"]),
    ]
  )
  func tokens(text: String, expected: [String]) {
    let analysed = AnalysedText(text)
    #expect(analysed.tokens.map { analysed.string($0.span) } == expected)
  }

  @Test("lowers words before it compares them")
  func forms() {
    let text = AnalysedText("MENURUT Menurut menurut É é don’t don't")
    let forms = text.tokens.map(\.form)
    #expect(Set(forms[0...2]) == [Form("menurut")])
    #expect(forms[3] == forms[4])
    #expect(forms[5] == forms[6])
    #expect(text.tokens.map(\.shape).prefix(4) == [.upper, .capital, .lower, .initial])
  }

  @Test(
    "ends sentences where a reader would",
    arguments: [
      ("Ia datang. Mereka pergi.", ["Ia datang.", "Mereka pergi."]),
      ("Prof. Dr. H. Arman Sutedja, S.H. hadir di Jl. Melati No. 5.", nil),
      ("Rapat mulai pukul 15.30 WIB di kota.co.id saja.", nil),
      ("Mr. Lowe met J. K. Berg of Dovetail Inc. today.", nil),
      ("\"Kami siap. Dananya ada,\" kata Arman.", ["\"Kami siap.", "Dananya ada,\" kata Arman."]),
      (
        "\"Siap?\" Ia diam. (Benar.) Lalu pergi",
        ["\"Siap?\"", "Ia diam.", "(Benar.)", "Lalu pergi"]
      ),
      ("1. Siapkan berkas. 2. Datang.", ["1. Siapkan berkas.", "2. Datang."]),
      (
        "Tanggul selesai.Dia pulang (besok).Airnya surut pada 2023.Warga lega.",
        ["Tanggul selesai.", "Dia pulang (besok).", "Airnya surut pada 2023.", "Warga lega."]
      ),
      ("Airnya keruh.\"Kami siap,\" kata Arman", ["Airnya keruh.", "\"Kami siap,\" kata Arman"]),
      ("Dikutip dari Warta.Com, Arman S.Sos hadir di Jl.Melati bersama H.Budi.", nil),
    ] as [(String, [String]?)]
  )
  func sentences(text: String, expected: [String]?) {
    let analysed = AnalysedText(text)
    #expect(analysed.sentences.map { analysed.string($0) } == expected ?? [text])
  }

  @Test("takes every line for a paragraph, or the blocks it is given")
  func paragraphs() {
    let text = "Judul\n\n  Isi berita.  \r\n\nBACA JUGA: Lain"
    #expect(
      AnalysedText(text).paragraphs.map(\.span) == [
        TextSpan(0, 5), TextSpan(9, 20), TextSpan(25, 40),
      ]
    )
    let blocks = [Block(.headline, TextSpan(0, 5)), Block(.relatedLink, TextSpan(25, 40))]
    let analysed = AnalysedText(bytes: Array(text.utf8), blocks: blocks)
    #expect(analysed.paragraphs.map(\.isSearched) == [true, false])
    #expect(analysed.paragraph(ofToken: 1) == 1)
    #expect(analysed.token(atOrAfterByte: 1) == 1)
  }
}

@Suite("Quotation marks")
struct QuotationTests {
  private func quoted(_ text: String) -> [String] {
    let analysed = AnalysedText(text)
    return analysed.quotations.map { analysed.string($0.tokens) }
  }

  @Test(
    "pair whatever their make",
    arguments: [
      ("\"Kami siap,\" kata Arman, \"besok.\"", ["Kami siap,", "besok."]),
      ("“Kami siap,” kata Arman, “besok.”", ["Kami siap,", "besok."]),
      ("''Kami siap,'' kata Arman", ["Kami siap,"]),
      ("``We go,'' she said", ["We go,"]),
      ("„Wir gehen“, sagte sie", ["Wir gehen"]),
      ("«Kami siap», kata Arman", ["Kami siap"]),
      ("”Kami siap,” kata Arman", ["Kami siap,"]),
      ("Arman berkata:\"Kami siap\".", ["Kami siap"]),
      ("Itu 'mustahil', katanya. Itu ‘sulit’.", ["mustahil", "sulit"]),
      ("\"Ia bilang 'tidak' kemarin,\" kata Arman", ["Ia bilang 'tidak' kemarin,", "tidak"]),
      ("Airnya keruh.\"Kami siap,\" kata Arman", ["Kami siap,"]),
      ("Airnya keruh.”Kami siap,” kata Arman.“Besok.”", ["Kami siap,", "Besok."]),
      ("Airnya keruh.” Kami siap,” kata Arman.", ["Kami siap,"]),
      ("Airnya keruh. ?Kami siap,? kata Arman. ?Besok.?", ["Kami siap,", "Besok."]),
      ("?Kami siap, ?kata Arman. ?Kami siap besok?.", ["Kami siap,", "Kami siap besok"]),
      ("Airnya keruh. ?Kami siap,\" kata Arman.", ["Kami siap,"]),
      ("?Kami siap besok?", ["Kami siap besok"]),
      ("“Kami siap, “kata Arman. “Besok,” tambahnya.", ["Kami siap,", "Besok,"]),
      ("\"Kami siap, \"kata Arman.", ["Kami siap,"]),
      ("“Ia bilang, “siap” kemarin,” kata Arman", ["Ia bilang, “siap” kemarin,"]),
      ("“Ia bilang “siap” “siaga” saja,” kata Arman", ["Ia bilang “siap", "siaga"]),
      ("“Siap, kata Arman. “Besok,” katanya. “Ya.”", ["Siap, kata Arman. “Besok,", "Ya."]),
    ]
  )
  func pair(text: String, expected: [String]) {
    #expect(quoted(text) == expected)
  }

  @Test(
    "are not seen in apostrophes and inches",
    arguments: [
      "It's Lena's dog and the boys' ball, rock 'n roll", "Jum'at di Sa'dan", "a 5\" pipe", "'",
      "Siapa? Kami siap?? Ya,? kata ?apa", "Airnya keruh.\"Kami siap, kata Arman",
      "Airnya keruh.” Kami siap, kata Arman", "Airnya keruh, ?kata Arman. Siapa?",
    ]
  )
  func apostrophes(text: String) {
    #expect(quoted(text).isEmpty)
  }

  @Test("mark the tokens inside the outermost quotation")
  func state() {
    let text = AnalysedText("Ia: \"Saya 'mau' ikut\" lalu pergi")
    #expect(
      text.tokens.filter { $0.isQuoted && $0.isWord }.map { text.string($0.span) } == [
        "Saya", "mau", "ikut",
      ]
    )
    #expect(text.quotations[1].outer == 0)
  }

  @Test("go on in the next paragraph where that opens anew")
  func reopened() {
    let text = AnalysedText("\"Satu.\n\"Dua.\n\"Tiga,\" katanya.\n\"Empat")
    #expect(text.quotations.map(\.continuesNext) == [true, true, false, false])
    #expect(text.quotations.map(\.continuesPrevious) == [false, true, true, false])
    #expect(text.quotations.map(\.isUnclosed) == [false, false, false, true])
  }

  @Test("close in the next paragraph what the one before left open")
  func closedLater() {
    let text = AnalysedText("\"Satu.\nDua,\" katanya.")
    #expect(text.quotations.map { text.string($0.tokens) } == ["Satu.", "Dua,"])
    #expect(text.quotations.map(\.isUnclosed) == [false, false])
  }

  @Test("cost linear time when ten thousand are unbalanced")
  func hostile() {
    for unit in ["\"", "“", "”", "'", "“a ‘b ", "\"a\n", "''", "«„", "a.\"A", " ?a", " ?a,?"] {
      let text = AnalysedText(String(repeating: unit, count: 10_000))
      #expect(text.quotations.allSatisfy { $0.tokens.upperBound <= text.tokens.count })
    }
  }
}
