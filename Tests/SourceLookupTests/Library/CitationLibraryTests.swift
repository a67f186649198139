import ClaimModel
import Testing

@testable import SourceLookup

@Suite("A citation library")
struct CitationLibraryTests {
  private static let file = """
    [
      {
        "id": "bsw-beras-2025",
        "type": "report",
        "title": "Harga beras eceran menurut kecamatan 2025",
        "author": [{ "literal": "Badan Statistik Waru Kidul" }],
        "publisher": "Badan Statistik Waru Kidul",
        "issued": { "date-parts": [[2025, "3"]], "season": "1" },
        "accessed": { "date-parts": [[2026, 3, 9]] },
        "URL": "https://statistik.waru-kidul.example/beras",
        "DOI": "https://doi.org/10.5555/beras.2025",
        "language": "id-ID",
        "ISSN": "0000-0000",
        "custom": { "independenceGroup": "bsw", "shelf": 7 }
      },
      {
        "id": 2,
        "type": "article-newspaper",
        "title": "Café prices “steady”",
        "author": [
          { "family": "Berg", "non-dropping-particle": "van den", "given": "Ana", "suffix": "Jr." }
        ],
        "container-title": "The Waru Herald",
        "issued": { "raw": "2026-03-04" }
      }
    ]
    """

  private func library(_ text: String = file) throws -> CitationLibrary {
    try CitationLibrary(json: Array(text.utf8), file: "citations.json")
  }

  @Test("reads names, dates, identifiers and the independence group")
  func reads() throws {
    let sources = try library().sources
    #expect(sources.count == 2)
    #expect(
      sources[0]
        == Source(
          id: SourceID(rawValue: "bsw-beras-2025"),
          type: "report",
          title: "Harga beras eceran menurut kecamatan 2025",
          authors: [.literal("Badan Statistik Waru Kidul")],
          publisher: "Badan Statistik Waru Kidul",
          issued: "2025-03",
          accessed: CalendarDate(year: 2026, month: 3, day: 9),
          url: "https://statistik.waru-kidul.example/beras",
          doi: "10.5555/beras.2025",
          issn: "0000-0000",
          language: LanguageTag(rawValue: "id-id"),
          independenceGroup: "bsw"
        )
    )
    #expect(sources[1].id.rawValue == "2")
    #expect(sources[1].authors == [.person(family: "van den Berg", given: "Ana, Jr.")])
    #expect(sources[1].issued == "2026-03-04")
  }

  @Test("writes back what it read, unknown fields and all")
  func writesBack() throws {
    let library = try library()
    let before = try JSONReader.read(Array(Self.file.utf8))
    let after = try JSONReader.read(Array(library.json.utf8))
    #expect(after == before)
  }

  @Test("writes a changed field and leaves the others as they were")
  func writesChanges() throws {
    var library = try library()
    var source = library.sources[0]
    source.title = "Harga beras 2025"
    source.issued = "2025-04-01"
    source.doi = nil
    source.independenceGroup = "lain"
    source.modified = "2026-01-02"
    library.add(source)
    let item = try #require(JSONReader.read(Array(library.json.utf8)).elements?.first)
    #expect(item["title"]?.text == "Harga beras 2025")
    #expect(item["issued"]?.json(indented: false) == #"{"date-parts":[[2025,4,1]]}"#)
    #expect(item["DOI"] == nil)
    #expect(item["ISSN"]?.text == "0000-0000")
    #expect(item["custom"]?["shelf"]?.integer == 7)
    #expect(item["custom"]?["independenceGroup"]?.text == "lain")
    #expect(item["custom"]?["modified"]?.text == "2026-01-02")
    #expect(try self.library(library.json).sources == library.sources)
  }

  @Test("reads numbers as Crossref and Zotero write them, and leaves them as they stand there")
  func numbers() throws {
    let text = """
      [{"id": "a", "type": "article", "title": "A", "ISBN": ["http://id.crossref.org/isbn/9786028519939"],
        "ISSN": ["1234-5679", "2049-3630"], "PMID": 12345678, "PMCID": "PMC1234567", "archive": "arXiv",
        "archive_location": "arXiv:2601.01234"}]
      """
    let library = try library(text)
    let source = try #require(library.sources.first)
    #expect(source.isbn == "9786028519939")
    #expect(source.issn == "1234-5679")
    #expect(source.pmid == "12345678")
    #expect(source.pmcid == "PMC1234567")
    #expect(source.arxiv == "2601.01234")
    #expect(try JSONReader.read(Array(library.json.utf8)) == JSONReader.read(Array(text.utf8)))
  }

  @Test("reads back every field that it writes itself")
  func roundTrip() throws {
    let source = Source(
      id: SourceID(rawValue: "a"),
      type: "webpage",
      title: "Satu \"dua\" \\ tiga\n\u{1F}",
      authors: [.person(family: "Arum", given: nil), .person(family: "Wijaya", given: "Sekar")],
      containerTitle: "Situs",
      publisher: "Penerbit",
      issued: "2024",
      modified: "2025-02",
      accessed: CalendarDate(year: 2026, month: 1, day: 2),
      url: "https://example.org/",
      doi: "10.5555/x",
      isbn: "978-602-8519-93-9",
      issn: "1234-5679",
      pmid: "12345678",
      pmcid: "PMC1234567",
      arxiv: "2601.01234v2",
      language: .indonesian,
      independenceGroup: "g"
    )
    #expect(try library(CitationLibrary([source]).json).sources == [source])
  }

  @Test("replaces a work of the same name, and keeps what it had beside")
  func replaces() throws {
    var library = try library()
    let id = SourceID(rawValue: "2")
    library.add(Source(id: id, type: "webpage", title: "Baru"))
    #expect(library.sources.count == 2)
    #expect(library[id]?.title == "Baru")
    #expect(library[SourceID(rawValue: "tidak ada")] == nil)
  }

  @Test(
    "says where a file is wrong, and what should be there",
    arguments: [
      ("", "c.json:1:1: the JSON ends too early; something is not closed"),
      (
        "[{\"id\": \"a\",}]",
        "c.json:1:13: “}” does not belong here; look for a missing comma or quotation mark"
      ),
      ("{}", "c.json:1:1: a citation file is a list, “[ … ]”, of CSL-JSON items"),
      ("[\n 3]", "c.json:2:2: citation number 1: the item should be an object, “{ … }”"),
      (
        "[{\"title\": \"é\"}]",
        "c.json:1:2: citation number 1: “id” should be given: a short name for the citation"
      ),
      (
        "[{\"id\": \"a\",\n  \"author\": \"Arum\"}]",
        "c.json:2:13: citation “a”: “author” should be a list of names, “[ … ]”"
      ),
      (
        "[{\"id\": \"a\", \"issued\": {\"date-parts\": [[2025, 13]]}}]",
        "c.json:1:40: citation “a”: “issued” should be a date such as {\"date-parts\": [[2026, 3, 9]]}"
      ),
      (
        "[{\"id\": \"a\"},\n {\"id\": \"a\"}]",
        "c.json:2:9: citation number 2 has the id “a” of number 1; give one of them another id"
      ),
      ("[{\"id\": \"a\", \"title\": {}}]", "c.json:1:23: citation “a”: “title” should be text"),
      (
        "[{\"id\": \"a\", \"title\": \"x\ny\"}]",
        "c.json:1:25: a line break or control character inside a string; write it as \\n"
      ),
      ("[\"\\q\"]", "c.json:1:3: an unknown escape after a backslash"),
      ("[] []", "c.json:1:4: text after the end of the JSON"),
    ]
  )
  func errors(text: String, message: String) {
    let error = #expect(throws: CitationLibraryError.self) {
      try CitationLibrary(json: Array(text.utf8), file: "c.json")
    }
    #expect(error?.description == message)
  }

  @Test("takes unknown dates, titles and types for what they are")
  func lenient() throws {
    let source = try #require(
      try library(
        """
        \u{FEFF}[{"id": "a", "issued": {"date-parts": [[null]]}, "title": ["Judul"], "author": null},
         {"id": "b", "issued": {"literal": "awal tahun"}, "author": ["Arum"]}]
        """
      ).sources.first
    )
    #expect(source.issued == nil)
    #expect(source.title == "Judul")
    #expect(source.type == "document")
  }

  @Test("refuses rubbish without harm")
  func rubbish() {
    let deep = String(repeating: "[", count: 100_000)
    let texts = [deep, "[{\"id\":\"\\ud800\"}", "\u{0}", "[1e]", "[-]", "nul", "[\"\\u12", "[tru]"]
    for text in texts {
      #expect(throws: CitationLibraryError.self) { try library(text) }
    }
    #expect(throws: CitationLibraryError.self) {
      try CitationLibrary(json: [0x5B, 0x22, 0xFF, 0x22, 0x5D], file: "x")
    }
  }
}
