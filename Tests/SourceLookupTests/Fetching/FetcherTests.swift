import ClaimModel
import Foundation
import Testing

@testable import SourceLookup

@Suite(
  "The fetcher",
  .serialized,
  .enabled(if: LocalServer.isAvailable, "python3 and openssl are needed for a local server")
)
struct FetcherTests {
  private let server: LocalServer

  init() throws { server = try #require(LocalServer.shared) }

  private func text(_ page: FetchedPage) -> String { String(decoding: page.body, as: UTF8.self) }

  @Test("brings a page with its header, its address and the request as sent")
  func page() throws {
    let page = try server.fetcher().fetch(FetchRequest(url: server.url("page#part")))
    #expect(page.status == 200)
    #expect(page.url == server.url("page"))
    #expect(text(page).contains("Pasar Waru"))
    #expect(page.headers.first("content-type") == "text/html; charset=utf-8")
    #expect(page.answer.version == "1.1")
    #expect(page.answer.reason == "OK")
    #expect(page.answer.address?.description == "127.0.0.1")
    #expect(
      page.answer.requestHead.hasPrefix("GET /page HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\n")
    )
    #expect(
      page.answer.requestHead.contains("User-Agent: Tilik/test (+https://example.org/tilik)\r\n")
    )
  }

  @Test("undoes compression and chunks")
  func encodings() throws {
    let fetcher = server.fetcher()
    #expect(text(try fetcher.fetch(FetchRequest(url: server.url("gzip")))).contains("Pasar Waru"))
    #expect(text(try fetcher.fetch(FetchRequest(url: server.url("chunks")))) == "satu dua")
  }

  @Test("posts, and keeps credentials to the host they are for")
  func credentials() throws {
    let request = FetchRequest(
      url: server.url("echo"),
      body: Array("a=1".utf8),
      headers: [
        HeaderField("Accept", "application/json"), HeaderField("X-Bad", "a\r\nX-Other: b"),
      ],
      secretHeaders: [HeaderField("Authorization", "LOW kunci:rahasia")]
    )
    let page = try server.fetcher().fetch(request)
    let said = try JSONReader.read(page.body)
    #expect(said["method"]?.text == "POST")
    #expect(said["body"]?.text == "a=1")
    #expect(said["headers"]?["Authorization"]?.text == "LOW kunci:rahasia")
    #expect(said["headers"]?["X-Other"] == nil)
    #expect(!page.answer.requestHead.contains("rahasia"))
    var moved = request
    moved.url = server.url("redirect?to=http://localhost:\(server.port)/echo")
    let elsewhere = try JSONReader.read(try server.fetcher().fetch(moved).body)
    #expect(elsewhere["headers"]?["Authorization"] == nil)
    #expect(elsewhere["method"]?.text == "GET")
  }

  @Test("asks whether a copy is still good")
  func conditional() throws {
    let request = FetchRequest(url: server.url("conditional"), knownTag: "\"satu\"")
    let page = try server.fetcher().fetch(request)
    #expect(page.status == 304)
    #expect(page.body.isEmpty)
  }

  @Test("follows redirects and remembers them")
  func redirects() throws {
    let inner = "/redirect?status=308&to=/page"
    let url = server.url("redirect?to=\(percentEncoded(inner))")
    let page = try server.fetcher().fetch(FetchRequest(url: url))
    #expect(page.redirects.map(\.status) == [302, 308])
    #expect(page.url == server.url("page"))
  }

  @Test("takes errors of a server as its answer")
  func notFound() throws {
    let page = try server.fetcher().fetch(FetchRequest(url: server.url("missing")))
    #expect(page.status == 404)
    #expect(text(page) == "Resource not found.")
  }

  @Test("asks again after a while, as often as allowed and as late as asked")
  func retries() throws {
    let fetcher = server.fetcher()
    let twice = server.url("flaky?id=a&failures=2")
    #expect(text(try fetcher.fetch(FetchRequest(url: twice))) == "ready")
    let often = server.url("flaky?id=b&failures=9")
    #expect(try fetcher.fetch(FetchRequest(url: often)).status == 503)
    #expect(text(try fetcher.fetch(FetchRequest(url: server.url("count?name=flakyb")))) == "3")
    let clock = ContinuousClock()
    let start = clock.now
    let asked = server.url("flaky?id=c&failures=1&after=1&status=429")
    #expect(text(try fetcher.fetch(FetchRequest(url: asked))) == "ready")
    #expect(clock.now - start >= .seconds(1))
    // What an archive copied was busy then, not now.
    let archived = "flaky?id=f&failures=9&after=3600&status=429&archived=Wed,%2004%20Mar%202026"
    #expect(try fetcher.fetch(FetchRequest(url: server.url(archived))).status == 429)
    #expect(text(try fetcher.fetch(FetchRequest(url: server.url("count?name=flakyf")))) == "1")
    for after in ["3600", "99999999999999999999", "Fri,%2031%20Dec%202100%2023:59:59%20GMT"] {
      let url = server.url("flaky?id=d\(after.prefix(3))&failures=1&after=\(after)")
      let error = #expect(throws: FetchError.self) { try fetcher.fetch(FetchRequest(url: url)) }
      guard case .busy(_, let seconds) = error else {
        Issue.record("\(String(describing: error)) for Retry-After \(after)")
        continue
      }
      #expect(seconds >= 3600)
    }
    #expect(throws: FetchError.cutShort(url: server.url("broken?id=e"))) {
      try server.fetcher().fetch(FetchRequest(url: server.url("broken?id=e")))
    }
    #expect(text(try fetcher.fetch(FetchRequest(url: server.url("count?name=brokene")))) == "3")
  }

  @Test(
    "speaks HTTP/2 with a server that does, over one connection for all requests",
    .enabled(if: LocalServer.hasNode, "Node is not installed")
  )
  func http2() throws {
    let (port, input) = try #require(try server.startHTTP2())
    defer { withExtendedLifetime(input) {} }
    let loopback = try #require(IPAddress("127.0.0.1"))
    let fetcher = server.fetcher {
      $0.certificateFile = server.certificate
      $0.addresses = $0.addresses.allowing(loopback, port: port)
    }
    for _ in 0..<5 {
      let page = try fetcher.fetch(FetchRequest(url: "https://localhost:\(port)/"))
      #expect(page.answer.version == "2")
      #expect(text(page) == "1")
    }
  }

  @Test("fetches many at once and says how each ended")
  func many() throws {
    let requests = (0..<100).map {
      FetchRequest(url: server.url($0 % 10 == 0 ? "missing" : "small?\($0)"))
    }
    var statuses: [Int: Int] = [:]
    server.fetcher { $0.mostTransfersPerHost = 8 }.fetch(requests + [FetchRequest(url: "nonsense")])
    {
      statuses[$0] = (try? $1.get().status) ?? -1
    }
    #expect(statuses.count == 101)
    #expect(statuses.values.count { $0 == 200 } == 90)
    #expect(statuses[100] == -1)
  }

  @Test("waits between two requests to one host")
  func interval() throws {
    let clock = ContinuousClock()
    let start = clock.now
    let requests = (0..<4).map { FetchRequest(url: server.url("small?\($0)")) }
    server.fetcher { $0.hostIntervalMilliseconds = 100 }.fetch(requests) { _, _ in }
    #expect(clock.now - start >= .milliseconds(300))
  }

  @Test("does not go through the environment's proxy")
  func noProxy() async throws {
    let url = server.url("page")
    await #expect(processExitsWith: .success) { [url = url as String] in
      unsafe setenv("http_proxy", "http://127.0.0.1:1", 1)
      let loopback = try #require(IPAddress("127.0.0.1"))
      var rules = FetchRules(userAgent: "Tilik/test")
      rules.addresses = .publicOnly.allowing(loopback)
      let fetcher = Fetcher(rules: rules) { Timestamp(secondsSince1970: 0) }
      #expect(try fetcher.fetch(FetchRequest(url: url)).status == 200)
    }
    let fetcher = server.fetcher {
      $0.proxy = "http://127.0.0.1:1"
      $0.mostRetries = 0
    }
    #expect(throws: FetchError.unreachable(url: url)) { try fetcher.fetch(FetchRequest(url: url)) }
  }
}
