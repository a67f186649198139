import ClaimModel
import Testing

@testable import ClaimExtraction

/// All people, towns and offices in these texts are made up.
@Suite("Speakers")
struct SpeakerTests {
  private func speakers(_ text: String, _ language: LanguageTag = .indonesian) -> [String] {
    Said.all(in: text, language: language).map(\.speaker)
  }

  @Test("have their fullest name, whatever short form is printed")
  func shortNames() {
    let text = """
      Kepala Dinas Pengairan Lembayung, Ratna Kusuma Dewi, mengatakan tanggul sudah kuat. \
      Ratna menegaskan tanggul itu tahan lama. Menurut Kusuma Dewi, biayanya Rp2 miliar. \
      "Kami jaga terus," ujarnya.
      """
    #expect(speakers(text) == Array(repeating: "Ratna Kusuma Dewi", count: 4))
  }

  @Test("are told apart where two share a name")
  func shared() {
    let text = """
      Arman Sutedja mengatakan air sudah surut. Bayu Sutedja menilai air masih tinggi. \
      Arman meminta warga tenang. Bayu meminta warga mengungsi.
      """
    #expect(speakers(text) == ["Arman Sutedja", "Bayu Sutedja", "Arman Sutedja", "Bayu Sutedja"])
  }

  @Test("have the role that is printed beside the name")
  func roles() {
    let text =
      "Hujan reda di Lembayung. Bupati Lembayung Ratna Kusuma mengatakan tanggul sudah kuat."
    let extraction = ClaimExtractor().extract(Documents.make(text, language: .indonesian))
    #expect(extraction.speakers.map(\.name) == ["Ratna Kusuma"])
    #expect(extraction.speakers.map(\.role) == ["Bupati Lembayung"])
    #expect(extraction.speakers.map(\.kind) == [.person])
  }

  @Test("are found by a bare role")
  func bareRole() {
    let text = """
      Bupati Ratna Kusuma meninjau tanggul. Arman Sutedja menilai tanggul itu rapuh. \
      Bupati mengatakan tanggul sudah kuat.
      """
    #expect(speakers(text) == ["Arman Sutedja", "Ratna Kusuma"])
  }

  @Test("have nicknames that the text ties to them")
  func nicknames() {
    let bracket = "Ratna Kusuma (Rara) mengatakan tanggul sudah kuat. Rara meminta warga tenang."
    #expect(speakers(bracket) == ["Ratna Kusuma", "Ratna Kusuma"])
    let blend = "Zulkarnain Hanafi mengatakan tanggul sudah kuat. Zulhan meminta warga tenang."
    #expect(speakers(blend) == ["Zulkarnain Hanafi", "Zulkarnain Hanafi"])
    let untied = "Ratna Kusuma mengatakan tanggul sudah kuat. Bimbim meminta warga tenang."
    #expect(speakers(untied) == ["Ratna Kusuma", "Bimbim"])
  }

  @Test("can be organisations, in their short form")
  func organisations() {
    let text = """
      Hujan turun di Lembayung. Badan Pengairan Daerah (BPD) Lembayung mencatat air naik dua meter. \
      PT Kincir Terang menyatakan pabrik tetap buka.
      """
    #expect(speakers(text) == ["BPD Lembayung", "PT Kincir Terang"])
  }

  @Test("speak for their institution as pihaknya and kami")
  func institution() {
    let text = """
      Direktur Kincir Terang, Arman Sutedja, mengatakan pabrik tetap buka. \
      Pihaknya menjamin gaji pekerja aman.
      """
    #expect(speakers(text) == ["Arman Sutedja", "Arman Sutedja"])
  }

  @Test("go on in a quotation without a cue in the next paragraph, not further")
  func continued() {
    let next = "\"Air sudah surut,\" kata Ratna Kusuma.\n\n\"Warga boleh pulang hari ini juga.\""
    #expect(speakers(next) == ["Ratna Kusuma", "Ratna Kusuma"])
    let far =
      "\"Air sudah surut,\" kata Ratna Kusuma.\n\nHujan turun.\n\nAngin reda.\n\n\"Warga boleh pulang hari ini juga.\""
    #expect(speakers(far) == ["Ratna Kusuma", ""])
  }

  @Test("are resolved in English, too")
  func english() {
    let text = """
      Mayor Nora Dovetail said the bridge was safe. "I checked it myself," she said. \
      Peter Lowe disagreed with everyone. Lowe said the bridge was not safe.
      """
    #expect(
      speakers(text, .english).filter { !$0.isEmpty } == [
        "Nora Dovetail", "Nora Dovetail", "Peter Lowe",
      ]
    )
  }
}

@Suite("Wordings that stand alone")
struct RestatementTests {
  private func restated(_ text: String) -> [String?] {
    ClaimExtractor().extract(Documents.make(text, language: .indonesian)).attributions.map(
      \.restated
    )
  }

  @Test("name the speaker behind a pronoun that certainly means them")
  func pronouns() {
    #expect(
      restated("\"Besok saya akan mundur,\" kata Ratna Kusuma.")
        == ["Besok saya [Ratna Kusuma] akan mundur"]
    )
    #expect(
      restated("Ratna Kusuma mengatakan dia akan mundur besok.")
        == ["dia [Ratna Kusuma] akan mundur besok"]
    )
  }

  @Test("join the pieces that the article interrupts")
  func pieces() {
    #expect(
      restated("\"Kami siap,\" kata Ratna Kusuma, \"asal dananya ada.\"")
        == ["Kami siap … asal dananya ada."]
    )
  }

  @Test("are left out where nothing is certain or nothing is added")
  func none() {
    #expect(restated("\"Tanggul sudah kuat,\" kata Ratna Kusuma.") == [nil])
    #expect(restated("\"Ia bilang 'saya takut' kemarin,\" kata Ratna Kusuma.") == [nil])
  }
}
