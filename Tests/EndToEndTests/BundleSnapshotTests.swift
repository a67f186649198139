import Foundation
import TestSupport
import Testing

@Suite("The snapshots in a bundle")
struct BundleSnapshotTests {
  let desk: SourceDesk
  let there: Program

  /// A desk whose claim cites a page that was fetched twice, the first time with a timestamp.
  init() throws {
    desk = try SourceDesk()
    try Authority.make(in: desk.site.folder)
    let page = desk.site.url("berita/pasar-wulung")
    let stamped = try desk.source("add", page, "--timestamp", desk.site.url("tsa"))
    try #require(stamped.status == 0, "\(stamped.talk)")
    try #require(try desk.source("add", page).status == 0)
    let excerpt = "Dari 212 kios, 148 sudah diperbaiki"
    let cited = try desk.tilik(
      "cite",
      desk.claim,
      "sastra-2026-pasar",
      "refutes",
      "-e",
      excerpt
    )
    try #require(cited.status == 0, "\(cited.talk)")
    there = try Program()
    try #require(try there("init").status == 0)
  }

  private func bundle(_ options: String...) throws -> String {
    let exported = try desk.tilik.run(Program.url.path, ["ledger", "export"] + options)
    try #require(exported.status == 0, "\(exported.talk)")
    return exported.output
  }

  private func files(_ program: Program) -> [String] {
    let all = FileManager.default.enumerator(atPath: program.path(".tilik/snapshots"))
    return (all?.allObjects as? [String] ?? []).filter { $0.contains(".") }.sorted()
  }

  @Test("reach the other desk, which finds, verifies and looks at them as this one does")
  func wholeWay() throws {
    let taken = try there("ledger", "import", "-", input: Array(bundle().utf8))
    #expect(taken.status == 0, "\(taken.talk)")
    #expect(taken.output.contains("2 new snapshots of sources"))
    #expect(files(there) == desk.snapshots)
    for file in files(there) {
      let here = try Data(contentsOf: URL(filePath: desk.tilik.path(".tilik/snapshots/\(file)")))
      let copy = try Data(contentsOf: URL(filePath: there.path(".tilik/snapshots/\(file)")))
      #expect(here == copy)
    }
    #expect(try there("verify").status == 0)
    let shown = try there("source", "show", "sastra-2026-pasar").output
    #expect(shown.contains("openssl ts -verify"))
    #expect(shown.contains("#:~:text=Dari%20212%20kios"))
    #expect(try there("source", "export", "--wacz", "arsip.wacz").status == 0)
    let look = try there.run(
      Program.url.path,
      ["source", "check"] + desk.site.allowed,
      environment: ["TILIK_NOW": "2026-03-16T03:00:00Z"]
    )
    #expect(look.output.contains("alive: it is there, the same words"), "\(look.output)")
    // Again changes nothing; what the other desk saw comes back.
    let again = try there("ledger", "import", "-", input: Array(bundle().utf8))
    #expect(again.output.hasPrefix("0 new events"))
    #expect(!again.output.contains("snapshots"))
    let back = try desk.tilik("ledger", "merge", there.path(""), "--json").output
    #expect(back.contains(#""addedSnapshots" : 0"#) && back.contains(#""addedEvents" : 1"#))
    #expect(try desk.tilik("verify").status == 0)
  }

  @Test("can be left out; the texts that excerpts were found in come all the same")
  func without() throws {
    let small = try bundle("--without-snapshots")
    #expect(!small.contains(#"{"snapshot":"#))
    #expect(try there("ledger", "import", "-", input: Array(small.utf8)).status == 0)
    #expect(files(there).isEmpty)
    #expect(try there("verify").status == 0)
    #expect(try there("source", "list").output.contains("Pasar Wulung Belum Rampung"))
    // Taken in later, they are there.
    #expect(try there("ledger", "merge", desk.tilik.path("")).output.contains("2 new snapshots"))
    #expect(files(there) == desk.snapshots)
  }

  @Test(
    "are refused by name where one was changed or left out, and nothing is taken in",
    arguments: ["bytes", "record", "left out", "stamp", "payload", "address", "date", "form"]
  )
  func damaged(how: String) throws {
    var lines = try bundle().split(separator: "\n").map(String.init)
    let snapshot = try #require(lines.firstIndex { $0.hasPrefix(#"{"snapshot":"#) })
    let stamp = try #require(lines.firstIndex { $0.hasPrefix(#"{"stamp":"#) })
    let capture = try #require(lines.firstIndex { $0.hasPrefix(#"{"capture":"#) })
    let words: String
    switch how {
    case "bytes":
      lines[snapshot] = lines[snapshot].replacing("H4sIA", with: "H4sIB", maxReplacements: 1)
      words = "-:\(snapshot + 1): the snapshot named "
    case "record":
      // The hash of other bytes, which are no snapshot.
      let hash = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"
      lines[snapshot] = #"{"snapshot":{"base64":"aGVsbG8=","hash":"\#(hash)"}}"#
      words = "snapshot 2cf24dba5fb0: "
    case "left out":
      lines.remove(at: snapshot)
      words = "is spoken of but not here"
    case "stamp":
      lines.remove(at: stamp)
      words = "came without its timestamp"
    case "payload":
      let hash = String(repeating: "0", count: 64)
      let old = lines[capture].firstRange(of: #""payload":""#).map {
        lines[capture][$0.upperBound...]
      }
      lines[capture] = lines[capture].replacing(try #require(old).prefix(64), with: hash)
      words = "does not hold what the note about sastra-2026-pasar says"
    case "address", "date":
      let (member, other) =
        how == "date"
        ? (#""date":""#, "2020-01-01T00:00:00Z") : (#""url":""#, "https://other.example/")
      // Stamps behind it have dates, too, and before it stands where its fields were read.
      let places = lines[capture].ranges(of: member)
      let start = try #require(how == "date" ? places.first : places.last).upperBound
      let end = try #require(lines[capture][start...].firstIndex(of: "\""))
      lines[capture].replaceSubrange(start..<end, with: other)
      words = "does not hold what the note about sastra-2026-pasar says"
    default:
      lines[capture] = #"{"capture":{}}"#
      words = "this is not a line of a ledger bundle"
    }
    let text = lines.joined(separator: "\n") + "\n"
    let refused = try there("ledger", "import", "-", input: Array(text.utf8))
    #expect(refused.status == (how == "form" ? 3 : 5), "\(refused.talk)")
    #expect(refused.talk.contains(words), "\(refused.talk)")
    #expect(refused.talk.contains("nothing was taken in"))
    #expect(files(there).isEmpty)
    #expect(try there("list", "--documents").output.isEmpty)
  }
}
