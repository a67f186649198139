import ClaimModel
import Foundation

@testable import AuditReport

/// An index of some made-up audits: one real sample, the others counted out by a fixed rule.
enum SampleIndex {
  private static let titles: [(String, String, LanguageTag)] = [
    ("Panen raya di Sukarimba lampaui target", "Kabar Melati", .indonesian),
    ("Mayor of Fernhill says bus ridership doubled", "Fernhill Courier", .english),
    ("Pasar lama dipindah, omzet disebut anjlok separuh", "Suara Hulu", .indonesian),
    ("Council of Fernhill to plant one million trees", "Fernhill Courier", .english),
    ("Angka tengkes Randualas turun, kata dinas", "Kabar Melati", .indonesian),
  ]

  static func make(
    count: Int = 12,
    language: LanguageTag = .indonesian
  ) throws -> AuditIndex {
    try make(entries(count), language: language)
  }

  static func entries(_ count: Int) -> [AuditEntry] {
    [AuditEntry(SampleAudit.make())] + (0..<max(0, count - 1)).map(entry)
  }

  static func make(
    _ entries: [AuditEntry],
    language: LanguageTag = .indonesian
  ) throws -> AuditIndex {
    AuditIndex(
      desk: SampleAudit.desk,
      entries: try AuditEntries(entries),
      scales: [SampleAudit.scale],
      ledger: SampleAudit.ledger,
      language: language,
      agreements: [
        OpinionAgreement(scale: "default", count: 25, same: 20, raw: 0.8, kappa: 0.7183),
        OpinionAgreement(scale: "mafindo", count: 2, same: 2, raw: 1, kappa: nil),
      ]
    )
  }

  private static func entry(_ number: Int) -> AuditEntry {
    let (title, outlet, language) = titles[number % titles.count]
    var entry = AuditEntry(SampleAudit.make())
    entry.fileName = "sample-\(number).html"
    entry.title = number < titles.count ? title : "\(title) (\(number / titles.count + 1))"
    entry.outlet = outlet
    entry.language = language
    entry.published = CalendarDate(iso8601: "2026-08-31").map {
      CalendarDate(daysSince1970: $0.daysSince1970 - number * 11)
    }
    entry.corrections = []
    let ratings = SampleAudit.scale.ratings
    entry.claims = (0..<(3 + number % 7)).map { index in
      AuditEntry.ClaimLine(
        number: index + 1,
        place: "sample-\(number).html#k\(index + 1)",
        kind: Claim.Kind.allCases[(index + number) % 4],
        stage: index == 5 ? .researching : .published,
        rating: index == 5
          ? nil : RatingName(scale: "default", rating: ratings[(index * 5 + number) % 6].name),
        quote: "Pernyataan \(index + 1)",
        speaker: nil
      )
    }
    return entry
  }
}

extension AuditEntries {
  convenience init(_ entries: [AuditEntry]) throws {
    try self.init(in: FileManager.default.temporaryDirectory)
    for entry in entries { try append(entry) }
  }
}
