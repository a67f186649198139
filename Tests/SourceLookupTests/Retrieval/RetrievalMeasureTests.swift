import Foundation
import TestSupport
import Testing

@testable import SourceLookup

@Suite(
  "Finding checked claims for tweets",
  .enabled(
    if: SharedData.has("retrieval/claims.jsonl"),
    "measuring data is not beside the checkout"
  )
)
struct RetrievalMeasureTests {
  @Test("reaches a mean reciprocal rank and a mean average precision at 5 of .86")
  func measure() throws {
    func bytes(_ name: String) throws -> [UInt8] {
      Array(try Data(contentsOf: SharedData.url("retrieval/\(name)")))
    }
    let index = try RetrievalRun.library(bytes("claims.jsonl"), file: "claims.jsonl")
    let all = try RetrievalRun.queries(bytes("queries.jsonl"), file: "queries.jsonl")
    // A debug build is slow; a fifth shows that nothing broke. TILIK_MEASURE=1 takes all.
    let step = ProcessInfo.processInfo.environment["TILIK_MEASURE"] == "1" ? 1 : 5
    let queries = stride(from: 0, to: all.count, by: step).map { all[$0] }
    var relevant: [String: Set<String>] = [:]
    for line in String(decoding: try bytes("qrels.tsv"), as: UTF8.self).split(separator: "\n") {
      let fields = line.split(separator: "\t")
      if fields[3] != "0" { relevant[String(fields[0]), default: []].insert(String(fields[2])) }
    }
    var reciprocal = 0.0
    var precision = 0.0
    var slowest = Duration.zero
    let clock = ContinuousClock()
    let start = clock.now
    for query in queries {
      let began = clock.now
      let found = index.find(query.query, limit: 100).map(\.id)
      slowest = max(slowest, clock.now - began)
      let wanted = relevant[query.id] ?? []
      let ranks = found.indices.filter { wanted.contains(found[$0]) }.map { $0 + 1 }
      reciprocal += ranks.first.map { 1 / Double($0) } ?? 0
      let gains = ranks.filter { $0 <= 5 }.enumerated().map {
        Double($0.offset + 1) / Double($0.element)
      }
      precision += gains.reduce(0, +) / Double(max(wanted.count, 1))
    }
    let count = Double(queries.count)
    let mean = (clock.now - start) / queries.count
    print(
      "MRR \(reciprocal / count), MAP@5 \(precision / count), \(mean) a query, slowest \(slowest)"
    )
    #expect(reciprocal / count >= 0.86)
    #expect(precision / count >= 0.86)
  }
}
