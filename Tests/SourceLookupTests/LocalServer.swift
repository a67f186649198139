import ClaimModel
import Foundation
import TestSupport

@testable import SourceLookup

/// A web server on the loopback, `Fixtures/server.py`, that answers well, badly and with malice.
///
/// One runs for all tests; it ends when the test process does, because its standard input closes then.
final class LocalServer: Sendable {
  static let shared: LocalServer? = try? LocalServer()

  let port: Int
  let rawPort: Int
  let securePort: Int
  /// The certificate that the secure port has, for `localhost`.
  let certificate: String
  /// The key of ``certificate``.
  let key: String
  private let input: Pipe

  /// Whether Python and OpenSSL are there to run it.
  static var isAvailable: Bool { shared != nil }

  private init() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "tilik-\(UUID().uuidString)"
    )
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    key = folder.appending(path: "key.pem").path
    certificate = folder.appending(path: "certificate.pem").path
    _ = try Python.tool(
      "openssl",
      [
        "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
        "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", certificate,
      ]
    )
    let line: [UInt8]
    (line, input) = try Self.start(Python.interpreter, "server.py", certificate, key)
    let ports = try JSONReader.read(line)
    guard let http = ports["http"]?.integer, let raw = ports["raw"]?.integer,
      let https = ports["https"]?.integer
    else { throw Python.Failure(description: "the server names no ports") }
    port = http
    rawPort = raw
    securePort = https
  }

  /// Starts a server among the fixtures: its first line, and the input that it lives as long as.
  private static func start(
    _ interpreter: String,
    _ script: String,
    _ arguments: String...
  ) throws -> (line: [UInt8], input: Pipe) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
    process.arguments = [interpreter, folder.appending(path: script).path] + arguments
    let output = Pipe()
    let input = Pipe()
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    var line: [UInt8] = []
    while let byte = try output.fileHandleForReading.read(upToCount: 1)?.first, byte != 0x0A {
      line.append(byte)
    }
    return (line, input)
  }

  static let hasNode = (try? ChildProcess.run("node", ["--version"]).status) == 0

  /// A server that speaks HTTP/2 only, with the same certificate; nil where it does not start.
  func startHTTP2() throws -> (port: Int, input: Pipe)? {
    let (line, input) = try Self.start("node", "http2.mjs", certificate, key)
    return Int(String(decoding: line, as: UTF8.self)).map { ($0, input) }
  }

  /// An address on the plain port.
  func url(_ path: String) -> String { "http://127.0.0.1:\(port)/\(path)" }

  /// Rules that allow this server and are impatient.
  var rules: FetchRules {
    var rules = FetchRules(userAgent: "Tilik/test (+https://example.org/tilik)")
    guard let loopback = IPAddress("127.0.0.1") else { return rules }
    rules.addresses = [port, rawPort, securePort]
      .reduce(.publicOnly) { $0.allowing(loopback, port: $1) }
    rules.connectSeconds = 10
    rules.totalSeconds = 25
    rules.slowestRate = 1_000
    rules.slowSeconds = 2
    rules.retryMilliseconds = 10
    rules.mostRetryAfter = 2
    return rules
  }

  /// A fetcher whose clock stands still.
  func fetcher(_ change: (inout FetchRules) -> Void = { _ in }) -> Fetcher {
    var rules = self.rules
    change(&rules)
    return Fetcher(rules: rules) { Timestamp(secondsSince1970: 1_772_000_000) }
  }
}
