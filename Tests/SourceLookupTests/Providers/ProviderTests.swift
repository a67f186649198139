import ClaimModel
import Testing

@testable import SourceLookup

@Suite(
  "Providers",
  .enabled(if: LocalServer.isAvailable, "python3 and openssl are needed for a local server")
)
struct ProviderTests {
  private let server: LocalServer

  init() throws { server = try #require(LocalServer.shared) }

  /// Settings that lead to a reply of the local server, whatever is asked for.
  private func settings(_ reply: String, status: String = "200") -> ProviderSettings {
    ProviderSettings(base: server.url("fixed/\(status)/\(reply)"), key: " kunci ")
  }

  private func ask(
    _ provider: some SourceProvider,
    _ query: String = "harga beras"
  ) throws -> [Suggestion] {
    var rules = server.rules
    rules.mostRetries = 0
    let desk = ProviderDesk(rules: rules) { Timestamp(secondsSince1970: 1_772_000_000) }
    return try desk.ask(provider, [query])[0]
  }

  private func works(_ suggestions: [Suggestion]) -> [Source] {
    suggestions.compactMap { if case .work(let source) = $0.finding { source } else { nil } }
  }

  private func checks(_ suggestions: [Suggestion]) -> [ClaimReview] {
    suggestions.compactMap { if case .check(let check) = $0.finding { check } else { nil } }
  }

  @Test("ask in the way that is documented, with keys where nobody sees them")
  func requests() throws {
    let key = ProviderSettings(key: "rahasia")
    let google = try GoogleFactCheck(key, language: "id").request("harga & beras", limit: 5)
    #expect(
      google.url
        == "https://factchecktools.googleapis.com/v1alpha1/claims:search?query=harga%20%26%20beras"
        + "&pageSize=5&languageCode=id"
    )
    #expect(google.secretHeaders == [HeaderField("X-Goog-Api-Key", "rahasia")])
    let mafindo = try Mafindo(key).request("beras", limit: 3)
    #expect(mafindo.url == "https://yudistira.turnbackhoax.id/api/antihoax/search")
    #expect(
      mafindo.body.map { String(decoding: $0, as: UTF8.self) }
        == "key=rahasia&method=title&value=beras&limit=3"
    )
    let doi = try DOIResolver(ProviderSettings()).request(
      "doi:10.5555/a b".replacing(" ", with: "<"),
      limit: 1
    )
    #expect(doi.url == "https://doi.org/10.5555/a%3Cb")
    let save = try SavePageNow(key).request("https://warta.example/1")
    #expect(save.secretHeaders.first?.value == "LOW rahasia")
    #expect(
      try OpenAlex(ProviderSettings(key: "  ")).request("x", limit: 999).url.hasSuffix(
        "per_page=100&search=x"
      )
    )
  }

  @Test("say when they want a key or another question")
  func refusals() {
    #expect(throws: ProviderError.needsKey(provider: "mafindo")) {
      try Mafindo(ProviderSettings(key: " ")).request("x", limit: 1)
    }
    #expect(throws: ProviderError.needsKey(provider: "google-fact-check")) {
      try GoogleFactCheck(ProviderSettings()).request("x", limit: 1)
    }
    #expect(throws: ProviderError.self) {
      try DOIResolver(ProviderSettings()).request("beras", limit: 1)
    }
    #expect(throws: ProviderError.self) {
      try WebArchive(ProviderSettings()).request("beras", limit: 1)
    }
    #expect(throws: ProviderError.needsKey(provider: "save-page-now")) {
      try SavePageNow(ProviderSettings()).request("https://a.example/")
    }
  }

  @Test("are asked no faster than their operators want")
  func pace() throws {
    func seconds(_ provider: some SourceProvider) throws -> Double {
      var rules = server.rules
      rules.mostRetries = 0
      let start = ContinuousClock.now
      let desk = ProviderDesk(rules: rules) { Timestamp(secondsSince1970: 1_772_000_000) }
      #expect(try desk.ask(provider, ["satu", "dua", "tiga"]).count == 3)
      return (ContinuousClock.now - start) / .seconds(1)
    }
    #expect(try seconds(Wikipedia(settings("wikipedia.json"), language: "id")) >= 1)
    #expect(try seconds(OpenLibrary(settings("openlibrary.json"))) >= 2)
    #expect(GDELT(ProviderSettings()).interval == 5_000)
    #expect(Crossref(ProviderSettings()).interval == 200)
    #expect(OpenAlex(ProviderSettings()).interval == 100)
  }

  @Test("give checks, and none for an empty claim or without an address")
  func factChecks() throws {
    let google = checks(try ask(GoogleFactCheck(settings("google.json"))))
    #expect(google.map(\.url) == ["https://cek-waru.example/1", "https://cek-lain.example/4"])
    #expect(google[0].rating == "Salah")
    #expect(google[0].claimDate == "2026-03-01")
    #expect(google[1].publisher == "cek-lain.example")
    #expect(try ask(GoogleFactCheck(settings("empty.json"))).isEmpty)
    let suggestions = try ask(Mafindo(settings("mafindo.json")))
    let mafindo = checks(suggestions)
    #expect(mafindo.map(\.claim) == ["Bupati Waru Menaikkan Harga Beras", "[HOAKS]"])
    #expect(mafindo.map(\.rating) == ["Misleading Content", "HOAKS"])
    #expect(mafindo.map(\.reviewDate) == ["2026-03-05", nil])
    #expect(suggestions[0].reason == "Harga beras tidak naik.")
  }

  @Test("give works with what is known about them")
  func references() throws {
    let wikipedia = try ask(Wikipedia(settings("wikipedia.json"), language: "id"))
    #expect(wikipedia.map(\.reason) == ["kota Waru & pasarnya", "pohon"])
    #expect(works(wikipedia)[0].url == "https://id.wikipedia.org/wiki/Waru_Kidul_%28kota%29")
    #expect(works(try ask(Wikidata(settings("wikidata.json")))).map(\.title) == ["Waru Kidul"])
    let book = try #require(works(try ask(OpenLibrary(settings("openlibrary.json")))).first)
    #expect(book.issued == "1999")
    #expect(book.publisher == "Pustaka Waru")
    let news = try #require(works(try ask(GDELT(settings("gdelt.json")))).first)
    #expect(news.title == "Harga beras naik")
    #expect(news.issued == "2026-03-04")
    #expect(try ask(GDELT(settings("empty.json"))).isEmpty)
  }

  @Test("give scholarly works, and say first that one was retracted")
  func scholarly() throws {
    let crossref = try ask(Crossref(settings("crossref.json")))
    #expect(
      crossref[0].notices == [
        WorkNotice(word: "retraction", doi: "10.5555/jm.99"),
        WorkNotice(word: "editorial_note", doi: nil),
      ]
    )
    #expect(crossref[0].notices.map(\.kind) == [.retraction, nil])
    #expect(crossref[0].isRetracted)
    try #require(works(crossref).count == 2)
    let work = works(crossref)[0]
    #expect(work.authors.last == .literal("Market Group"))
    #expect(work.type == "article-journal")
    #expect(work.issued == "2021-07")
    #expect(work.containerTitle == "Journal of Markets")
    #expect(works(crossref)[1].issued == nil)
    let openAlex = try ask(OpenAlex(settings("openalex.json")))
    #expect(openAlex.map(\.isRetracted) == [true])
    #expect(works(openAlex)[0].title == "Rice markets")
    #expect(works(openAlex)[0].doi == "10.5555/jm.7")
    #expect(works(openAlex)[0].pmid == "12345678")
    #expect(works(openAlex)[0].pmcid == "PMC1234567")
    #expect(works(openAlex)[0].issn == "2049-3630")
    #expect(work.issn == "2049-3630")
    let doi = works(try ask(DOIResolver(settings("doi.json")), "https://doi.org/10.5555/jm.7"))
    #expect(doi.first?.issued == "2021-07-02")
    #expect(try ask(DOIResolver(settings("not-found.txt", status: "404")), "10.5555/none").isEmpty)
  }

  @Test("give captures, latest first, each once")
  func captures() throws {
    let found = try ask(WebArchive(settings("cdx.json")), "https://warta.example/1")
    #expect(
      found.map(\.finding) == [
        .capture(
          ArchivedCapture(
            original: "https://warta.example/1",
            timestamp: "20260304031500",
            status: nil,
            digest: "BBBB"
          )
        ),
        .capture(
          ArchivedCapture(
            original: "https://warta.example/1",
            timestamp: "20250101000000",
            status: 200,
            digest: "AAAA"
          )
        ),
      ]
    )
    #expect(
      throws: ProviderError.badQuery(provider: "web-archive", .hiddenSite)
    ) {
      try ask(WebArchive(settings("archive-blocked.txt", status: "403")), "https://warta.example/1")
    }
  }

  @Test("tell how a capture stands, also where an error comes as success")
  func savePageNow() throws {
    func progress(_ reply: String) throws -> SavePageNow.Progress {
      let service = SavePageNow(settings(reply))
      return try service.progress(try service.request("https://warta.example/1"), server.fetcher())
    }
    #expect(try progress("spn-pending.json") == .pending(job: "spn2-abc"))
    guard case .done(let capture) = try progress("spn-success.json") else {
      Issue.record("the capture should be done")
      return
    }
    #expect(capture.url == "https://web.archive.org/web/20260304031500/https://warta.example/1")
    #expect(
      try progress("spn-busy.json")
        == .failed(code: "too-many-requests", mayPass: true, message: "The target server is busy.")
    )
    guard case .failed("blocked-url", false, _) = try progress("spn-blocked.json"),
      case .alreadyThere = try progress("spn-same.json")
    else {
      Issue.record("a blocked address is no passing fault, and a fresh copy no fault at all")
      return
    }
    #expect(throws: ProviderError.self) { try progress("empty.json") }
  }

  @Test("say what is wrong with an answer that is none")
  func uglyReplies() throws {
    let broken = #expect(throws: ProviderError.self) { try ask(GDELT(settings("broken.json"))) }
    #expect(broken?.description.hasPrefix("gdelt answered something unexpected: ") == true)
    #expect(
      throws: ProviderError.badQuery(
        provider: "gdelt",
        .said("Your query was too short or too long.")
      )
    ) {
      try ask(GDELT(settings("gdelt-error.html")))
    }
    #expect(throws: ProviderError.exhausted(provider: "wikidata", seconds: nil)) {
      try ask(Wikidata(settings("wikidata-limited.json")))
    }
    #expect(
      throws: ProviderError.badQuery(
        provider: "wikidata",
        .said("The search parameter must be set.")
      )
    ) {
      try ask(Wikidata(settings("wikidata-error.json")))
    }
    #expect(throws: ProviderError.badReply(provider: "mafindo", .said("Key tidak ditemukan"))) {
      try ask(Mafindo(settings("mafindo-error.json")))
    }
    #expect(throws: ProviderError.badReply(provider: "wikipedia-en", .noList)) {
      try ask(Wikipedia(settings("empty.json"), language: "en"))
    }
    #expect(throws: ProviderError.badReply(provider: "openalex", .noList)) {
      try ask(OpenAlex(settings("empty.json")))
    }
  }

  @Test("say what is wrong with a server that does not answer")
  func statuses() throws {
    for (status, error) in [
      ("401", ProviderError.badKey(provider: "crossref")), ("403", .badKey(provider: "crossref")),
      ("429", .exhausted(provider: "crossref", seconds: nil)),
      ("429-1", .exhausted(provider: "crossref", seconds: 1)),
      ("429-55000", .exhausted(provider: "crossref", seconds: 55_000)),
      ("500", .outOfOrder(provider: "crossref", status: 500)),
      ("400", .badQuery(provider: "crossref", .said("Resource not found."))),
    ] {
      #expect(throws: error) { try ask(Crossref(settings("not-found.txt", status: status))) }
      #expect(!error.description.isEmpty)
    }
    let nowhere = ProviderSettings(base: "http://127.0.0.9:1")
    let error = #expect(throws: ProviderError.self) { try ask(Crossref(nowhere)) }
    guard case .network("crossref", .refusedAddress) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }
}
