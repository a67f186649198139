import Foundation
import Testing

@testable import SourceLookup

@Suite(
  "A hostile server",
  .serialized,
  .enabled(if: LocalServer.isAvailable, "python3 and openssl are needed for a local server")
)
struct HostileServerTests {
  private let server: LocalServer

  init() throws { server = try #require(LocalServer.shared) }

  private func error(_ url: String, _ change: (inout FetchRules) -> Void = { _ in }) -> FetchError?
  {
    let fetcher = server.fetcher(change)
    return #expect(throws: FetchError.self) { try fetcher.fetch(FetchRequest(url: url)) }
  }

  @Test("cannot lead in circles")
  func loop() {
    #expect(error(server.url("loop")) == .tooManyRedirects(url: server.url("loop"), limit: 8))
  }

  @Test(
    "cannot lead to what may not be fetched",
    arguments: [
      "file:///etc/hostname", "ftp://127.0.0.1/x", "gopher://127.0.0.1/", "http://user@127.0.0.1/",
      "dict://127.0.0.1:11211/", "data:text/html,x",
    ]
  )
  func schemes(target: String) {
    let url = server.url("redirect?to=\(percentEncoded(target))")
    #expect(error(url) == .badRedirect(url: url, target: target))
  }

  @Test("cannot redirect nowhere")
  func nowhere() {
    #expect(error(server.url("nowhere")) == .badRedirect(url: server.url("nowhere"), target: ""))
  }

  @Test(
    "cannot lead into the network of whoever fetches, in any spelling",
    arguments: [
      "http://127.0.0.2/", "http://10.0.0.1/", "http://169.254.169.254/latest/meta-data/",
      "http://2130706434/", "http://0x7f.2/", "http://0177.0.0.2/", "http://[::1]/",
      "http://[::ffff:127.0.0.2]/", "http://0.0.0.0/", "http://localhost:1/",
    ]
  )
  func privateAddresses(target: String) throws {
    for url in [target, server.url("redirect?to=\(percentEncoded(target))")] {
      let error = error(url)
      guard case .refusedAddress = error else {
        Issue.record("\(url): \(String(describing: error))")
        continue
      }
    }
  }

  @Test("cannot change where its name leads between two requests")
  func rebinding() throws {
    let host = FetchRules.FixedHost(
      name: "pasar.example",
      port: server.port,
      address: try #require(IPAddress("127.0.0.1"))
    )
    let url = "http://pasar.example:\(server.port)/page"
    #expect(try server.fetcher { $0.hosts = [host] }.fetch(FetchRequest(url: url)).status == 200)
    var moved = host
    moved.address = try #require(IPAddress("127.0.0.3"))
    #expect(error(url) { $0.hosts = [moved] } == .refusedAddress(url: url, address: moved.address))
  }

  @Test("cannot be on the loopback unless that is allowed")
  func loopback() throws {
    let loopback = try #require(IPAddress("127.0.0.1"))
    let url = server.url("page")
    #expect(
      error(url) { $0.addresses = .publicOnly } == .refusedAddress(url: url, address: loopback)
    )
  }

  @Test(
    "cannot send without end, nor a small body that unpacks to a huge one",
    arguments: ["endless", "bomb"]
  )
  func tooLarge(path: String) {
    #expect(error(server.url(path)) == .tooLarge(url: server.url(path), limit: 16 << 20))
  }

  @Test(
    "cannot wrap a body in many compressions, or call something compressed",
    arguments: ["layers", "garbled"]
  )
  func compressions(path: String) {
    #expect(error(server.url(path)) == .malformed(url: server.url(path), reason: .compression))
  }

  @Test("cannot hold the line", arguments: ["drip", "silent"])
  func slow(path: String) {
    let clock = ContinuousClock()
    let start = clock.now
    #expect(error(server.url(path)) == .tooSlow(url: server.url(path)))
    #expect(clock.now - start < .seconds(20))
  }

  @Test("cannot flood with header fields")
  func flood() {
    #expect(error(server.url("flood")) == .headerTooLarge(url: server.url("flood")))
  }

  @Test("cannot pass off half an answer as a whole one")
  func short() {
    #expect(error(server.url("short")) == .cutShort(url: server.url("short")))
  }

  @Test("has to speak HTTP")
  func notHTTP() throws {
    let base = "http://127.0.0.1:\(server.rawPort)"
    #expect(error("\(base)/ftp") == .malformed(url: "\(base)/ftp", reason: .notHTTP))
    #expect(error("\(base)/close") == .cutShort(url: "\(base)/close"))
    let page = try server.fetcher().fetch(FetchRequest(url: "\(base)/continue"))
    #expect(page.headers.first("X-First") == nil)
    #expect(page.body == Array("ok".utf8))
  }

  @Test("has to prove who it is, and cannot fall back to plain text")
  func secure() throws {
    let url = "https://localhost:\(server.securePort)/page"
    #expect(error(url) == .insecure(url: url, reason: .certificate))
    let half = "https://localhost:\(server.rawPort)/"
    #expect(error(half) == .insecure(url: half, reason: .handshake))
    let trust = { (rules: inout FetchRules) in rules.certificateFile = server.certificate }
    // Anybody on the way could have closed the connection; without TLS nobody could tell.
    let cut = "https://localhost:\(server.securePort)/cut"
    #expect(error(cut, trust) == .cutShort(url: cut))
    let whole = try server.fetcher(trust).fetch(FetchRequest(url: cut + "?said=1"))
    #expect(whole.body == Array("only this".utf8))
    let plain = try server.fetcher().fetch(FetchRequest(url: server.url("cut")))
    #expect(plain.body == Array("only this".utf8))
    #expect(try server.fetcher(trust).fetch(FetchRequest(url: url)).status == 200)
    let down = "https://localhost:\(server.securePort)/redirect?to=\(server.url("page"))"
    #expect(error(down, trust) == .downgrade(url: down, target: server.url("page")))
    let allowed = FetchRequest(url: down, allowsDowngrade: true)
    #expect(try server.fetcher(trust).fetch(allowed).status == 200)
  }

  @Test("is passed on as it is where it lies about its letters")
  func charset() throws {
    let page = try server.fetcher().fetch(FetchRequest(url: server.url("latin")))
    #expect(page.body == [0x4B, 0x61, 0x66, 0xE9, 0x20, 0xE9])
  }

  @Test("does not see its keys in messages")
  func redaction() {
    let error = FetchError.tooSlow(url: "https://example.org/?q=beras&key=rahasia&api_key=x")
    #expect(error.description.contains("q=beras&key=…&api_key=…"))
    #expect(!error.description.contains("rahasia"))
  }
}
