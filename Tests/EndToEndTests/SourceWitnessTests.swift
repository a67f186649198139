import Foundation
import TestSupport
import Testing

/// Timestamping authorities and independent archives.
@Suite("Sources that others vouch for")
struct SourceWitnessTests {
  let desk: SourceDesk
  let tilik: Program
  let site: Site

  init() throws {
    desk = try SourceDesk()
    tilik = desk.tilik
    site = desk.site
  }

  @Test("have a timestamp that openssl verifies")
  func timestamps() throws {
    try Authority.make(in: site.folder)
    let added = try desk.json(
      [AddedSource].self,
      "add",
      site.url("berita/pasar-wulung"),
      "--timestamp",
      site.url("tsa")
    )
    let capture = try #require(added[0].capture)
    let stamp = try #require(capture.stamps.first)
    let folder = ".tilik/snapshots/\(capture.snapshot.prefix(2))/"
    let reply = "\(folder)\(capture.snapshot).\(stamp.reply.prefix(8)).tsr"
    let certificate = site.folder.appending(path: "ca.pem").path
    let verify = ["ts", "-verify", "-in", tilik.path(reply), "-CAfile", certificate]
    let good = try tilik.run("openssl", verify + ["-data", try #require(added[0].file)])
    #expect(good.output.contains("Verification: OK") || good.talk.contains("Verification: OK"))
    let other = try tilik.run("openssl", verify + ["-data", tilik.path("market.txt")])
    #expect(other.status != 0)
    #expect(try desk.source("show", "sastra-2026-pasar").output.contains("openssl ts -verify"))
    // The audit names the snapshot and the authority, and says what either proves.
    let excerpt = "Dari 212 kios, 148 sudah diperbaiki"
    #expect(
      try tilik("cite", desk.claim, "sastra-2026-pasar", "refutes", "-e", excerpt).status == 0
    )
    #expect(try tilik("report").status == 0)
    let audit = try #require(try tilik.audits("reports").first)
    #expect(audit.contains(capture.snapshot))
    #expect(audit.contains("Stempel waktu (RFC 3161) dari <bdi>\(site.url("tsa"))</bdi>"))
    #expect(audit.contains("belum membuktikan bahwa halamannya memang berbunyi demikian"))
    let page = try #require(
      try FileManager.default.contentsOfDirectory(atPath: tilik.path("reports"))
        .first { $0.contains("pasar") && $0.hasSuffix(".html") }
    )
    #expect(try tilik("verify", "reports/\(page)").status == 0)
    // Something else than a timestamp: the snapshot stays, and the trouble is told.
    let bad = try desk.source(
      "add",
      site.url("berita/pasar-wulung"),
      "--timestamp",
      site.url("berita/pasar-wulung")
    )
    #expect(bad.status == 4)
    #expect(bad.talk.contains("no timestamp"))
    #expect(try tilik("verify").status == 0)
  }

  @Test("are kept by an independent archive, too, where that is asked for")
  func independent() throws {
    let json = #"{"headers": {"Content-Type": "application/json"}}"#
    try site.put("post/save", #"{"url": "x", "job_id": "spn2-7"}"#, answer: json)
    let page = site.url("berita/pasar-wulung")
    try site.put(
      "save/status/spn2-7",
      #"{"status": "success", "original_url": "\#(page)", "timestamp": "20260315030001"}"#,
      answer: json
    )
    let base = String(site.url("").dropLast())
    var environment = ["TILIK_SAVE_PAGE_NOW_URL": base, "TILIK_SAVE_PAGE_NOW_KEY": "a:b"]
    let added = try desk.json(
      [AddedSource].self,
      "add",
      page,
      "--web-archive",
      environment: environment
    )
    let copy = "https://web.archive.org/web/20260315030001/\(page)"
    #expect(added[0].capture?.independent == copy)
    #expect(try desk.source("show", "sastra-2026-pasar").output.contains(copy))
    // Without a key the desk's own copy is kept all the same.
    environment["TILIK_SAVE_PAGE_NOW_KEY"] = nil
    let keyless = try desk.source("add", page, "--web-archive", environment: environment)
    #expect(keyless.status == 4)
    #expect(keyless.talk.contains("TILIK_SAVE_PAGE_NOW_KEY"))
    #expect(keyless.output.contains("sastra-2026-pasar"))
  }
}

/// A timestamping authority of the test's own.
enum Authority {
  static func make(in folder: URL) throws {
    let configuration = """
      [tsa]
      default_tsa = own
      [own]
      serial = ./serial
      crypto_device = builtin
      signer_cert = ./tsa.pem
      certs = ./ca.pem
      signer_key = ./tsa.key
      signer_digest = sha256
      default_policy = 1.2.3.4.1
      digests = sha256
      [extension]
      extendedKeyUsage = critical,timeStamping
      """
    try Data(configuration.utf8).write(to: folder.appending(path: "tsa.cnf"))
    try Data("01".utf8).write(to: folder.appending(path: "serial"))
    let steps = [
      "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=Akar -keyout ca.key -out ca.pem",
      "req -newkey rsa:2048 -nodes -subj /CN=Penera -keyout tsa.key -out tsa.csr",
      "x509 -req -in tsa.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 "
        + "-extfile tsa.cnf -extensions extension -out tsa.pem",
    ]
    for step in steps {
      let result = try ChildProcess.run(
        "openssl",
        step.split(separator: " ").map(String.init),
        folder: folder.path
      )
      try #require(result.status == 0, "\(String(decoding: result.talk, as: UTF8.self))")
    }
  }
}
