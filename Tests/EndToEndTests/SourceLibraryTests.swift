import Foundation
import TestSupport
import Testing

@Suite("A library of sources without the network")
struct SourceLibraryTests {
  let desk: SourceDesk
  let tilik: Program
  let site: Site

  init() throws {
    desk = try SourceDesk()
    tilik = desk.tilik
    site = desk.site
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
    for (wrong, status, words) in [
      (["--title", " "], 2, "--title is empty"), (["--id", ""], 2, "--id is empty"),
      (["--author", " "], 2, "--author is empty"), (["--in", ""], 2, "--in is empty"),
      (["--group", " "], 2, "--group is empty"),
      (["--date", "besok"], 2, "“besok” is not a date such as"),
      (["--isbn", "978-602-8519-93-8"], 2, "is not a valid ISBN"),
      (["--arxiv", "2601.012345"], 2, "is not a valid arXiv"),
      (["--url", "kabar.example/x"], 2, "needs http:// or https:// in front"),
      (["--language", "bahasa Indonesia"], 2, "is not a language such as"),
      (["--id", "wulan-2026-wawancara"], 3, "already, as “wulan-2026-wawancara”"),
      (["--url", "https://kabar.example/wawancara"], 3, "already, as “wulan-2026-wawancara”"),
    ] {
      let title = wrong[0] == "--title" ? [] : ["--title", "Buku"]
      let refused = try desk.source(["new"] + title + wrong)
      #expect(refused.status == status, "\(wrong): \(refused.talk)")
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
