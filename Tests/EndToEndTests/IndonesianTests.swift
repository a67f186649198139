import Foundation
import TestSupport
import Testing

@Suite("A desk that speaks Indonesian")
struct IndonesianTests {
  private func run(_ desk: MarketDesk, _ words: String...) throws -> Program.Result {
    try desk.tilik.run(Program.url.path, words, environment: ["TILIK_LANG": "id"])
  }

  @Test("is told about every fault of its workflow file in its own words")
  func workflow() throws {
    let desk = try MarketDesk()
    let file = desk.tilik.path("workflow.yaml")
    let yaml = try String(contentsOfFile: file, encoding: .utf8)
      .replacing("independent-sources: 2", with: "independent-sources: banyak")
      .replacing("solo: no", with: "solo: mungkin")
      .replacing("people: {}", with: "people: {Sari: [checker]}")
      .replacing("{event: waived, from: researching}", with: "{event: waived, from: researhing}")
    try desk.tilik.write("workflow.yaml", yaml)
    let result = try run(desk, "workflow")
    #expect(result.status == 3)
    #expect(
      result.talk.contains("“independent-sources” harus berupa bilangan bulat dari 0 sampai 20"),
      "\(result.talk)"
    )
    #expect(result.talk.contains("“solo” harus berupa yes (ya) atau no (tidak)"))
    #expect(result.talk.contains("tidak ada keadaan “researhing”"))
    #expect(
      result.talk.contains(
        "“different-person” tidak mungkin terpenuhi: hanya satu orang yang tercantum"
      )
    )
  }

  @Test("is not told of states that only a misspelt name cuts off")
  func misspelt() throws {
    let desk = try MarketDesk()
    let file = desk.tilik.path("workflow.yaml")
    let yaml = try String(contentsOfFile: file, encoding: .utf8)
      .replacing("{event: taken, from: queued,", with: "{event: taken, from: queud,")
    try desk.tilik.write("workflow.yaml", yaml)
    let talk = try run(desk, "list").talk.split(separator: "\n")
    #expect(talk.count == 1, "\(talk)")
    #expect(talk.first?.hasSuffix("tidak ada keadaan “queud”") == true, "\(talk)")
  }

  @Test("reads the labels of states in a refusal, and the parser's words, in Indonesian")
  func refusals() throws {
    let desk = try MarketDesk()
    let refused = try run(desk, "take", desk.claim)
    #expect(refused.status == 1)
    #expect(
      refused.talk.contains("klaim berada di “Ditangkap”, ini hanya bisa di: “Antre”"),
      "\(refused.talk)"
    )
    let missing = try run(desk, "cite", desk.claim)
    #expect(missing.status == 2)
    for words in ["Galat: belum ada argumen '<source>'", "Pemakaian: tilik cite", "Lihat 'tilik"] {
      #expect(missing.talk.contains(words), "\(missing.talk)")
    }
    let value = try run(desk, "triage", desk.claim, "--harm", "sangat")
    #expect(
      value.talk.contains(
        "nilai 'sangat' tidak berlaku untuk '--harm <harm>'. Berikan salah satu dari 'high', 'normal' atau 'low'."
      ),
      "\(value.talk)"
    )
    let help = try run(desk, "take", "--help").output
    for words in ["RINGKASAN:", "PEMAKAIAN:", "ARGUMEN:", "OPSI:", "Tampilkan bantuan."] {
      #expect(help.contains(words), "\(help)")
    }
    for words in ["OVERVIEW", "USAGE", "ARGUMENTS", "OPTIONS", "Show "] {
      #expect(!help.contains(words), "\(help)")
    }
    let nothing = try run(desk, "show", "zz")
    #expect(nothing.talk.contains("tidak ada klaim atau dokumen bernama “zz”"), "\(nothing.talk)")
  }

  @Test("sees how an excerpt was found, and what a correction changes, in words")
  func words() throws {
    let desk = try MarketDesk()
    try desk.submit()
    let shown = try run(desk, "show", desk.claim).output
    #expect(
      shown.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(
        "[kata demi kata]"
      ),
      "\(shown)"
    )
    try desk.done("Endah", "approve", desk.claim)
    try desk.done("Endah", "publish", desk.claim)
    try desk.done("Endah", "correct", desk.claim, "-k", "typo", "-m", "Satu huruf.")
    #expect(try run(desk, "history", desk.claim).output.contains("salah ketik · Satu huruf."))
    #expect(try run(desk, "stats").output.contains("salah ketik 1"))
  }
}

@Suite("Files that a desk cannot use")
struct UnusableFileTests {
  @Test("a scale without a label in one of the languages is refused with its line")
  func label() throws {
    let desk = try MarketDesk()
    let file = desk.tilik.path("scales/default.yaml")
    let yaml = try String(contentsOfFile: file, encoding: .utf8)
    try desk.tilik.write("scales/default.yaml", yaml.replacing("en: Mostly true, ", with: ""))
    let result = try desk.tilik("list")
    #expect(result.status == 3)
    #expect(result.talk.hasSuffix("default.yaml:4: “en” is missing\n"), "\(result.talk)")
  }

  @Test(
    "a ledger that may not be read says so in one plain line",
    .enabled(if: geteuid() == 0, "only root may become somebody else")
  )
  func permission() throws {
    let desk = try MarketDesk()
    try desk.tilik.permit(0o755, "")
    try desk.tilik.permit(0o000, ".tilik/ledger.sqlite")
    let result = try desk.tilik.run(
      "/usr/bin/setpriv",
      ["--reuid", "65534", "--regid", "65534", "--clear-groups", Program.url.path, "list"]
    )
    #expect(result.status == 3)
    #expect(result.talk.hasSuffix("no permission to open it\n"), "\(result.talk)")
    #expect(result.talk.split(separator: "\n").count == 1, "\(result.talk)")
  }
}
