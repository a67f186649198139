import Foundation
import TestSupport
import Testing

@Suite("Other formats on the command line")
struct FormatTests {
  let tilik: Program

  init() throws { tilik = try Program() }

  private static let python = SharedData.project.appending(path: ".venv/bin/python3").path

  /// A page of our own with two paragraphs.
  private func page(_ place: String) -> String {
    """
    <html lang="id"><head><title>Feri \(place) berhenti</title></head><body><h1>Feri \(place) berhenti</h1>
    <article><p>Feri ke \(place) berhenti pada Senin karena mesinnya tua, ujar kepala pelabuhan Ada Holm.</p>
    <p>Karcis yang sudah dibeli tetap berlaku sampai akhir musim panas, kata kantor pelabuhan \(place).</p></article>
    </body></html>
    """
  }

  @Test(
    "the pages of a web archive are read and added, each with its address",
    .enabled(
      if: (try? ChildProcess.run(FormatTests.python, ["-c", "import warcio"]))?.status == 0,
      "warcio (PyPI) is not installed"
    )
  )
  func webArchive() throws {
    let script = """
      import io, sys, zipfile
      from warcio.warcwriter import WARCWriter
      from warcio.statusandheaders import StatusAndHeaders
      out = open('kumpulan.warc.gz', 'wb')
      writer = WARCWriter(out, gzip=True)
      def add(url, body, kind, status='200 OK', more=[]):
          headers = StatusAndHeaders(status, [('Content-Type', kind)] + more, protocol='HTTP/1.1')
          writer.write_record(writer.create_warc_record(url, 'response', payload=io.BytesIO(body), http_headers=headers))
      one, two = [part.encode() for part in sys.stdin.read().split('\\f')]
      add('https://kabar.example/satu', one, 'text/html; charset=utf-8')
      add('https://kabar.example/gambar', b'\\x89PNG', 'image/png')
      add('https://kabar.example/hilang', one, 'text/html', status='404 Not Found')
      chunked = b'10\\r\\n' + two[:16] + b'\\r\\n' + b'%x\\r\\n' % len(two[16:]) + two[16:] + b'\\r\\n0\\r\\n\\r\\n'
      add('https://kabar.example/dua', chunked, 'text/html', more=[('Transfer-Encoding', 'chunked')])
      out.close()
      archive = zipfile.ZipFile('kumpulan.wacz', 'w')
      archive.write('kumpulan.warc.gz', 'archive/data.warc.gz')
      archive.close()
      """
    let made = try tilik.run(
      Self.python,
      ["-c", script],
      input: Array("\(page("Halden"))\u{0C}\(page("Orrin"))".utf8)
    )
    #expect(made.status == 0, "\(made.talk)")
    for file in ["kumpulan.warc.gz", "kumpulan.wacz"] {
      let read = try tilik("read", file)
      #expect(read.status == 0, "\(read.talk)")
      let lines = read.output.split(separator: "\n")
      #expect(lines.count == 2)
      #expect(lines.first?.contains(#""id":"kumpulan-1""#) == true)
      #expect(lines.first?.contains("https://kabar.example/satu") == true)
      #expect(lines.last?.contains("Feri ke Orrin berhenti") == true)
    }
    try tilik("init")
    #expect(try tilik("add", "kumpulan.wacz").output.split(separator: "\n").count == 2)
    #expect(try tilik("list", "--documents", "--json").output.contains("kabar.example/dua"))
    // The other archive holds the same two articles.
    #expect(try tilik("add", "kumpulan.warc.gz").status == 0)
    #expect(try tilik("verify").status == 0)
  }

  @Test(
    "a damaged web archive is refused with a clear line, and one that is not compressed is read"
  )
  func damagedArchive() throws {
    try tilik.write("rusak.warc.gz", bytes: [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3])
    let damaged = try tilik("read", "rusak.warc.gz")
    #expect(damaged.status == 3)
    #expect(damaged.talk.hasPrefix("tilik: rusak.warc.gz: "), "\(damaged.talk)")
    let empty = "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n"
    try tilik.write("kosong.warc", empty)
    let none = try tilik("read", "kosong.warc")
    #expect(none.status == 3)
    #expect(none.talk.contains("no pages in this web archive"), "\(none.talk)")
    let answer =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + Site.article()
    let head =
      "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://kabar.example/tiga\r\n"
      + "Content-Length: \(answer.utf8.count)\r\n\r\n"
    try tilik.write("polos.warc", empty + head + answer + "\r\n\r\n")
    let plain = try tilik("read", "polos.warc")
    #expect(plain.status == 0, "\(plain.talk)")
    #expect(plain.output.contains("Pasar Wulung Belum Rampung"))
  }

  @Test("a PDF names the package to install where pdftotext is missing")
  func missingProgram() throws {
    try tilik.write("laporan.pdf", "%PDF-1.4\n")
    let result = try tilik("read", "laporan.pdf", environment: ["PATH": "/nowhere"])
    #expect(result.status == 3)
    #expect(
      result.talk
        == "tilik: laporan.pdf: reading PDF needs pdftotext, which is not installed; install the package poppler-utils\n"
    )
  }

  @Test("captions and mails give lines that extract reads")
  func transcripts() throws {
    try tilik.write(
      "rapat.srt",
      "1\n00:00:01,000 --> 00:00:03,000\nMira Tanjung: Jembatan itu menelan Rp2 miliar.\n"
    )
    let result = try tilik("read", "rapat.srt")
    #expect(result.status == 0, "\(result.talk)")
    #expect(result.output.contains(#""text":"Mira Tanjung: Jembatan itu menelan Rp2 miliar.""#))
    let extracted = try tilik("extract", input: Array(result.output.utf8))
    #expect(extracted.status == 0, "\(extracted.talk)")
  }
}
