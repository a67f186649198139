import Foundation
import TestSupport
import Testing

@Suite("Sources from the web")
struct SourceTests {
  let desk: SourceDesk
  let tilik: Program
  let site: Site

  init() throws {
    desk = try SourceDesk()
    tilik = desk.tilik
    site = desk.site
  }

  @Test("are fetched, archived, cited by what the page says, and found again in their text")
  func wholeWay() throws {
    let added = try desk.json(
      [AddedSource].self,
      "add",
      site.url("berita/pasar-wulung?utm_source=x")
    )
    let source = try #require(added.first?.source)
    #expect(source.id == "sastra-2026-pasar")
    #expect(source.title == "Pasar Wulung Belum Rampung")
    #expect(source.containerTitle == "Kabar Selagiri")
    #expect(source.issued == "2026-03-12")
    #expect(source.modified == "2026-03-14")
    #expect(source.url == site.url("berita/pasar-wulung"))
    #expect(added[0].places["authors"] == "jsonld:author.name")
    #expect(added[0].places["modified"] == "jsonld:dateModified")
    #expect(added[0].isNew)
    #expect(site.requests.count == 1)
    #expect(site.requests[0].hasSuffix("Tilik/0.1.0 (mailto:meja@example.org)"))

    let exact = try tilik(
      "cite",
      desk.claim,
      source.id,
      "refutes",
      "-e",
      "Dari 212 kios, 148 sudah diperbaiki",
      "--json"
    )
    #expect(exact.output.contains(#""quality" : "exact""#), "\(exact.output) \(exact.talk)")
    #expect(exact.output.contains(#""type" : "TextQuoteSelector""#))
    #expect(exact.output.contains("#:~:text=Dari%20212%20kios%2C%20148%20sudah%20diperbaiki"))

    let wrong = "Dari 212 kios, 184 sudah diperbaiki per 12 Maret 2026"
    let fuzzy = try tilik("cite", desk.claim, source.id, "refutes", "-e", wrong)
    #expect(fuzzy.talk.contains("[-184-] {+148+}"), "\(fuzzy.talk)")

    // The table stands beside the article.
    let beside = try tilik("cite", desk.claim, source.id, "context", "-e", "64 dari 212 kios")
    #expect(beside.status == 0, "\(beside.talk)")
    #expect(beside.talk.contains("word for word"))

    let absent = try tilik("cite", desk.claim, source.id, "context", "-e", "Pasar itu terbakar")
    #expect(absent.status == 1)
    let shown = try desk.source("show", source.id)
    #expect(shown.output.contains("SHA-256 \(added[0].capture?.snapshot ?? "")"))
    #expect(shown.output.contains("last changed: 2026-03-14"))
    #expect(shown.output.contains("what this proves"))
    #expect(shown.output.contains("authors jsonld:author.name"), "\(shown.output)")
    #expect(try tilik("verify").status == 0)
  }

  @Test("have words that stand in several places told apart by what stands around them")
  func context() throws {
    let source = "sastra-2026-pasar"
    try #require(try desk.source("add", site.url("berita/pasar-wulung")).status == 0)
    let several = try tilik("cite", desk.claim, source, "context", "-e", "pedagang")
    #expect(several.status == 0)
    #expect(several.talk.contains("the words before and after it"), "\(several.talk)")
    let one = try tilik(
      "cite",
      desk.claim,
      source,
      "refutes",
      "-e",
      "pedagang",
      "--prefix",
      "dan sewa tenda di lapangan ditanggung",
      "--suffix",
      "sendiri",
      "--json"
    )
    #expect(one.output.contains(#""quality" : "exact""#), "\(one.output) \(one.talk)")
    #expect(one.output.contains(#""suffix" : "sendiri""#))
    #expect(one.output.contains("ditanggung-,pedagang,-sendiri"))
    #expect(try desk.source("show", source).output.contains("ditanggung-,pedagang,-sendiri"))
    #expect(try tilik("verify").status == 0)
    let looked = try desk.source("check", "--json")
    #expect(looked.output.contains(#""state" : "alive""#), "\(looked.output)")
    #expect(try tilik("report").status == 0)
    #expect(try tilik.audits("reports").contains { $0.contains("ditanggung-,pedagang,-sendiri") })
    let empty = try tilik("cite", desk.claim, source, "context", "-e", " ")
    #expect(empty.talk.contains("the excerpt is empty"))
    let lone = try tilik("cite", desk.claim, source, "context", "--prefix", "dan sewa")
    #expect(lone.status == 2)
    #expect(lone.talk.contains("give the excerpt with -e"))
  }

  @Test("are stored once, however often they are fetched, and verify finds a changed file")
  func revisit() throws {
    let first = try desk.json([AddedSource].self, "add", site.url("berita/pasar-wulung"))
    let second = try desk.json([AddedSource].self, "add", site.url("berita/pasar-wulung"))
    #expect(!first[0].isRevisit)
    #expect(second[0].isRevisit)
    #expect(!second[0].isNew)
    #expect(second[0].source?.id == first[0].source?.id)
    // What the library says stays; when the page was changed, and numbers it lacked, come from the page.
    let issn =
      #"<meta name="citation_issn" content="1234-5679"><meta property="og:title" content="Lain">"#
    try site.put(
      "berita/pasar-wulung",
      Site.article().replacing("2026-03-14", with: "2026-03-15")
        .replacing("<link rel", with: "\(issn)<link rel")
        .replacing("Pasar Wulung Belum Rampung\",", with: "Pasar Wulung Rampung\",")
    )
    let third = try desk.json([AddedSource].self, "add", site.url("berita/pasar-wulung"))
    #expect(third[0].source?.title == "Pasar Wulung Belum Rampung")
    #expect(third[0].source?.modified == "2026-03-15")
    #expect(third[0].source?.issn == "1234-5679")
    let file = try #require(first[0].file)
    #expect(try tilik("verify").status == 0)
    for tool in ["warcio", "fastwarc"] {
      guard let path = Self.tool(tool) else { continue }
      for file in desk.snapshots where file.hasSuffix(".warc.gz") {
        let result = try tilik.run(path, ["check", tilik.path(".tilik/snapshots/\(file)")])
        #expect(result.status == 0, "\(tool) \(file): \(result.output) \(result.talk)")
      }
    }
    #expect(try desk.source("export", "--wacz", "arsip.wacz").status == 0)
    if let wacz = Self.tool("wacz") {
      let result = try tilik.run(wacz, ["validate", "-f", tilik.path("arsip.wacz")])
      #expect(result.status == 0, "\(result.output) \(result.talk)")
    }
    var bytes = [UInt8](try Data(contentsOf: URL(filePath: file)))
    bytes[bytes.count / 2] ^= 1
    try Data(bytes).write(to: URL(filePath: file))
    let check = try tilik("verify")
    #expect(check.status == 5)
    #expect(check.talk.contains("changed after it was stored") || check.output.contains("changed"))
  }

  private static func tool(_ name: String) -> String? {
    let path = SharedData.project.appending(path: ".venv/bin/\(name)").path
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }

  @Test("are refused, and nothing is stored, where the page is a wall")
  func walls() throws {
    try site.put("uji", "<title>Just a moment...</title><p>Checking", answer: #"{"status": 503}"#)
    try site.put("captcha", "<title>Kabar</title><div class=g-recaptcha></div>")
    try site.put("masuk", "<title>Masuk</title><p>Masuk untuk membaca artikel ini.</p>")
    try site.put("setuju", "<title>Sebelum Anda melanjutkan</title><p>Cookie</p>")
    try site.put("tutup", "", answer: #"{"status": 403}"#)
    for path in ["uji", "captcha", "masuk", "setuju", "tutup", "tidak-ada"] {
      let result = try desk.source("add", site.url(path))
      #expect(result.status == 1, "\(path): \(result.output) \(result.talk)")
      #expect(result.talk.contains(site.url(path)))
      #expect(result.talk.contains("tilik source new") == (path != "tidak-ada"))
    }
    #expect(desk.snapshots.isEmpty)
    #expect(try desk.source("list").output.isEmpty)
  }

  @Test("without words are kept, and it is said that no excerpt can be looked for in them")
  func pictures() throws {
    let picture = #"{"headers": {"Content-Type": "image/png"}}"#
    try site.put("foto/atap.png", "\u{1}\u{2}PNG", answer: picture)
    let added = try desk.source("add", site.url("foto/atap.png"))
    #expect(added.talk.contains("no words could be read"), "\(added.talk)")
    #expect(added.output.hasPrefix("127-atap "), "\(added.output)")
    let cited = try tilik("cite", desk.claim, "127-atap", "context", "-e", "Atap bocor")
    #expect(cited.talk.contains("the excerpt was not looked for"), "\(cited.talk)")
    try site.put("kosong", " \n")
    let empty = try desk.source("add", site.url("kosong"))
    #expect(empty.status == 1)
    #expect(empty.talk.contains("an empty page"))
    #expect(try tilik("show", desk.claim).output.contains("atap.png “Atap bocor”"))
  }

  @Test("are fetched from public addresses only, unless one is allowed")
  func addresses() throws {
    let result = try tilik("source", "add", site.url("berita/pasar-wulung"))
    #expect(result.status == 4)
    #expect(result.talk.contains("127.0.0.1, which is not a public address"))
    let there = try tilik(
      "source",
      "add",
      site.url("berita/pasar-wulung"),
      environment: ["TILIK_LANG": "id"]
    )
    #expect(there.talk.contains("bukan alamat publik"))
    #expect(there.talk.contains("--allow-private 127.0.0.1:\(site.port)"), "\(there.talk)")
    let led = try tilik("source", "add", "http://localhost:\(site.port)/berita")
    #expect(!led.talk.contains("--allow-private"), "\(led.talk)")
    let bare = try tilik("source", "add", "kabar.example/berita")
    #expect(bare.status == 3 && bare.talk.contains("http:// or https:// in front"), "\(bare.talk)")
    #expect(site.requests.isEmpty)
    for address in ["http://u:rahasia@example.org/", "ftp://example.org/a", "file:///etc/hostname"]
    {
      let refused = try tilik("source", "add", address)
      #expect(refused.status == 4)
      #expect(refused.talk.contains("give one that begins with"), "\(refused.talk)")
      #expect(!refused.talk.contains("rahasia"))
    }
    // Where a redirect leads to is told without the keys in it, in either language.
    try site.put(
      "alih",
      "",
      answer:
        #"{"status": 302, "headers": {"Location": "ftp://u:rahasia@example.org/?token=rahasia"}}"#
    )
    for language in ["en", "id"] {
      let led = try desk.source("add", site.url("alih"), environment: ["TILIK_LANG": language])
      #expect(led.status == 4)
      #expect(led.talk.contains("ftp://…@example.org/?token=…"), "\(led.talk)")
      #expect(!led.talk.contains("rahasia"))
    }
    // Of a list the good lines are taken, whatever stands between them.
    let list = "omong kosong\n\n \(site.url("berita/pasar-wulung"))\n"
    let some = try tilik.run(
      Program.url.path,
      ["source", "add", "-"] + site.allowed,
      input: Array(list.utf8)
    )
    #expect(some.status == 4)
    #expect(some.talk.contains("omong kosong"))
    #expect(some.output.contains("sastra-2026-pasar"), "\(some.talk)")
    #expect(try tilik("source", "add", "x.example", "--allow-private", "sini").status == 3)
  }

  @Test("stop at Ctrl-C after the page at hand, and what was taken is whole")
  func interrupted() throws {
    try site.put("lambat", "x", answer: #"{"seconds": 20}"#)
    let running = try tilik.start(
      Program.url.path,
      ["source", "add", site.url("berita/pasar-wulung"), site.url("lambat")] + site.allowed
    )
    for _ in 0..<500 where desk.snapshots.count < 2 { usleep(20_000) }
    // More than a second, so that it says how far it is.
    usleep(1_500_000)
    kill(running.process.identifier, SIGINT)
    let result = try running.finish()
    #expect(result.status == 130, "\(result.talk)")
    #expect(result.talk.contains("1 of 2 fetched"))
    #expect(result.talk.contains("1 of 2 were taken"))
    #expect(try desk.source("list").output.contains("Pasar Wulung Belum Rampung"))
    #expect(try tilik("verify").status == 0)
  }

  @Test("by their DOI are cited as its registry says, also where the page cannot be had")
  func dois() throws {
    try site.put(
      "10.5555/pasar.7",
      """
      {"type": "journal-article", "DOI": "10.5555/pasar.7", "title": "Kios dan Atap",
       "author": [{"family": "Sastra", "given": "Endah"}], "container-title": "Jurnal Pasar",
       "issued": {"date-parts": [[2025, 6]]}}
      """,
      answer: #"{"headers": {"Content-Type": "application/json"}}"#
    )
    let environment = ["TILIK_DOI_URL": site.url("").dropLast().description]
    let added = try desk.json(
      [AddedSource].self,
      "add",
      "doi:10.5555/pasar.7",
      environment: environment
    )
    #expect(added[0].source?.id == "sastra-2025-kios")
    #expect(added[0].source?.containerTitle == "Jurnal Pasar")
    let unknown = try desk.source("add", "10.5555/tidak.ada", environment: environment)
    #expect(unknown.status == 3)
    #expect(unknown.talk.contains("no such DOI"))
  }
}
