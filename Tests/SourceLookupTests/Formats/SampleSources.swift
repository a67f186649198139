import ClaimModel

@testable import SourceLookup

/// Works of every common kind, with the characters that formats trip over.
let sampleSources: [Source] = [
  Source(
    id: SourceID(rawValue: "santoso2025"),
    type: "article-newspaper",
    title: "Harga beras naik 20%: “mahal” & langka_?",
    authors: [
      .person(family: "Santoso", given: "Budi"),
      .person(family: "van den Berg", given: "Ana María"),
    ],
    containerTitle: "Warta Waru",
    publisher: "PT Warta {Waru}",
    issued: "2025-03-04",
    modified: "2025-03-06",
    accessed: CalendarDate(year: 2026, month: 1, day: 2),
    url: "https://example.org/a_b?x=1&y=~2%20#bagian",
    language: .indonesian
  ),
  Source(
    id: SourceID(rawValue: "bsw"),
    type: "report",
    title: "Statistik beras 2025",
    authors: [.literal("Badan Statistik dan Data Waru")],
    publisher: "Badan Statistik dan Data Waru",
    issued: "2025",
    doi: "10.5555/beras_2025.1"
  ),
  Source(
    id: SourceID(rawValue: "journal1"),
    type: "article-journal",
    title: "Rice markets of the north",
    authors: [.person(family: "O’Neil", given: "John")],
    containerTitle: "Journal of Markets",
    issued: "2021-07",
    doi: "10.5555/jm.7",
    issn: "2049-3630",
    pmid: "12345678",
    pmcid: "PMC1234567",
    arxiv: "math.GT/0309136"
  ),
  Source(
    id: SourceID(rawValue: "page"),
    type: "webpage",
    title: "Jadwal pasar",
    authors: [.literal("Dinas Pasar")],
    containerTitle: "Kota Waru",
    issued: "2026-01-15",
    url: "https://example.org/pasar"
  ),
  Source(
    id: SourceID(rawValue: "buku"),
    type: "book",
    title: "Sejarah Waru",
    authors: [.person(family: "Wijaya", given: "Sekar Arum")],
    publisher: "Pustaka Waru",
    issued: "1999",
    isbn: "978-602-8519-93-9"
  ),
]
