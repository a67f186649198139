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
    let extraction = ClaimExtractor.byRules.extract(Documents.make(text, language: .indonesian))
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

  @Test("have the role before a comma and a rank, and are found by it alone")
  func rankedRole() {
    let text = """
      "Pelaku sudah ditahan," ucap Kapolres Lembayung, AKBP Bayu Sutedja, Senin. \
      Kapolres menambahkan berkasnya segera lengkap.
      """
    #expect(speakers(text) == ["Bayu Sutedja", "Bayu Sutedja"])
    let ministry = """
      Menteri Agama Arman Sutedja meresmikan masjid itu. "Masjid ini milik kita," ujar Menag.
      """
    #expect(speakers(ministry) == ["Arman Sutedja"])
  }

  @Test("are known by made-up short names, initials, endings and slips of the pen")
  func likeness() {
    func second(_ full: String, _ short: String) -> String? {
      speakers(
        "Warga menunggu. Bupati \(full) mengatakan air surut. \(short) meminta warga tenang."
      )
      .last
    }
    #expect(second("Joko Wibowo", "Jokowi") == "Joko Wibowo")
    #expect(second("Bambang Soetrisno", "Bamsoet") == "Bambang Soetrisno")
    #expect(second("Muhaimin Sutedja", "Imin") == "Muhaimin Sutedja")
    #expect(second("Qudratul Lesmana", "Qudrotul") == "Qudratul Lesmana")
    #expect(second("Ratna Kusuma", "Retno") == "Retno")
    let called =
      "Bupati Ridwan Lesmana yang akrab disapa Emil datang. Emil mengatakan air sudah surut."
    #expect(speakers(called) == ["Ridwan Lesmana"])
    let calling = "Warga senang. Emil, sapaan akrab Ridwan Lesmana, mengatakan air sudah surut."
    #expect(speakers(calling).last == "Ridwan Lesmana")
  }

  @Test("do not begin with an everyday word that only opens a sentence or names a function")
  func everyday() {
    let opener = "Warga mengenal Utut Lesmana. Mulanya Utut Lesmana mengatakan air akan surut."
    #expect(speakers(opener).last == "Utut Lesmana")
    let legend = "Warga menunggu. Legenda Gerard Lowe mengatakan timnya buruk."
    #expect(speakers(legend) == ["Gerard Lowe"])
    let unknown = "Ange Petrakis mengatakan air surut. Lalu Petrakis meminta warga tenang."
    #expect(speakers(unknown) == ["Ange Petrakis", "Ange Petrakis"])
  }

  @Test("keep titles' and organisations' words that are their own names")
  func lastNames() {
    #expect(speakers("Warga datang. Dosen Lukman Hakim mengatakan air surut.") == ["Lukman Hakim"])
    #expect(
      speakers("Warga datang. Camat Hadi Susanto S.Kom mengatakan air surut.") == ["Hadi Susanto"]
    )
  }

  @Test("are the subject of the sentence before a pronoun at a sentence's head")
  func subjects() {
    let text = """
      Ratna Kusuma mengatakan air sudah surut. Hal senada disampaikan Arman Sutedja. \
      Menurutnya, jalan juga sudah kering.
      """
    #expect(speakers(text).last == "Arman Sutedja")
    let quoted = """
      Ratna Kusuma mengatakan air sudah surut. Arman Sutedja masih mengungsi. \
      "Ia segera pulang," katanya.
      """
    #expect(speakers(quoted).last == "Ratna Kusuma")
  }

  @Test("of a passive of saying is whoever spoke just before")
  func passives() {
    let text =
      "Ratna Kusuma mengatakan air sudah surut. Ditambahkan, warga boleh pulang hari ini juga."
    #expect(Set(speakers(text)) == ["Ratna Kusuma"])
  }

  @Test("that are organisations are named by the words that a bracketed acronym spells")
  func acronyms() {
    let text = """
      Warga menunggu. Otoritas Bendung Lembayung (OBL) mengatakan air surut. \
      OBL menegaskan bendung itu aman.
      """
    #expect(speakers(text) == ["OBL", "OBL"])
    let account = "Warga menunggu. Menurut akun @bendung_lembayung, air sudah surut sejak pagi."
    #expect(speakers(account) == ["@bendung_lembayung"])
  }

  @Test("are neither a possessor nor a modifier in English")
  func modifiers() {
    func last(_ text: String) -> String? { speakers(text, .english).last }
    let start = "Nora Dovetail waited. "
    #expect(
      last(start + "Dovetail's lawyer, Peter Lowe, said the bridge was safe.") == "Peter Lowe"
    )
    #expect(last(start + "The Harbour Board said the bridge was safe.") == "Harbour Board")
    #expect(
      last(start + "The Island Passengers’ Association said the bridge was safe.")
        == "Island Passengers’ Association"
    )
    #expect(
      last(start + "The United Harbours said the bridge was safe.") == "United Harbours"
    )
    #expect(
      last(start + "Fernhollow police Chief Chuck Jordan said the bridge was safe.")
        == "Chuck Jordan"
    )
    #expect(
      last("Nora Dovetail Calls Peter Lowe a friend. Dovetail said the bridge was safe.")
        == "Nora Dovetail"
    )
    #expect(
      last("Mayor Nora Dovetail waited. The town's mayor said the bridge was safe.")
        == "Nora Dovetail"
    )
    #expect(
      last(start + "Dovetail campaign manager Peter Lowe said the bridge was safe.")
        == "Peter Lowe"
    )
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
    ClaimExtractor.byRules.extract(Documents.make(text, language: .indonesian)).attributions.map(
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

  @Test("name the organisation behind a \"kami\" that leaves out the reader")
  func exclusive() {
    #expect(
      restated("Warga menunggu. \"Besok kami akan datang,\" kata Dinas Pengairan Lembayung.")
        == ["Besok kami [Dinas Pengairan Lembayung] akan datang"]
    )
  }

  @Test("give the year that is counted from the day of publication")
  func years() {
    let text = "Ratna Kusuma mengatakan panen tahun ini lebih baik daripada tahun lalu."
    let published = CalendarDate(year: 2025, month: 2, day: 3)
    let document = Documents.make(text, language: .indonesian, published: published)
    #expect(
      ClaimExtractor(finder: .rules).extract(document).attributions.map(\.restated)
        == ["panen tahun ini [2025] lebih baik daripada tahun lalu [2024]"]
    )
    #expect(restated(text) == [nil])
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
