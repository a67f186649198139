import Crypto
import FlyingFox
import FlyingSocks
import Foundation

/// Shows a folder of audits on this machine alone, and tells open pages when their file has changed.
///
/// A page as it is served has one more script than its file, which asks for changes; the file itself is left as it is.
struct AuditServer: Sendable {
  let folder: URL
  let port: UInt16

  /// The address to open.
  var address: String { "http://127.0.0.1:\(port)/" }

  private static let types = [
    "html": "text/html; charset=utf-8", "atom": "application/atom+xml",
    "jsonld": "application/ld+json", "pdf": "application/pdf",
  ]

  /// What the pages run: they wait for word of a change, and load again then.
  private static let script = """
    (async () => {
      const ask = '/.changes?page=' + encodeURIComponent(location.pathname) + '&since=';
      for (let seen = ''; ;) {
        try {
          const now = await (await fetch(ask + seen)).text();
          if (seen && now !== seen) location.reload();
          seen = now;
        } catch { await new Promise(done => setTimeout(done, 1000)); }
      }
    })();
    """

  /// Serves until the program is ended.
  ///
  /// - Parameter ready: called once the port is open.
  /// - Throws: what the system says against opening the port.
  func run(ready: @escaping @Sendable () -> Void) async throws {
    let logger: DisabledLogger = .disabled
    let server = HTTPServer(
      address: try .inet(ip4: "127.0.0.1", port: port),
      timeout: 60,
      logger: logger
    )
    await server.appendRoute("GET /.changes") { request in
      guard isFromHere(request) else { return HTTPResponse(statusCode: .forbidden) }
      return await change(request)
    }
    await server.appendRoute("GET *") { request in
      guard isFromHere(request) else { return HTTPResponse(statusCode: .forbidden) }
      return answer(request)
    }
    async let serving: Void = server.run()
    try await server.waitUntilListening(timeout: 5)
    ready()
    try await serving
  }

  /// Whether the request names this machine: a page elsewhere must not read audits by giving its own name this address.
  private func isFromHere(_ request: HTTPRequest) -> Bool {
    guard let host = request.headers[.host] else { return false }
    return ["127.0.0.1:\(port)", "localhost:\(port)", "[::1]:\(port)"].contains(host)
  }

  private func answer(_ request: HTTPRequest) -> HTTPResponse {
    guard let file = file(request.path), let type = Self.types[file.pathExtension],
      var body = try? Data(contentsOf: file)
    else {
      return HTTPResponse(
        statusCode: .notFound,
        headers: [.contentType: "text/plain; charset=utf-8"],
        body: Data(say("There is no such audit here.\n", "Tidak ada audit itu di sini.\n").utf8)
      )
    }
    if file.pathExtension == "html" { body = Self.listening(body) }
    return HTTPResponse(
      statusCode: .ok,
      headers: [.contentType: type, .cacheControl: "no-store"],
      body: body
    )
  }

  /// Answers when the page's file is other than `since`, or after ten seconds.
  private func change(_ request: HTTPRequest) async -> HTTPResponse {
    func value(_ name: String) -> String { request.query.first { $0.name == name }?.value ?? "" }
    let file = file(value("page"))
    var state = Self.state(of: file)
    for _ in 0..<50 where state == value("since") {
      try? await Task.sleep(for: .milliseconds(200))
      state = Self.state(of: file)
    }
    return HTTPResponse(
      statusCode: .ok,
      headers: [.cacheControl: "no-store"],
      body: Data(state.utf8)
    )
  }

  /// The file that a path names; nil where it would lead out of the folder.
  private func file(_ path: String) -> URL? {
    let path = path.removingPercentEncoding ?? path
    let names = path.split(separator: "/")
    guard !names.contains(where: { $0.hasPrefix(".") || $0.contains("\0") }) else { return nil }
    let file = names.joined(separator: "/")
    return folder.appending(path: path.hasSuffix("/") || file.isEmpty ? file + "/index.html" : file)
  }

  private static func state(of file: URL?) -> String {
    let facts = file.flatMap { try? FileManager.default.attributesOfItem(atPath: $0.path) } ?? [:]
    let time = (facts[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
    return "\(Int(time * 1_000))-\(facts[.size] as? Int ?? 0)"
  }

  /// The page with the script, which its content security policy is made to name.
  private static func listening(_ page: Data) -> Data {
    let hash = Data(SHA256.hash(data: Data(script.utf8))).base64EncodedString()
    var page = page
    let policy = Data("img-src data:; base-uri".utf8)
    guard let place = page.range(of: policy),
      let end = page.range(of: Data("</body>".utf8), options: .backwards)
    else { return page }
    page.insert(contentsOf: Data("<script>\(script)</script>\n".utf8), at: end.lowerBound)
    page.insert(contentsOf: Data("connect-src &#39;self&#39;; ".utf8), at: place.lowerBound)
    let scripts = Data("script-src ".utf8)
    if let place = page.range(of: scripts, in: 0..<place.lowerBound) {
      page.insert(contentsOf: Data("&#39;sha256-\(hash)&#39; ".utf8), at: place.upperBound)
    } else {
      page.insert(
        contentsOf: Data("script-src &#39;sha256-\(hash)&#39;; ".utf8),
        at: place.lowerBound
      )
    }
    return page
  }
}
