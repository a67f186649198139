import Foundation
import Testing

@testable import SourceLookup

@Suite("Claims checked before")
struct ClaimIndexTests {
  private let index: ClaimIndex = {
    var index = ClaimIndex()
    let claims = [
      (
        "1", "Bupati Waru menaikkan harga beras pada Maret 2026.",
        "[SALAH] Bupati Menaikkan Harga Beras"
      ),
      ("2", "The mayor of Fernvale banned bicycles in March 2024.", "Did Fernvale Ban Bicycles?"),
      ("3", "The mayor of Fernvale banned bicycles in June 2019.", "Fernvale Bicycle Ban"),
      ("4", "A photograph shows a whale in the river Ashdown.", "Was a Whale Seen in the Ashdown?"),
      ("5", "Air rebusan daun jeruk menyembuhkan demam.", nil),
    ]
    for (id, claim, title) in claims { index.add(id: id, claim: claim, title: title) }
    return index
  }()

  @Test(
    "are found in other words, spellings and forms",
    arguments: [
      ("harga beras dinaikkan bupati!!", "1"),
      ("OMG they saw a WHALE near #RiverAshdown https://t.co/x", "4"),
      ("bicicle bann in Fernvale 2024", "2"), ("rebus daun jeruk untuk obat demam", "5"),
    ]
  )
  func finds(text: String, id: String) {
    #expect(index.find(ClaimQuery(text: text)).first?.id == id)
  }

  @Test("are told apart by when it was said")
  func dates() {
    let text = "Fernvale mayor bans bicycles"
    #expect(index.find(ClaimQuery(text: text, date: "2019-06-04")).first?.id == "3")
    #expect(index.find(ClaimQuery(text: text, date: "2024-03-01")).first?.id == "2")
    let post = ClaimQuery(post: "\(text) pic.twitter.com/ab — Ana (@ana_n) June 4, 2019")
    #expect(post.text == "\(text) pic.twitter.com/ab ")
    #expect(index.find(post).first?.id == "3")
    #expect(ClaimQuery(post: "Wait — what (@x) now").circumstances == "")
  }

  @Test("come with the words they share, rarest first, and are not likely where little is shared")
  func reasons() throws {
    let match = try #require(index.find(ClaimQuery(text: "a whale in the river Ashdown")).first)
    #expect(match.sharedWords == ["whale", "river", "ashdown"])
    #expect(match.isLikely)
    let weak = try #require(
      index.find(ClaimQuery(text: "the mayor opened a new library today")).first
    )
    #expect(!weak.isLikely)
  }

  @Test("are not found for nothing, nor in nothing")
  func nothing() {
    #expect(index.find(ClaimQuery(text: "")).isEmpty)
    #expect(index.find(ClaimQuery(text: "https://example.org/whale")).isEmpty)
    #expect(ClaimIndex().find(ClaimQuery(text: "whale")).isEmpty)
  }

  @Test("are written as a run of TREC, scores falling")
  func run() throws {
    let library = try RetrievalRun.library(
      Array(#"{"id": 7, "claim": "Paus di sungai", "title": "Paus?"}"#.utf8) + [0x0A, 0x0A]
        + Array(#"{"id": "8", "claim": "Paus di sungai"}"#.utf8),
      file: "claims.jsonl"
    )
    let queries = try RetrievalRun.queries(
      Array(#"{"id": "q", "text": "ada paus", "speaker": "Ana", "date": "2026"}"#.utf8),
      file: "queries.jsonl"
    )
    let lines = RetrievalRun.lines(queries[0], in: library).split(separator: "\n")
      .map { $0.split(separator: " ") }
    #expect(lines.map { $0[2] } == ["7", "8"])
    #expect(lines.map { $0[3] } == ["1", "2"])
    #expect(lines.compactMap { Double($0[4]) }[0] > lines.compactMap { Double($0[4]) }[1])
  }

  @Test("say which line of a library is wrong")
  func errors() {
    let broken = #expect(throws: RetrievalInputError.self) {
      try RetrievalRun.library(Array("{\"id\":\"1\",\"claim\":\"x\"}\n{".utf8), file: "c.jsonl")
    }
    #expect(broken?.description == "c.jsonl:2: the JSON ends too early; something is not closed")
    let missing = #expect(throws: RetrievalInputError.self) {
      try RetrievalRun.queries(Array("{\"id\":\"1\"}".utf8), file: "q.jsonl")
    }
    #expect(missing?.description == "q.jsonl:1: no “text”")
  }
}
