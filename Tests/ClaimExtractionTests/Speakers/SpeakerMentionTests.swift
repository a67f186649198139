import ClaimModel
import Testing

@testable import ClaimExtraction

/// Mentions as a finder may cut them, in texts whose people, teams and towns are made up.
@Suite("Mentions and whom they mean")
struct SpeakerMentionTests {
  /// The speakers of attributions, each given as its mention's pieces and its content.
  private func speakers(
    _ text: String,
    _ said: [(mention: [String], content: String)],
    _ language: LanguageTag = .indonesian
  ) throws -> [String?] {
    func span(_ words: String) throws -> TextSpan {
      let range = try #require(text.ranges(of: words).last, "\(words)")
      let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      return TextSpan(start, start + words.utf8.count)
    }
    let pack = try #require(LanguagePack.all.first { $0.language == language })
    let found = try said.map { item in
      let mention = try item.mention.map(span)
      return FoundAttribution(
        content: [try span(item.content)],
        cue: item.mention == ["katanya"]
          ? mention : mention.last.map { [TextSpan($0.end, $0.end + 1)] } ?? [],
        mention: mention,
        confidence: 1
      )
    }
    let assembly = Assembly(found, in: TaggedText(AnalysedText(text), pack))
    return assembly.attributions.map { $0.speaker.map { assembly.speakers[$0].name } }
  }

  @Test("are pronouns, though a small word was taken with them")
  func pronouns() throws {
    let text = "Camat Damar Kusnadi datang. Air surut, kata dia seraya tersenyum."
    #expect(try speakers(text, [(["dia seraya"], "Air surut")]) == ["Damar Kusnadi"])
    let possessor = "Mayor Nora Dovetail waited. His lawyer said the bridge was safe."
    #expect(
      try speakers(possessor, [(["His lawyer"], "the bridge")], .english) == ["His lawyer"]
    )
  }

  @Test("end before a small word that belongs to the clause")
  func trimmed() throws {
    let text = "Warga menunggu. Dinas Pengairan Lembayung lalu mengatakan air surut."
    #expect(
      try speakers(text, [(["Dinas Pengairan Lembayung lalu"], "air surut")])
        == ["Dinas Pengairan Lembayung"]
    )
    let kept = "They waited. A study of bridge reports said the bridge was safe."
    #expect(
      try speakers(kept, [(["A study of bridge reports"], "the bridge")], .english)
        == ["study of bridge reports"]
    )
  }

  @Test("in several pieces are read where they name somebody")
  func pieces() throws {
    let text = "Itulah yang kemarin dikatakan Damar Kusnadi tentang jembatan gantung."
    #expect(
      try speakers(text, [(["Itulah", "Damar Kusnadi"], "jembatan gantung")]) == ["Damar Kusnadi"]
    )
  }

  @Test("of an expert with a name are the expert, those of experts nobody")
  func experts() throws {
    let text = "Pengamat politik, Damar Kusnadi menilai tarif naik. Pengamat menilai harga turun."
    #expect(
      try speakers(
        text,
        [(["Pengamat politik, Damar Kusnadi"], "tarif naik"), (["Pengamat"], "harga turun")]
      ).first == "Damar Kusnadi"
    )
    let unnamed = "Warga menunggu. Pengamat menilai harga turun."
    #expect(try speakers(unnamed, [(["Pengamat"], "harga turun")]) == [nil])
  }

  @Test("that describe whoever just spoke mean them, not the names in the description")
  func descriptions() throws {
    let text = "Bupati Ratna Kusuma tiba. Air surut, ujar mantan pelatih Elang Sakti itu."
    #expect(
      try speakers(text, [(["mantan pelatih Elang Sakti itu"], "Air surut")]) == ["Ratna Kusuma"]
    )
    let named = """
      Pelatih Arman Sutedja datang. Bupati Ratna Kusuma tiba. Arman Sutedja pulang. \
      Air surut, ujar pelatih Arman Sutedja itu.
      """
    #expect(
      try speakers(named, [(["pelatih Arman Sutedja itu"], "Air surut")]) == ["Arman Sutedja"]
    )
  }

  @Test("behind what somebody retold still mean who retold it")
  func retold() throws {
    let text = """
      Camat Damar Kusnadi datang. Saat itu Sifa Lestari bilang airnya dalam, ujar Damar. \
      Warga panik, katanya.
      """
    #expect(
      try speakers(
        text,
        [
          (["Damar"], "Saat itu Sifa Lestari bilang airnya dalam"),
          (["Sifa Lestari"], "airnya dalam"), (["katanya"], "Warga panik"),
        ]
      ) == ["Damar Kusnadi", "Sifa Lestari", "Damar Kusnadi"]
    )
  }

  @Test("of a name that two share mean who is called so")
  func namesakes() throws {
    let text = "Surya Bagas Wulung dan Bagas Widagdo datang. Bagas mengatakan air surut."
    #expect(try speakers(text, [(["Bagas"], "air surut")]) == ["Bagas Widagdo"])
    let last = "Lowe Harper and Peter Lowe came. Lowe said the bridge was safe."
    #expect(try speakers(last, [(["Lowe"], "the bridge")], .english) == ["Peter Lowe"])
  }

  @Test("show the name that is not cut short, however often the short one is printed")
  func cutShort() throws {
    let text = """
      Camat Desiliawati datang. Air surut, kata Desi. Desi tersenyum. Jalan kering, ujar Desi.
      """
    #expect(try speakers(text, [(["Desi"], "Air surut")]) == ["Desiliawati"])
  }

  @Test("name a person without the firm or the team before them")
  func firms() throws {
    let firm = """
      Presiden Direktur Selagiri Premier Investment Nawang Sofiyanti datang. Nawang tersenyum. \
      Air surut, kata Nawang.
      """
    #expect(
      try speakers(firm, [(["Nawang"], "Air surut")])
        == ["Nawang Sofiyanti"]
    )
    let team = """
      Laga itu dimenangi Selagiri. Pelatih Selagiri Thomas Sutedja datang. \
      Air surut, kata Sutedja. Penonton memuji Selagiri.
      """
    #expect(try speakers(team, [(["Sutedja"], "Air surut")]) == ["Thomas Sutedja"])
    let particle = """
      Pelatih Erwin ten Haven datang. Ten Haven tersenyum. Air surut, kata Ten Haven.
      """
    #expect(try speakers(particle, [(["Ten Haven"], "Air surut")]) == ["Erwin ten Haven"])
  }

  @Test("of a function are read up to what else they say of its holder; ranks are no names")
  func functions() throws {
    let minister = """
      Menteri Pariwisata Arman Sutedja datang. Air surut, ujar Menteri Pariwisata yang hadir sejak pagi.
      """
    #expect(
      try speakers(minister, [(["Menteri Pariwisata yang hadir sejak pagi"], "Air surut")])
        == ["Arman Sutedja"]
    )
    let officer = "Dandim Lembayung Letkol Czi Bayu Sutedja mengatakan air surut."
    #expect(
      try speakers(officer, [(["Dandim Lembayung Letkol Czi Bayu Sutedja"], "air surut")])
        == ["Bayu Sutedja"]
    )
  }

  @Test("behind a lawyer's name are the lawyer's, not the client's")
  func lawyers() throws {
    let text = """
      Pengacara Damar Kusnadi, Ratna Tanjung Pelita, turut berkomentar. Ia mengatakan air surut.
      """
    #expect(try speakers(text, [(["Ia"], "air surut")]) == ["Ratna Tanjung Pelita"])
  }
}
