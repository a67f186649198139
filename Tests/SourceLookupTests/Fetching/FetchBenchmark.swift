import Foundation
import TestSupport
import Testing

@testable import SourceLookup

/// How long fetching takes beside `curl --parallel`, with the same list, server and number of connections.
///
/// `make bench-sources` runs it; it measures, so it is no part of the tests.
@Suite(
  "Fetching 2,000 small pages",
  .serialized,
  .enabled(
    if: ProcessInfo.processInfo.environment["TILIK_BENCH"] == "1" && LocalServer.isAvailable,
    "runs with `make bench-sources`"
  )
)
struct FetchBenchmark {
  @Test("takes at most 1.2 times as long as with curl")
  func ratio() throws {
    let server = try #require(LocalServer.shared)
    let urls = (0..<2_000).map { server.url("small?n=\($0)") }
    let list = FileManager.default.temporaryDirectory.appending(
      path: "tilik-\(UUID().uuidString).curl"
    )
    defer { try? FileManager.default.removeItem(at: list) }
    let lines = urls.map { "url = \"\($0)\"\noutput = \"/dev/null\"\n" }.joined()
    try Data(lines.utf8).write(to: list)
    let clock = ContinuousClock()
    var ratios: [Double] = []
    for turn in 1...7 {
      let curl = try clock.measure {
        let result = try ChildProcess.run(
          "curl",
          ["--silent", "--parallel", "--parallel-max", "16", "--config", list.path]
        )
        #expect(result.status == 0)
      }
      var fetched = 0
      let own = clock.measure {
        let fetcher = server.fetcher {
          $0.mostTransfers = 16
          $0.mostTransfersPerHost = 16
        }
        fetcher.fetch(urls.map { FetchRequest(url: $0) }) { _, outcome in
          if (try? outcome.get())?.body.count == 2_000 { fetched += 1 }
        }
      }
      #expect(fetched == urls.count)
      ratios.append(own / curl)
      print("run \(turn): curl \(curl), tilik \(own), ratio \(own / curl)")
    }
    let median = ratios.sorted()[3]
    print("median ratio \(median)")
    #expect(median <= 1.2)
  }
}
