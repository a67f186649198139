import ClaimModel
import Foundation
import GzipCodec
import Testing

@testable import SourceLookup

@Suite("A snapshot")
struct SnapshotTests {
  static let date = Timestamp(secondsSince1970: 1_772_000_000)

  static func answer(
    _ url: String,
    status: Int = 200,
    _ headers: [HeaderField],
    _ body: String
  ) -> FetchedAnswer {
    FetchedAnswer(
      url: url,
      date: date,
      address: IPAddress("127.0.0.1"),
      requestHead: "GET / HTTP/1.1\r\nHost: pasar.example\r\n\r\n",
      requestBody: [],
      version: "2",
      status: status,
      reason: "",
      headers: headers,
      body: Array(body.utf8)
    )
  }

  static let page = FetchedPage(
    redirects: [
      answer("http://pasar.example/lama", status: 301, [HeaderField("Location", "/jadwal")], "")
    ],
    answer: answer(
      "http://pasar.example/jadwal?x=é",
      [
        HeaderField("Content-Type", "text/html; charset=utf-8"),
        HeaderField("Content-Encoding", "gzip"), HeaderField("Transfer-Encoding", "chunked"),
        HeaderField("Content-Length", "7"), HeaderField("X-Odd", "a: b"),
      ],
      "<title>Jadwal</title>\r\n\r\n<p>Pasar buka pukul enam."
    )
  )

  private func snapshot(earlier: Snapshot.PayloadReference? = nil) -> Snapshot {
    Snapshot(Self.page, software: "tilik/test", notes: [HeaderField("title", "Jadwal\r\nX: y")]) {
      _ in
      earlier
    }
  }

  @Test("holds what was asked, what came back, and the way there, all of one date")
  func records() throws {
    let snapshot = snapshot()
    let records = try WARCReader.records(snapshot.warc).map(\.record)
    #expect(
      records.map(\.type) == [
        "warcinfo", "response", "request", "response", "request", "metadata",
      ]
    )
    #expect(Set(records.map { $0.fields.first("WARC-Date") }) == [Self.date.rfc3339])
    #expect(Set(records.map(\.id)).count == records.count)
    let answer = try #require(records[3].answer)
    #expect(answer.body == Self.page.body)
    #expect(answer.headers.first("Content-Length") == String(Self.page.body.count))
    #expect(answer.headers.first("Content-Encoding") == nil)
    #expect(answer.headers.first("X-Archive-Orig-Content-Encoding") == "gzip")
    #expect(records[4].fields.first("WARC-Concurrent-To") == records[3].id)
    #expect(records[3].fields.first("WARC-Payload-Digest") == "sha256:\(snapshot.payloadHash)")
    let notes = String(decoding: records[5].block, as: UTF8.self)
    #expect(notes == "via: http://pasar.example/lama\r\ntitle: Jadwal X: y\r\n")
    #expect(snapshot.reference.record == records[3].id)
  }

  @Test("is the same for the same capture, and named by its hash")
  func deterministic() {
    #expect(snapshot() == snapshot())
    #expect(snapshot().hash != Snapshot(Self.page, software: "tilik/other").hash)
  }

  @Test("does not store the same body again")
  func revisit() throws {
    let first = snapshot()
    let second = snapshot(earlier: first.reference)
    let records = try WARCReader.records(second.warc).map(\.record)
    let revisit = try #require(records.first { $0.type == "revisit" })
    #expect(revisit.fields.first("WARC-Refers-To") == first.reference.record)
    #expect(revisit.fields.first("WARC-Payload-Digest") == "sha256:\(first.payloadHash)")
    #expect(!String(decoding: revisit.block, as: UTF8.self).contains("Pasar buka"))
  }

  @Test("tells when it was changed or damaged")
  func tampering() throws {
    let warc = snapshot().warc
    for place in stride(from: 0, to: warc.count, by: 97) {
      var changed = warc
      changed[place] ^= 0x10
      // The tenth byte of a member names an operating system and is the only one that nobody checks.
      if (try? WARCReader.records(changed)) != nil {
        #expect(
          try WARCReader.records(changed).map(\.record) == WARCReader.records(warc).map(\.record)
        )
      }
    }
    #expect(throws: WARCError.self) { try WARCReader.records(Array(warc.dropLast())) }
    let forged = WARCRecord(
      fields: [
        HeaderField("WARC-Type", "response"), HeaderField("WARC-Record-ID", "<x>"),
        HeaderField("WARC-Block-Digest", "sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE4"),
        HeaderField("Content-Length", "3"),
      ],
      block: Array("abc".utf8)
    )
    #expect(throws: WARCError.changed(record: "<x>")) { try WARCReader.records(forged.member) }
    #expect(throws: WARCError.malformed(offset: 0)) {
      try WARCReader.records(Gzip.member([1, 2, 3]))
    }
  }

  @Test("is read also where other programs compressed nothing, or everything at once")
  func otherCompression() throws {
    let records = try WARCReader.records(snapshot().warc).map(\.record)
    let plain = records.flatMap(\.bytes)
    #expect(try WARCReader.records(plain).map(\.record) == records)
    #expect(try WARCReader.records(Gzip.member(plain)).map(\.record) == records)
    let mixed = try #require(records.first).member + plain
    #expect(try WARCReader.records(mixed).count == records.count + 1)
    for end in [plain.count - 1, plain.count - 300, 40, 3] {
      #expect(throws: WARCError.self) { try WARCReader.records(Array(plain.prefix(end))) }
    }
    #expect(throws: WARCError.tooLarge(offset: 0)) {
      try WARCReader.records(Array("WARC/1.0\r\nContent-Length: 999999999999\r\n\r\n".utf8))
    }
  }

  @Test(
    "has its digests compared in every form that programs write",
    arguments: [
      ("sha1:VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5", true),
      ("sha1:a9993e364706816aba3e25717850c26c9cd0d89d", true),
      ("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", true),
      ("sha256:XJ4BNP4PAHH6UQKBIDPF3LRCEOYAGYNDSYLXVHFUCD7WD4QACWWQ====", true),
      ("sha-256:XJ4BNP4PAHH6UQKBIDPF3LRCEOYAGYNDSYLXVHFUCD7WD4QACWWQ", true),
      ("sha1:a9993e364706816aba3e25717850c26c9cd0d89e", false),
      ("md5:900150983cd24fb0d6963f7d28e17f72", nil), ("sha256:00", nil), ("abc", nil),
    ] as [(String, Bool?)]
  )
  func digests(digest: String, expected: Bool?) {
    #expect(WARCDigest.fits(digest, Array("abc".utf8)) == expected)
  }

  @Test(
    "is accepted by warcio and fastwarc",
    .enabled(if: Python.has("warcio", "fastwarc"), "warcio and fastwarc (PyPI) are not installed")
  )
  func otherReaders() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "a.warc.gz")
    let first = snapshot()
    try Data(first.warc + snapshot(earlier: first.reference).warc).write(to: file)
    _ = try Python.tool("warcio", ["check", "-v", file.path])
    _ = try Python.tool("fastwarc", ["check", file.path])
    let listed = try Python.tool("warcio", ["index", "-f", "warc-type,offset", file.path])
    #expect(listed.split(separator: "\n").count == 12)
    var broken = first.warc
    broken[broken.count / 2] ^= 1
    try Data(broken).write(to: file)
    #expect(throws: Python.Failure.self) { try Python.tool("warcio", ["check", file.path]) }
  }

  @Test(
    "goes into a collection that wacz accepts",
    .enabled(if: Python.has("wacz"), "wacz (PyPI) is not installed")
  )
  func wacz() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var collection = WebArchiveCollection()
    try collection.add(snapshot().warc, title: "Jadwal pasar")
    let bytes = try #require(
      collection.wacz(title: "Bukti", created: Self.date, software: "tilik/test")
    )
    let file = folder.appending(path: "a.wacz")
    try Data(bytes).write(to: file)
    _ = try Python.tool("wacz", ["validate", "-f", file.path])
    #expect(throws: WARCError.self) { try collection.add([1, 2, 3]) }
  }
}
