import Foundation
import TestSupport
import Testing

/// A web site on the loopback that a test fills with pages: `Fixtures/site.py`.
final class Site {
  let folder: URL
  let port: Int
  private let process: ChildProcess

  init(_ scratch: Scratch) throws {
    folder = scratch.folder.appending(path: "site")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/site.py")
    process = try ChildProcess("python3", [script.path, folder.path])
    let file = folder.appending(path: ".port")
    var port: Int?
    for _ in 0..<500 where port == nil {
      port = (try? String(contentsOf: file, encoding: .utf8)).flatMap { Int($0) }
      if port == nil { usleep(20_000) }
    }
    self.port = try #require(port, "the site does not start")
  }

  /// The option that lets the program fetch from here.
  var allowed: [String] { ["--allow-private", "127.0.0.1:\(port)"] }

  func url(_ path: String) -> String { "http://127.0.0.1:\(port)/\(path)" }

  /// Puts a page, or another answer, at a path.
  func put(_ path: String, _ body: String, answer: String? = nil) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(body.utf8).write(to: file)
    if let answer { try Data(answer.utf8).write(to: folder.appending(path: path + ".json")) }
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(at: folder.appending(path: path))
  }

  /// The requests so far, a line each.
  var requests: [Substring] {
    let log = try? String(contentsOf: folder.appending(path: ".log"), encoding: .utf8)
    return (log ?? "").split(separator: "\n")
  }

  /// An article of an outlet that does not exist, with a table beside it.
  static func article(kiosks: Int = 148) -> String {
    """
    <!doctype html><html lang="id"><head><title>Pasar Wulung Belum Rampung - Kabar Selagiri</title>
    <link rel="canonical" href="/berita/pasar-wulung">
    <meta property="og:site_name" content="Kabar Selagiri"><meta name="author" content="Redaksi">
    <script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
    "headline": "Pasar Wulung Belum Rampung", "author": [{"@type": "Person", "name": "Endah Sastra"}],
    "datePublished": "2026-03-12T08:00:00+07:00", "dateModified": "2026-03-14", "inLanguage": "id"}</script>
    </head><body><nav><a href="/">Beranda</a> <a href="/kota">Kota</a></nav>
    <main><article><h1>Pasar Wulung Belum Rampung</h1>
    <p>Perbaikan Pasar Wulung di Selagiri belum selesai meski dijadwalkan rampung pekan ini, kata Dinas Perdagangan
    dalam laporan yang terbit Kamis.</p>
    <p>Dari 212 kios, \(kiosks) sudah diperbaiki per 12 Maret 2026. Sisanya menunggu atap yang masih dipesan dari pabrik
    di kota tetangga, dan para pedagang berjualan di lapangan sampai bulan depan.</p>
    <p>Paguyuban pedagang meminta jadwal baru yang tertulis, sebab jadwal lama sudah dua kali mundur sejak tahun lalu
    dan sewa tenda di lapangan ditanggung pedagang sendiri.</p></article></main>
    <aside><table><tr><td>Kios lantai dua yang kosong</td><td>64 dari 212 kios</td></tr></table></aside>
    </body></html>
    """
  }
}
