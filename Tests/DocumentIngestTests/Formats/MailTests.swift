import ClaimModel
import Testing

@testable import DocumentIngest

@Suite("An e-mail")
struct MailTests {
  private func read(_ mail: String) throws -> Document {
    let bytes = Array(mail.replacing("\n", with: "\r\n").utf8)
    return try DocumentReader().read(bytes: bytes, named: "siaran.eml")
  }

  private func kinds(_ document: Document) -> [String] {
    document.blocks.map { "\($0.kind.rawValue): \(document.text.slice($0.span) ?? "")" }
  }

  @Test("gives subject, sender and day, decoded, and its text part rather than its page")
  func parts() throws {
    let mail = """
      Received: from mx.lirik.example
      From: =?utf-8?Q?Kant=C3=B3r_Humas?= <humas@lirik.example>
      To: redaksi@kabar.example
      Date: Mon, 9 Mar 2026 08:15:00 +0700
      Subject: =?utf-8?B?SmVtYmF0YW4gTGlyaWs=?= =?utf-8?Q?_dibuka?=
       lagi
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary="luar"

      --luar
      Content-Type: multipart/alternative; boundary=dalam

      --dalam
      Content-Type: text/plain; charset=iso-8859-1
      Content-Transfer-Encoding: quoted-printable

      Jembatan Lirik dibuka lagi, ujar Wali Kota Ren=E9 Suta=
      mi pada Senin.

      > Kapan jembatan dibuka?

      Biayanya Rp2 miliar.
      --\u{20}
      Kantor Humas, Jalan Sungai 1
      --dalam
      Content-Type: text/html

      <p>Versi halaman</p>
      --dalam--
      --luar
      Content-Type: text/plain
      Content-Disposition: attachment; filename=lampiran.txt

      Isi lampiran.
      --luar--
      """
    let document = try read(mail)
    #expect(document.metadata.title == "Jembatan Lirik dibuka lagi")
    #expect(document.metadata.authors == ["Kantór Humas"])
    #expect(document.metadata.published == CalendarDate(year: 2026, month: 3, day: 9))
    #expect(
      kinds(document) == [
        "headline: Jembatan Lirik dibuka lagi",
        "paragraph: Jembatan Lirik dibuka lagi, ujar Wali Kota René Sutami pada Senin.",
        "blockQuote: Kapan jembatan dibuka?",
        "paragraph: Biayanya Rp2 miliar.",
        "boilerplate: Kantor Humas, Jalan Sungai 1",
      ]
    )
  }

  @Test("that is only a page in base64 is read as a page")
  func page() throws {
    let paragraph =
      "<p>Feri antara Halden dan Orrin berhenti pada Senin karena mesinnya sudah tua dan harus dibongkar.</p>"
    let html = "<html><body><h1>Feri berhenti</h1>\(paragraph)\(paragraph)</body></html>"
    let encoded = base64(Array(html.utf8))
    let document = try read(
      "From: a@b.example\nSubject: Feri berhenti\nDate: 9 Mar 2026 08:15:00 +0700\nMIME-Version: 1.0\n"
        + "Content-Type: text/html\nContent-Transfer-Encoding: base64\n\n\(encoded)\n"
    )
    #expect(document.text.contains("antara Halden dan Orrin"))
    #expect(!document.text.contains("<p>"))
  }

  private func base64(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(bytes.count, start + 3)]
      let value = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        text += place <= group.count ? String(letters[value >> (18 - 6 * place) & 63]) : "="
      }
      if start % 57 == 54 { text += "\n" }
    }
    return text
  }

  @Test("with parts inside parts without end is read in linear time, or refused")
  func nested() {
    var mail = "From: a\nSubject: b\nDate: c\nContent-Type: multipart/mixed; boundary=x\n\n"
    for _ in 0..<20_000 { mail += "--x\nContent-Type: multipart/mixed; boundary=x\n\n" }
    let time = ContinuousClock().measure {
      #expect(throws: IngestError.empty) { try read(mail) }
    }
    #expect(time < .seconds(20))
  }
}
