import ClaimModel
import Foundation
import ReviewWorkflow
import Testing

@testable import ClaimStore

/// What every backend has to do with lists and searches.
extension LedgerStoreConformance {
  static func ordersByWhatIsAtStake(_ store: some LedgerStore) throws {
    let ids = try Sample.fill(store, ["Satu.", "Dua.", "Tiga.", "Empat."])
    let soon = try #require(CalendarDate(iso8601: "2026-03-10"))
    let late = try #require(CalendarDate(iso8601: "2026-04-01"))
    let stakes = [
      Stakes(harm: .high, reach: .high, due: late), Stakes(harm: .high, reach: .high, due: soon),
      Stakes(harm: .high), Stakes(),
    ]
    for (id, stakes) in zip(ids, stakes) {
      let content = EventContent.triaged(priority: .high, reason: "", stakes: stakes)
      try store.append([try Sample.act(content, on: id, in: store)])
    }
    var query = ClaimQuery()
    query.order = .queue
    let listed = try store.claims(query)
    #expect(listed.map(\.id) == [ids[1], ids[0], ids[2], ids[3]])
    #expect(listed.map(\.harm) == [.high, .high, .high, nil])
    #expect(listed.map(\.reach) == [.high, .high, nil, nil])
    #expect(listed.map(\.due) == [soon, late, nil, nil])
    query.due = soon
    #expect(try store.claims(query).map(\.id) == [ids[1]])
    query = ClaimQuery()
    query.inConflict = true
    #expect(try store.claims(query).isEmpty)
    query = ClaimQuery()
    query.published = late
    #expect(try store.claims(query).isEmpty)
    let document = try #require(listed.first?.document)
    #expect(try store.documents([document]) == store.documents())
    #expect(try store.documents([]).isEmpty)
  }

  static func listsByStateAndWords(_ store: some LedgerStore) throws {
    let ids = try Sample.fill(store, ["Pasar dibuka 100%.", "Harga_beras naik.", "Jalan ditutup."])
    try store.append([
      try Sample.act(.triaged(priority: .high, reason: ""), on: ids[2], in: store),
      try Sample.act(.triaged(priority: .low, reason: ""), on: ids[0], in: store),
    ])
    var query = ClaimQuery()
    #expect(try store.claims(query).map(\.id) == ids)
    query.states = ["queued"]
    query.order = .queue
    #expect(try store.claims(query).map(\.id) == [ids[2], ids[0]])
    query = ClaimQuery()
    query.text = "100%"
    #expect(try store.claims(query).map(\.id) == [ids[0]])
    query.text = "a_b"
    #expect(try store.claims(query).map(\.id) == [ids[1]])
    query.text = nil
    query.flag = .vagueSource
    query.limit = 2
    #expect(try store.claims(query).count == 2)
    query.flag = .anonymousPassive
    #expect(try store.claims(query).isEmpty)
  }

  /// `fill` more claims than are looked at one by one where letters are common.
  static func listsByLettersAnywhere(_ store: some LedgerStore, fill: Int = 0) throws {
    let lines = [
      "Harga “beras” naik 12%.", "HARGA beras_merah turun \\ tetap.", "Kaf\u{E9} Lor.",
      "Kafe\u{301} Lor.",
      "É besar, é kecil.", "価格は上がった。", "Kios 😀 dibuka.", "a\"b'c", "nol\u{0}lima enam", "ab",
    ]
    try Sample.fill(
      store,
      lines + (0..<fill).map { "Kios nomor \($0) sudah diperbaiki, harga tetap." }
    )
    let claims = try store.claims(ClaimQuery())
    #expect(claims.count == lines.count + fill)
    let asked = [
      "harga", "ARGA \u{201C}ber", "beras_", "beras", "12%", "%", "_", "\\ t", "\\", "af\u{E9}",
      "afe\u{301}", "é k",
      "É", "格は上", "s 😀 d", "😀", "a\"b", "\"b'", "ab", "b", "", "tidak ada di sini", "nomor 4321 su",
      "diperbaiki",
      "mor 99999", "tetap. ", "etap",
    ]
    for letters in asked {
      var query = ClaimQuery()
      query.text = letters
      let wanted = claims.filter { Self.has(letters, $0.quote) }
      #expect(try store.claims(query) == wanted, "\(letters)")
      query.limit = 3
      query.states = ["captured"]
      #expect(try store.claims(query) == Array(wanted.prefix(3)), "\(letters)")
    }
  }

  /// Whether letters stand in a text, those of ASCII small or capital.
  private static func has(_ letters: String, _ text: String) -> Bool {
    func folded(_ text: String) -> [UInt8] {
      text.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    }
    let (wanted, bytes) = (folded(letters), folded(text))
    return wanted.isEmpty
      || bytes.indices.contains { bytes[$0...].starts(with: wanted) }
  }

  static func findsNamesByTheirBeginning(_ store: some LedgerStore) throws {
    let ids = try Sample.fill(store, ["Satu.", "Dua.", "Tiga."])
    for id in ids {
      #expect(try store.claims(withPrefix: id.short, limit: 5) == [id])
    }
    #expect(try store.claims(withPrefix: "", limit: 2).count == 2)
    #expect(try store.claims(withPrefix: "zz", limit: 2).isEmpty)
    let documents = try store.documents().map(\.id).sorted()
    for id in documents {
      #expect(try store.documents(withPrefix: id.short, limit: 5) == [id])
      #expect(try store.documents(withPrefix: id.rawValue, limit: 5) == [id])
    }
    #expect(try store.documents(withPrefix: "", limit: 5) == documents)
    #expect(try store.documents(withPrefix: "", limit: 1) == [documents[0]])
    #expect(try store.documents(withPrefix: "zz", limit: 5).isEmpty)
  }

  static func searchesWordsAndTheirBeginnings(_ store: some LedgerStore) throws {
    let ids = try Sample.fill(store, ["Tanggulnya jebol di Kafé Lor.", "Harga naik."])
    try store.add([
      LibrarySource(
        source: Source(
          id: SourceID(rawValue: "audit"),
          type: "report",
          title: "Pemeriksaan tanggul"
        ),
        text: "Tanggul sisi barat retak."
      )
    ])
    let hits = try store.search("tanggul", limit: 10)
    #expect(Set(hits.map(\.kind)) == [.claim, .document, .source])
    #expect(try store.search("kafe lor", limit: 10).contains { $0.id == ids[0].rawValue })
    #expect(try store.search("tidakada", limit: 10).isEmpty)
    #expect(throws: StoreError.self) { try store.search("\"*", limit: 10) }
    let excerpt = try #require(hits.first { $0.kind == .claim }?.excerpt)
    #expect(excerpt.contains("\u{E000}Tanggulnya\u{E001}"))
  }
}
