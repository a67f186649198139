import ClaimModel
import Foundation
import Testing

@testable import SourceLookup

@Suite("A timestamp")
struct TimestampQueryTests {
  private let hash = Snapshot(SnapshotTests.page, software: "tilik/test").hash

  @Test("is asked for in 69 bytes with a nonce of 8")
  func query() {
    let query = TimestampQuery(hash: hash, nonce: 0x0123_4567_89AB_CDEF)
    #expect(query.der.count == 69)
    #expect(query.der.prefix(5) == [0x30, 0x43, 0x02, 0x01, 0x01])
    #expect(DER.integer(0x80) == [0x02, 0x02, 0x00, 0x80])
    #expect(DER.integer(0) == [0x02, 0x01, 0x00])
    #expect(
      DER.value(0x04, [UInt8](repeating: 1, count: 300)).prefix(4) == [0x04, 0x82, 0x01, 0x2C]
    )
    let request = query.request(to: "http://tsa.example/")
    #expect(request.headers.first("Content-Type") == "application/timestamp-query")
  }

  @Test(
    "is given by an authority, holds for one snapshot only, and openssl verifies it",
    .enabled(if: (try? Python.tool("openssl", ["version"])) != nil, "openssl is not installed")
  )
  func authority() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func path(_ name: String) -> String { folder.appending(path: name).path }
    let settings = """
      [tsa]
      default_tsa = own
      [own]
      serial = \(path("serial"))
      signer_cert = \(path("tsa.pem"))
      signer_key = \(path("key.pem"))
      signer_digest = sha256
      default_policy = 1.2.3.4.1
      digests = sha256
      """
    try Data(settings.utf8).write(to: folder.appending(path: "tsa.cnf"))
    try Data("01\n".utf8).write(to: folder.appending(path: "serial"))
    _ = try Python.tool(
      "openssl",
      [
        "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
        "/CN=Test authority",
        "-addext", "extendedKeyUsage=critical,timeStamping", "-keyout", path("key.pem"), "-out",
        path("tsa.pem"),
      ]
    )
    let query = TimestampQuery(hash: hash, nonce: 0xFEDC_BA98_7654_3210)
    try Data(query.der).write(to: folder.appending(path: "query"))
    _ = try Python.tool(
      "openssl",
      [
        "ts", "-reply", "-config", path("tsa.cnf"), "-queryfile", path("query"), "-out",
        path("reply"),
      ]
    )
    let reply = Array(try Data(contentsOf: folder.appending(path: "reply")))
    #expect(query.isAnswered(by: reply))
    let said = try #require(query.time(in: reply))
    #expect(abs(Double(said.secondsSince1970) - Date().timeIntervalSince1970) < 600)
    // Cut anywhere, it gives the time that it says or none.
    for end in reply.indices {
      let time = query.time(in: Array(reply.prefix(end)))
      #expect(time == nil || time == said, "cut at \(end)")
    }
    #expect(query.time(in: Array(reply.prefix(60))) == nil)
    #expect(query.time(in: []) == nil)
    #expect(!TimestampQuery(hash: hash, nonce: query.nonce - 1).isAnswered(by: reply))
    #expect(
      !TimestampQuery(
        hash: ContentHash(bytes: [UInt8](repeating: 1, count: 32)),
        nonce: query.nonce
      ).isAnswered(by: reply)
    )
    #expect(!query.isAnswered(by: Array(reply.dropLast())))
    #expect(!query.isAnswered(by: []))
    let verify = { (file: String) in
      try Python.tool(
        "openssl",
        ["ts", "-verify", "-data", file, "-in", path("reply"), "-CAfile", path("tsa.pem")]
      )
    }
    let snapshot = Snapshot(SnapshotTests.page, software: "tilik/test")
    try Data(snapshot.warc).write(to: folder.appending(path: "a.warc.gz"))
    _ = try verify(path("a.warc.gz"))
    try Data(snapshot.warc + [0]).write(to: folder.appending(path: "b.warc.gz"))
    #expect(throws: Python.Failure.self) { try verify(path("b.warc.gz")) }
  }
}
