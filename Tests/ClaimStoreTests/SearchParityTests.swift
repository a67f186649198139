#if Postgres
  import ClaimModel
  import Foundation
  import TestSupport
  import Testing

  @testable import ClaimStore

  @Suite(
    "Searching on either store",
    .enabled(if: PostgresServer.isInstalled, "PostgreSQL is not installed")
  )
  struct SearchParityTests {
    /// Words that differ in how rare they are, with their kin, accents, apostrophes, dashes and digits.
    private static let words = [
      "tanggul", "tanggulnya", "menanggulangi", "jebol", "Kafé", "kafe", "Jum’at", "jumat", "kios",
      "kios-kios",
      "harga", "harga–harga", "beras", "naik", "12,5", "2026", "the", "embankment", "embankments",
      "broke",
      "mayor’s", "mayor", "MAYOR", "Ångström", "naïve", "di", "di", "di", "yang", "yang", "ß",
      "İzmir", "東京", "ke-2",
    ]

    /// Fills a store with texts that are the same every time.
    private static func fill(_ store: some LedgerStore) throws {
      var state: UInt64 = 7
      func next(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(limit))
      }
      func sentence(_ length: Int) -> String {
        (0..<length).map { _ in words[min(next(words.count), next(words.count))] }
          .joined(separator: " ") + "."
      }
      for number in 0..<40 {
        try Sample.fill(store, (0...next(4)).map { "\(number) \($0) " + sentence(3 + next(30)) })
      }
      for number in 0..<12 {
        let source = Source(
          id: SourceID(rawValue: "s\(number)"),
          type: "report",
          title: sentence(4),
          authors: [.literal(sentence(2))]
        )
        let entry = LibrarySource(source: source, text: number % 3 == 0 ? nil : sentence(200))
        try store.add([entry])
        // A newer one takes the older one's place, and its numbers.
        if number % 4 == 0 { try store.add([entry]) }
      }
    }

    @Test("finds the same, in the same order, with the same excerpts")
    func parity() throws {
      let scratch = try Scratch()
      let sqlite = try SQLiteStore.create(at: scratch.path("a.sqlite"))
      let postgres = try SharedServer.store().store
      try Self.fill(sqlite)
      try Self.fill(postgres)
      #expect(try postgres.checkDerived() == [])
      let singles = Set(Self.words).sorted() + ["tang", "m", "1", "nowhere", "kios—kios"]
      let several = [
        "tanggul jebol", "di yang", "harga beras naik", "the mayor", "jum’at kafe", "mayor’s emb",
        "di 2026 the",
        "“tanggul”", "yang nowhere", "harga–harga naik", "ke-2 di", "di di",
      ]
      var found = 0
      for asked in singles + several {
        for limit in [5, 200] {
          let expected = try sqlite.search(asked, limit: limit)
          let got = try postgres.search(asked, limit: limit)
          #expect(got == expected, "\(asked)")
          found += expected.count
        }
      }
      #expect(found > 2_000)
    }

    @Test("takes in texts of any length and any word")
    func lengths() throws {
      let postgres = try SharedServer.store().store
      let text =
        (0..<40_000).map { "kata\($0)" }.joined(separator: " ") + " "
        + String(repeating: "ulang ", count: 3_000) + String(repeating: "x", count: 5_000)
        + " penutup"
      let source = Source(id: SourceID(rawValue: "long"), type: "report", title: "Panjang")
      try postgres.add([LibrarySource(source: source, text: text)])
      for asked in ["kata1", "kata39999", "ulang", "penutup"] {
        #expect(try postgres.search(asked, limit: 5).map(\.id) == ["long"], "\(asked)")
      }
      #expect(try postgres.checkDerived() == [])
    }
  }
#endif
