import ClaimModel
import Testing

@testable import ClaimExtraction

/// All people, towns and offices in these texts are made up.
@Suite("Rules for Indonesian")
struct IndonesianRulesTests {
  private func said(_ text: String) -> [Said] { Said.all(in: text, language: .indonesian) }

  @Test("find a cue after the quotation")
  func cueAfter() {
    #expect(
      said("\"Jembatan itu aman dilalui,\" kata Bupati Lembayung Ratna Kusuma, Senin (3/2/2025).")
        == [
          Said(
            "Jembatan itu aman dilalui,",
            cue: "kata",
            mention: "Bupati Lembayung Ratna Kusuma",
            speaker: "Lembayung Ratna Kusuma",
            kind: .direct
          )
        ]
    )
  }

  @Test("find a cue before the quotation, behind a comma, a colon or a linking word")
  func cueBefore() {
    for link in [", ", ": ", " bahwa "] {
      #expect(
        said("Ratna Kusuma mengatakan\(link)\"Jembatan itu aman dilalui.\"") == [
          Said(
            "Jembatan itu aman dilalui.",
            cue: "mengatakan",
            mention: "Ratna Kusuma",
            speaker: "Ratna Kusuma",
            kind: .direct
          )
        ]
      )
    }
  }

  @Test("join the pieces of a quotation that its cue interrupts")
  func cueInside() {
    #expect(
      said("\"Kami siap,\" kata Arman Sutedja, \"asal dananya ada.\"") == [
        Said(
          "Kami siap,",
          "asal dananya ada.",
          cue: "kata",
          mention: "Arman Sutedja",
          speaker: "Arman Sutedja",
          kind: .direct
        )
      ]
    )
  }

  @Test("join a quotation over several paragraphs")
  func paragraphs() {
    let text =
      "\"Sungai meluap sejak subuh.\n\n\"Kami mengungsi ke balai desa,\" kata Arman Sutedja."
    #expect(
      said(text) == [
        Said(
          "Sungai meluap sejak subuh.",
          "Kami mengungsi ke balai desa,",
          cue: "kata",
          mention: "Arman Sutedja",
          speaker: "Arman Sutedja",
          kind: .direct
        )
      ]
    )
  }

  @Test("take a clitic for cue and mention at once and resolve it")
  func clitic() {
    let text = "Ratna Kusuma menilai jembatan itu aman. \"Sudah diperiksa dua kali,\" ujarnya."
    #expect(
      said(text) == [
        Said(
          "jembatan itu aman",
          cue: "menilai",
          mention: "Ratna Kusuma",
          speaker: "Ratna Kusuma"
        ),
        Said(
          "Sudah diperiksa dua kali,",
          cue: "ujarnya",
          mention: "ujarnya",
          speaker: "Ratna Kusuma",
          kind: .direct
        ),
      ]
    )
  }

  @Test("leave out the linking word and mark a partly quoted content as mixed")
  func mixed() {
    #expect(
      said("Ratna Kusuma menegaskan bahwa proyek itu \"tidak akan mundur\" dari jadwal.") == [
        Said(
          "proyek itu \"tidak akan mundur\" dari jadwal",
          cue: "menegaskan",
          mention: "Ratna Kusuma",
          speaker: "Ratna Kusuma",
          kind: .mixed
        )
      ]
    )
  }

  @Test("find menurut with its speaker, at the head and at the end")
  func according() {
    let expected = Said(
      "air akan surut besok",
      cue: "Menurut",
      mention: "Arman Sutedja",
      speaker: "Arman Sutedja"
    )
    #expect(said("Menurut Arman Sutedja, air akan surut besok.") == [expected])
    let atEnd = said("Air akan surut besok, menurut Arman Sutedja.")
    #expect(atEnd.map(\.content) == [["Air akan surut besok"]])
    #expect(atEnd.map(\.speaker) == ["Arman Sutedja"])
  }

  @Test("find a relative clause with a speaker of its own inside another's words")
  func nested() {
    let text = "Arman Sutedja mengkritik proyek bendungan itu, yang menurutnya merusak hutan."
    #expect(
      said(text) == [
        Said(
          "proyek bendungan itu",
          cue: "mengkritik",
          mention: "Arman Sutedja",
          speaker: "Arman Sutedja"
        ),
        Said(
          "merusak hutan",
          cue: "menurutnya",
          mention: "menurutnya",
          speaker: "Arman Sutedja"
        ),
      ]
    )
  }

  @Test("join a sentence that a paragraph break cuts in two")
  func broken() {
    #expect(
      said("Arman Sutedja memuji warga karena telah membersihkan\n\nsungai tanpa diminta.") == [
        Said(
          "warga karena telah membersihkan",
          "sungai tanpa diminta",
          cue: "memuji",
          mention: "Arman Sutedja",
          speaker: "Arman Sutedja"
        )
      ]
    )
  }

  @Test("flag a passive that hides its speaker, and name the one that does not")
  func passive() {
    let extraction = ClaimExtractor.byRules.extract(
      Documents.make("Proyek itu dinilai terlalu mahal.", language: .indonesian)
    )
    #expect(extraction.attributions.map(\.flags) == [[.anonymousPassive, .unattributed]])
    #expect(
      said("Proyek itu dinilai terlalu mahal oleh Arman Sutedja.").map(\.mention) == [""]
        || said("Proyek itu dinilai oleh Arman Sutedja terlalu mahal.").map(\.mention)
          == ["Arman Sutedja"]
    )
  }

  @Test("flag a quotation that never closes and one that nobody said")
  func unclosed() {
    let text = "\"Air sungai naik dua meter sejak semalam dan belum surut."
    let extraction = ClaimExtractor.byRules.extract(Documents.make(text, language: .indonesian))
    #expect(extraction.attributions.map(\.flags) == [[.unclosedQuotation, .unattributed]])
  }

  @Test("flag a crowd without a face")
  func vague() {
    let text = "Sejumlah pihak menilai jembatan itu terlalu sempit."
    let extraction = ClaimExtractor.byRules.extract(Documents.make(text, language: .indonesian))
    #expect(extraction.attributions.map(\.flags) == [[.vagueSource]])
  }

  @Test(
    "find nothing where nobody says anything",
    arguments: [
      "Warga menyebutnya \"jembatan tua\".",
      "Arman Sutedja menandatangani perjanjian itu kemarin.",
      "BACA JUGA: Arman Sutedja mengatakan jembatan itu aman",
      "Film \"Malam di Lembayung\" diputar hari ini.",
    ]
  )
  func nothing(text: String) {
    #expect(said(text) == [])
  }
}
