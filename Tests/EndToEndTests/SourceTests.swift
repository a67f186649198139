import Foundation
import TestSupport
import Testing

/// A desk with one claim, and a site to find sources on.
struct SourceDesk {
  let tilik: Program
  let site: Site
  let claim: String

  init() throws {
    var tilik = try Program()
    site = try Site(tilik.scratch)
    tilik.environment = ["TILIK_NOW": "2026-03-15T03:00:00Z", "TILIK_CONTACT": "meja@example.org"]
    self.tilik = tilik
    try tilik.write("market.txt", marketArticle)
    try #require(try tilik("init").status == 0)
    try #require(try tilik("add", "market.txt").status == 0)
    let listed = try tilik("list", "--text", "Semua kios sudah diperbaiki")
    claim = String(
      try #require(listed.output.split(separator: "\n").last?.split(separator: " ").first)
    )
    try #require(try tilik("triage", claim).status == 0)
    try site.put("berita/pasar-wulung", Site.article())
  }

  /// Runs `tilik source` with leave to fetch from the site.
  func source(
    _ arguments: String...,
    environment: [String: String] = [:]
  ) throws -> Program.Result {
    try source(arguments, environment: environment)
  }

  /// Runs `tilik source` with leave to fetch from the site.
  func source(
    _ arguments: [String],
    environment: [String: String] = [:]
  ) throws -> Program.Result {
    let network = ["add", "check", "find"].contains(arguments[0]) ? site.allowed : []
    return try tilik.run(
      Program.url.path,
      ["source"] + arguments + network,
      environment: environment
    )
  }

  /// The same, as JSON.
  func json<Value: Decodable>(
    _ type: Value.Type,
    _ arguments: String...,
    environment: [String: String] = [:]
  ) throws -> Value {
    let network = ["add", "check", "find"].contains(arguments[0]) ? site.allowed : []
    let result = try tilik.run(
      Program.url.path,
      ["source"] + arguments + network + ["--json"],
      environment: environment
    )
    try #require(result.status == 0, "\(arguments): \(result.talk)")
    return try JSONDecoder().decode(Value.self, from: Data(result.output.utf8))
  }

  /// The files in the archive, list aside.
  var snapshots: [String] {
    let all = FileManager.default.enumerator(atPath: tilik.path(".tilik/snapshots"))
    return (all?.allObjects as? [String] ?? []).filter { $0.contains(".") }.sorted()
  }
}

/// What `source add --json` says.
struct AddedSource: Decodable {
  struct Work: Decodable {
    var id: String
    var title: String
    var url: String?
    var issued: String?
    var modified: String?
    var issn: String?
    var containerTitle: String?
  }
  struct Capture: Decodable {
    struct Stamp: Decodable { var reply: String }
    var snapshot: String
    var text: String?
    var stamps: [Stamp]
    var independent: String?
  }

  var source: Work?
  var places: [String: String]
  var isNew: Bool
  var isRevisit: Bool
  var capture: Capture?
  var file: String?
  var problem: String?
}

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

  @Test("have a timestamp that openssl verifies")
  func timestamps() throws {
    try Authority.make(in: site.folder)
    let added = try desk.json(
      [AddedSource].self,
      "add",
      site.url("berita/pasar-wulung"),
      "--timestamp",
      site.url("tsa")
    )
    let capture = try #require(added[0].capture)
    let stamp = try #require(capture.stamps.first)
    let folder = ".tilik/snapshots/\(capture.snapshot.prefix(2))/"
    let reply = "\(folder)\(capture.snapshot).\(stamp.reply.prefix(8)).tsr"
    let certificate = site.folder.appending(path: "ca.pem").path
    let verify = ["ts", "-verify", "-in", tilik.path(reply), "-CAfile", certificate]
    let good = try tilik.run("openssl", verify + ["-data", try #require(added[0].file)])
    #expect(good.output.contains("Verification: OK") || good.talk.contains("Verification: OK"))
    let other = try tilik.run("openssl", verify + ["-data", tilik.path("market.txt")])
    #expect(other.status != 0)
    #expect(try desk.source("show", "sastra-2026-pasar").output.contains("openssl ts -verify"))
    // The audit names the snapshot and the authority, and says what either proves.
    let excerpt = "Dari 212 kios, 148 sudah diperbaiki"
    #expect(
      try tilik("cite", desk.claim, "sastra-2026-pasar", "refutes", "-e", excerpt).status == 0
    )
    #expect(try tilik("report").status == 0)
    let audit = try #require(try tilik.audits("reports").first)
    #expect(audit.contains(capture.snapshot))
    #expect(audit.contains("Stempel waktu (RFC 3161) dari <bdi>\(site.url("tsa"))</bdi>"))
    #expect(audit.contains("belum membuktikan bahwa halamannya memang berbunyi demikian"))
    let page = try #require(
      try FileManager.default.contentsOfDirectory(atPath: tilik.path("reports"))
        .first { $0.contains("pasar") && $0.hasSuffix(".html") }
    )
    #expect(try tilik("verify", "reports/\(page)").status == 0)
    // Something else than a timestamp: the snapshot stays, and the trouble is told.
    let bad = try desk.source(
      "add",
      site.url("berita/pasar-wulung"),
      "--timestamp",
      site.url("berita/pasar-wulung")
    )
    #expect(bad.status == 4)
    #expect(bad.talk.contains("no timestamp"))
    #expect(try tilik("verify").status == 0)
  }

  @Test("are kept by an independent archive, too, where that is asked for")
  func independent() throws {
    let json = #"{"headers": {"Content-Type": "application/json"}}"#
    try site.put("post/save", #"{"url": "x", "job_id": "spn2-7"}"#, answer: json)
    let page = site.url("berita/pasar-wulung")
    try site.put(
      "save/status/spn2-7",
      #"{"status": "success", "original_url": "\#(page)", "timestamp": "20260315030001"}"#,
      answer: json
    )
    let base = String(site.url("").dropLast())
    var environment = ["TILIK_SAVE_PAGE_NOW_URL": base, "TILIK_SAVE_PAGE_NOW_KEY": "a:b"]
    let added = try desk.json(
      [AddedSource].self,
      "add",
      page,
      "--web-archive",
      environment: environment
    )
    let copy = "https://web.archive.org/web/20260315030001/\(page)"
    #expect(added[0].capture?.independent == copy)
    #expect(try desk.source("show", "sastra-2026-pasar").output.contains(copy))
    // Without a key the desk's own copy is kept all the same.
    environment["TILIK_SAVE_PAGE_NOW_KEY"] = nil
    let keyless = try desk.source("add", page, "--web-archive", environment: environment)
    #expect(keyless.status == 4)
    #expect(keyless.talk.contains("TILIK_SAVE_PAGE_NOW_KEY"))
    #expect(keyless.output.contains("sastra-2026-pasar"))
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

  @Test(
    "have their mistakes told in Indonesian, too",
    arguments: [
      ("a.bib", "@article{x, title = {", "a.bib:1:21: kurung kurawal belum ditutup"),
      ("a.bib", "@article{x, title {y}}", "tulis ruas sebagai “nama = {nilai}”"),
      ("a.json", "[{\"id\": \"x\",}]", "“}” tidak pada tempatnya"),
      ("a.json", "{}", "berkas rujukan berupa daftar"),
      ("a.json", "[{\"id\": \"x\", \"title\": {}}]", "rujukan “x”: “title” seharusnya teks"),
      ("a.json", "[{\"id\": \"x\"}, {\"id\": \"x\"}]", "memakai id “x” milik nomor 1"),
      ("a.ris", "halo", "berkas RIS diawali"),
      ("a.warc.gz", "\u{1F}x", "salinan ini rusak pada bita 0"),
    ]
  )
  func indonesian(name: String, text: String, words: String) throws {
    try tilik.write(name, text)
    let command = name.hasSuffix("warc.gz") ? ["add", name] : ["source", "import", name]
    let result = try tilik.run(
      Program.url.path,
      command,
      environment: ["TILIK_LANG": "id"]
    )
    #expect(result.status == 3)
    #expect(result.talk.contains(words), "\(result.talk)")
    let match = try tilik.run(
      Program.url.path,
      ["source", "match", "--library", name, "--queries", name],
      environment: ["TILIK_LANG": "id"]
    )
    #expect(match.status == 3)
    #expect(!match.talk.contains("does not") && !match.talk.contains("the JSON"), "\(match.talk)")
  }

  @Test("are written by hand where a browser only can open them, and checked as they are written")
  func byHand() throws {
    try tilik.write("salinan.txt", "Kepala pasar berkata: “Kios lantai dua dibuka bulan depan.”")
    let written = try desk.source(
      [
        "new", "--title", " Wawancara  kepala pasar ", "--author", "Wulan, Ratna", "--author",
        "Dinas Pasar",
        "--in", "Kabar Selagiri", "--date", "2026-03", "--changed", "2026-03-10", "--url",
        "https://kabar.example/wawancara", "--type", "webpage", "--isbn", "978-602-8519-93-9",
        "--text", "salinan.txt",
      ]
    )
    #expect(written.status == 0, "\(written.talk)")
    #expect(
      written.output
        == "wulan-2026-wawancara  Wulan, R., & Dinas Pasar. (2026, March). Wawancara kepala pasar. "
        + "Kabar Selagiri. https://kabar.example/wawancara\n"
    )
    let shown = try desk.source("show", "wulan-2026-wawancara").output
    #expect(shown.contains("last changed: 2026-03-10") && shown.contains("ISBN: 978-602-8519-93-9"))
    let cited = try tilik(
      "cite",
      desk.claim,
      "wulan-2026-wawancara",
      "context",
      "-e",
      "Kios lantai dua dibuka"
    )
    #expect(cited.talk.contains("word for word"), "\(cited.talk)")
    // Two works that would have one name get two.
    let again = [
      "new", "--title", "Wawancara kepala pasar", "--author", "Wulan, Ratna", "--date", "2026",
    ]
    #expect(try desk.source(again).output.hasPrefix("wulan-2026-wawancara-2 "))
    for (wrong, words) in [
      (["--title", " "], "--title is empty"),
      (["--date", "besok"], "“besok” is not a date such as"),
      (["--isbn", "978-602-8519-93-8"], "is not a valid ISBN"),
      (["--id", "wulan-2026-wawancara"], "has a source “wulan-2026-wawancara” already"),
    ] {
      let title = wrong[0] == "--title" ? [] : ["--title", "Buku"]
      let refused = try desk.source(["new"] + title + wrong)
      #expect(refused.status == 2 || refused.status == 3)
      #expect(refused.talk.contains(words), "\(refused.talk)")
    }
    #expect(site.requests.isEmpty)
    #expect(try tilik("verify").status == 0)
  }

  @Test("come and go as libraries of other programs")
  func formats() throws {
    try tilik.write(
      "pustaka.bib",
      "@article{endah2024, title = {Atap Pasar}, author = {Sastra, Endah}, year = 2024, journal = {Jurnal Pasar}}"
    )
    try tilik.write(
      "satu.ris",
      "TY  - RPRT\nTI  - Laporan Kios\nAU  - Wulan, Ratna\nPY  - 2025\nER  - \n"
    )
    #expect(try desk.source("import", "pustaka.bib", "satu.ris").status == 0)
    for (format, words) in [
      ("csl", "\"title\": \"Atap Pasar\""), ("bibtex", "title = {Atap Pasar}"),
      ("ris", "TI  - Atap Pasar"), ("csv", "Atap Pasar"),
      ("apa", "Sastra, E. (2024). Atap Pasar."), ("chicago", "Sastra, Endah. 2024."),
    ] {
      let written = try desk.source("export", "--format", format)
      #expect(written.output.contains(words), "\(format): \(written.output)")
    }
    #expect(try desk.source("export", "--format", "csl", "-o", "keluar.json").status == 0)
    #expect(try desk.source("import", "keluar.json").output.contains("2 sources"))
    try tilik.write("rusak.bib", "@article{x, title = {")
    #expect(try desk.source("import", "rusak.bib").status == 3)
    #expect(try desk.source("import", "market.txt").status == 2)
  }
}

/// A timestamping authority of the test's own.
enum Authority {
  static func make(in folder: URL) throws {
    let configuration = """
      [tsa]
      default_tsa = own
      [own]
      serial = ./serial
      crypto_device = builtin
      signer_cert = ./tsa.pem
      certs = ./ca.pem
      signer_key = ./tsa.key
      signer_digest = sha256
      default_policy = 1.2.3.4.1
      digests = sha256
      [extension]
      extendedKeyUsage = critical,timeStamping
      """
    try Data(configuration.utf8).write(to: folder.appending(path: "tsa.cnf"))
    try Data("01".utf8).write(to: folder.appending(path: "serial"))
    let steps = [
      "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=Akar -keyout ca.key -out ca.pem",
      "req -newkey rsa:2048 -nodes -subj /CN=Penera -keyout tsa.key -out tsa.csr",
      "x509 -req -in tsa.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 "
        + "-extfile tsa.cnf -extensions extension -out tsa.pem",
    ]
    for step in steps {
      let result = try ChildProcess.run(
        "openssl",
        step.split(separator: " ").map(String.init),
        folder: folder.path
      )
      try #require(result.status == 0, "\(String(decoding: result.talk, as: UTF8.self))")
    }
  }
}
