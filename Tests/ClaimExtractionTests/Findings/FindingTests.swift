import ClaimModel
import Testing

@testable import ClaimExtraction

@Suite("Findings")
struct FindingTests {
  private func findings(
    _ text: String,
    _ language: LanguageTag = .indonesian,
    published: CalendarDate? = nil
  ) -> [Finding] {
    ClaimExtractor().extract(Documents.make(text, language: language, published: published))
      .findings
  }

  @Test(
    "hold a weekday against the calendar",
    arguments: [
      ("Rapat digelar Rabu, 19 Juni 2024.", LanguageTag.indonesian, "Rabu, 19 Juni 2024", true),
      ("Rapat digelar Rabu (19/6/2024).", .indonesian, "Rabu (19/6/2024)", true),
      ("Rapat digelar Kamis 19 Juni 2024.", .indonesian, "Kamis 19 Juni 2024", false),
      ("They met on Wednesday, June 19, 2024.", .english, "Wednesday, June 19, 2024", true),
      ("They met on Friday, 19 June 2024.", .english, "Friday, 19 June 2024", false),
      ("They met on Wed June 19th, 2024.", .english, "Wed June 19th, 2024", true),
      ("Rapat digelar Jum'at, 21 Juni 2024.", .indonesian, "Jum'at, 21 Juni 2024", true),
    ]
  )
  func weekdays(text: String, language: LanguageTag, words: String, agrees: Bool) {
    let found = findings(text, language).filter { $0.kind == .weekday }
    #expect(found.map(\.outcome) == [agrees ? .confirmed : .contradicted])
    #expect(found.first?.spans.map { text.slice($0).map(String.init) } == [words])
  }

  @Test(
    "say nothing of dates that do not exist, have no year or could be two days",
    arguments: [
      "Rapat digelar Rabu, 31 Juni 2024.", "Rapat digelar Rabu, 19 Juni.", "Minggu depan 12 orang",
      "harga pasar minggu 5/4/2024",
    ]
  )
  func noDate(text: String) {
    #expect(findings(text).filter { $0.kind == .weekday }.isEmpty)
  }

  @Test("note a source line that names nobody, in either language and block")
  func vagueSourcing() {
    let text = "Isi berita yang cukup panjang untuk dibaca.\n\nSumber: berbagai sumber"
    #expect(findings(text).map(\.kind) == [.vagueSourcing])
    #expect(findings(text).map(\.facts) == [["phrase": "berbagai sumber"]])
    #expect(
      findings("It rained.\n\nSource: various sources", .english).map(\.kind) == [.vagueSourcing]
    )
    #expect(findings("Isi berita.\n\nSumber: Dinas Pengairan Lembayung").isEmpty)
  }

  private func only(_ kind: Finding.Kind, _ findings: [Finding]) -> [Finding] {
    findings.filter { $0.kind == kind }
  }

  @Test("note a date after the day of publication")
  func future() {
    let published = CalendarDate(year: 2025, month: 2, day: 3)
    let text = "Jembatan dibuka Senin (3/2/2025) dan diresmikan 1 Mei 2025."
    let found = only(.futureDate, findings(text, published: published))
    #expect(found.map(\.facts) == [["date": "2025-05-01", "published": "2025-02-03"]])
    #expect(found.map(\.outcome) == [.noted])
  }

  @Test(
    "add up the parts of a whole",
    arguments: [
      (
        "Ratna meraih 45,5 persen, Arman 30,5 persen, dan Bayu 24 persen.",
        Finding.Outcome.confirmed, "100"
      ),
      ("Ratna meraih 45 persen, Arman 35 persen, dan Bayu 24 persen.", .contradicted, "104"),
      ("Ratna meraih 45 persen, Arman 30 persen, dan Bayu 20 persen.", .noted, "95"),
    ]
  )
  func percentages(text: String, outcome: Finding.Outcome, sum: String) {
    let found = only(.percentageSum, findings(text))
    #expect(found.map(\.outcome) == [outcome])
    #expect(found.first?.facts["sum"] == sum)
    #expect(found.first?.spans.count == 3)
  }

  @Test("do not add up comparisons or pairs")
  func noSum() {
    #expect(
      only(.percentageSum, findings("Naik 40 persen, turun 30 persen, lalu naik 30 persen."))
        .isEmpty
    )
    #expect(only(.percentageSum, findings("Ratna 60 persen dan Arman 40 persen.")).isEmpty)
    let nested =
      "Sebanyak 1 persen warga membayar 25 persen pajak, dan 10 persen membayar 69 persen."
    #expect(only(.percentageSum, findings(nested)).isEmpty)
  }

  @Test("hold the headline's number against the body's")
  func headline() {
    let contradicted = "12 Rumah Rusak di Lembayung\n\nSebanyak 14 rumah rusak akibat angin."
    let found = only(.headlineNumber, findings(contradicted))
    #expect(found.map(\.outcome) == [.contradicted])
    #expect(found.first?.facts == ["headline": "12", "body": "14"])
    let agreed = "12 Rumah Rusak di Lembayung\n\nAngin merusak 12 rumah. Ada 3 rumah hanyut."
    #expect(only(.headlineNumber, findings(agreed)).map(\.outcome) == [.confirmed])
  }

  @Test("see the same quantity stated twice with different values")
  func restated() {
    let text =
      "Angin kencang merusak 12 rumah warga. Menurut catatan, angin itu merusak 15 rumah warga."
    let found = only(.restatedQuantity, findings(text))
    #expect(found.first?.facts == ["first": "12", "second": "15", "unit": "rumah"])
  }

  @Test(
    "do not take two quantities for one",
    arguments: [
      "Angin merusak 12 rumah warga. Bantuan tiba untuk 15 rumah warga di sana.",
      "Ada 12 rumah warga dan 15 rumah ibadah.",
      "Ada sekitar 12 rumah warga. Lalu 15 rumah warga.",
      "Angin merusak 12 rumah warga. Di Desa Wening angin merusak 15 rumah warga.",
      "Angin merusak 12 rumah warga. Angin lalu merusak total 15 rumah warga.",
      "Angin merusak 12 rumah warga. Senin angin merusak 3 rumah warga, Selasa 15 rumah warga.",
      "Tiap motor meminum 2 liter per hari. Tiap mobil meminum 4 liter per hari.",
    ]
  )
  func notRestated(text: String) {
    #expect(only(.restatedQuantity, findings(text)).isEmpty)
  }

  @Test(
    "hold an age against a year of birth",
    arguments: [
      (
        "Ratna Kusuma (45), lahir di Lembayung pada 1979.", LanguageTag.indonesian,
        Finding.Outcome.confirmed
      ),
      ("Ratna Kusuma, kelahiran 1979, kini berusia 52 tahun.", .indonesian, .contradicted),
      ("Nora Dovetail, a 45-year-old sailor, was born in 1979.", .english, .confirmed),
    ]
  )
  func age(text: String, language: LanguageTag, outcome: Finding.Outcome) {
    let published = CalendarDate(year: 2025, month: 2, day: 3)
    #expect(only(.age, findings(text, language, published: published)).map(\.outcome) == [outcome])
    #expect(only(.age, findings(text, language)).isEmpty)
  }
}

@Suite("Numbers as printed")
struct NumberTests {
  private func numbers(_ text: String, _ language: LanguageTag) -> [PrintedNumber] {
    let pack = LanguagePack.pack(for: language) ?? LanguagePack.all[0]
    let tagged = TaggedText(AnalysedText(text), pack)
    let reader = NumberReader(tagged)
    let range = 0..<tagged.tags.count
    return range.compactMap { reader.number(at: $0, in: range) }
  }

  @Test(
    "have the value that their language gives them",
    arguments: [
      ("1.250 rumah", LanguageTag.indonesian, 1250.0), ("1,5 juta orang", .indonesian, 1_500_000),
      ("Rp3,2 miliar", .indonesian, 3_200_000_000), ("12.000.000", .indonesian, 12_000_000),
      ("1,250.5 tons", .english, 1250.5), ("$2.5 million", .english, 2_500_000),
      ("40%", .english, 40),
    ]
  )
  func values(text: String, language: LanguageTag, value: Double) {
    #expect(numbers(text, language).map(\.value) == [value])
  }

  @Test(
    "are not seen in times, dates, ranges and long digits",
    arguments: ["15.30 WIB", "19/6/2024", "2019-2024", "1.2.3", "123456789012345678901"]
  )
  func none(text: String) {
    #expect(numbers(text, .indonesian).isEmpty)
  }
}
