import ClaimModel

@testable import AuditReport

/// A small audit in which everything occurs that a page can show.
enum SampleAudit {
  static let scale = RatingScale(
    name: "default",
    ratings: [
      Rating(
        name: "true",
        labels: ["id": "Benar", "en": "True"],
        sign: "✓",
        tone: .right,
        value: 5
      ),
      Rating(
        name: "mostly-true",
        labels: ["id": "Sebagian besar benar", "en": "Mostly true"],
        sign: "◔",
        tone: .mostlyRight,
        value: 4
      ),
      Rating(
        name: "half-true",
        labels: ["id": "Sebagian benar", "en": "Half true"],
        sign: "◐",
        tone: .mixed,
        value: 3
      ),
      Rating(
        name: "misleading",
        labels: ["id": "Menyesatkan", "en": "Misleading"],
        sign: "!",
        tone: .mostlyWrong,
        value: 2
      ),
      Rating(
        name: "false",
        labels: ["id": "Salah", "en": "False"],
        sign: "✕",
        tone: .wrong,
        value: 1
      ),
      Rating(
        name: "unproven",
        labels: ["id": "Belum terbukti", "en": "Unproven"],
        sign: "?",
        tone: .open,
        value: nil
      ),
    ]
  )

  static let desk = Desk(
    name: "Meja Periksa Melati",
    address: "https://periksa.example/audit/",
    clock: .westernIndonesia
  )

  static let ledger = LedgerFacts(
    eventCount: 1_234,
    head: SampleArticle.hash(99),
    lastEvent: SampleArticle.hour(80),
    toolVersion: "tilik 0.1.0",
    workflowVersion: "default 1"
  )

  /// The audit of ``SampleArticle/bridge``.
  static func make(language: LanguageTag = .indonesian) -> Audit {
    let article = SampleArticle.bridge
    return Audit(
      id: DocumentID(rawValue: "5f3a9c0d1e2b4a67"),
      version: 2,
      document: article.document(
        DocumentMetadata(
          title: "Jembatan Randualas dibuka lagi, 12.000 kendaraan melintas tiap hari",
          authors: ["Laras Puspita"],
          outlet: "Kabar Melati",
          published: CalendarDate(iso8601: "2026-09-01"),
          language: .indonesian,
          url: "https://kabarmelati.example/2026/09/01/jembatan?id=7&ref=utama"
        )
      ),
      speakers: [
        Speaker(name: "Sekar Andayani", role: "Wali Kota"),
        Speaker(name: "Bagas Wiratmoko", role: "Kepala Dinas Jalan"),
        Speaker(name: "seorang pedagang", kind: .unnamed),
      ],
      claims: SampleClaims(article: article).all,
      findings: findings(in: article),
      history: [
        entry(900, 0, "sistem", .added),
        entry(901, 30, "sistem", .edited),
      ],
      scales: [scale],
      desk: desk,
      ledger: ledger,
      language: language
    )
  }

  static func entry(
    _ seed: Int,
    _ hours: Int,
    _ actor: String,
    _ happening: HistoryEntry.Happening
  ) -> HistoryEntry {
    HistoryEntry(
      id: SampleArticle.hash(seed),
      time: SampleArticle.hour(hours),
      actor: actor,
      happening: happening
    )
  }

  private static func findings(in article: SampleArticle) -> [Finding] {
    [
      Finding(
        .weekday,
        .contradicted,
        spans: [article.span("Senin (1/9/2026)")],
        facts: ["date": "2026-09-01", "printed": "1", "calendar": "2"]
      ),
      Finding(
        .headlineNumber,
        .confirmed,
        spans: [article.span("12.000 kendaraan")],
        facts: ["headline": "12.000", "body": "12.000"]
      ),
      Finding(
        .vagueSourcing,
        .noted,
        spans: [article.span("Sumber: berbagai sumber")],
        facts: ["phrase": "Sumber: berbagai sumber"]
      ),
    ]
  }
}
