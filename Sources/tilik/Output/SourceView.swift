import ClaimModel
import ClaimStore
import Foundation
import ReviewWorkflow
import SourceLookup

/// A source as a person reads it, and as `--json` writes it.
struct SourceView: Encodable {
  /// An excerpt that a claim cites, and where it stands in the text.
  struct Excerpt: Encodable {
    var claim: ClaimID
    var stance: Evidence.Stance
    var excerpt: String?
    var anchor: AnchorQuality?
    /// Where it stands, as W3C Web Annotation selectors; positions in Unicode code points of the stored text.
    var selectors: [ExcerptSelector] = []
    /// A link that opens the page at the excerpt.
    var link: String?
  }

  var source: Source
  var reference: String
  var state: LinkState?
  var nextCheck: Timestamp?
  var checks: [LinkCheck]
  var captures: [SourceCapture]
  /// Each capture's file.
  var files: [String]
  var cited: [Excerpt]
  private var stampFiles: [String] = []

  private enum CodingKeys: CodingKey {
    case source, reference, state, nextCheck, checks, captures, files, cited
  }

  init(_ entry: LibrarySource, at desk: Desk) throws {
    let id = entry.source.id
    let use = try SourceUse(desk)
    let archive = try desk.archive()
    source = entry.source
    reference = Reference.text(entry.source, style: .apa, language: speech)
    state = use.state(of: id)
    checks = use.checks[id] ?? []
    if entry.source.url != nil, use.citations[id] != nil {
      nextCheck = use.next(of: id, days: desk.workflow.rules.recheckDays) ?? desk.now
    }
    captures = archive.captures(of: id)
    files = captures.map { archive.file(of: $0.snapshot).path }
    stampFiles = captures.flatMap { capture in
      capture.stamps.map { archive.stamp($0.reply, of: capture.snapshot).path }
    }
    cited = try (use.citations[id] ?? []).map { citation in
      let evidence = citation.evidence
      var row = Excerpt(
        claim: citation.claim.claim.id,
        stance: evidence.stance,
        excerpt: evidence.excerpt,
        anchor: evidence.anchor
      )
      let copy = try evidence.snapshot.flatMap { try desk.store.bytes($0) }
      let text = copy.map { String(decoding: $0, as: UTF8.self) } ?? entry.text
      let place = text.flatMap { ExcerptPlace(evidence, in: $0, url: entry.source.url) }
      row.selectors = place?.selectors ?? []
      row.link = place?.link
      return row
    }
  }

  var words: String {
    var lines = [Terminal.bold(Terminal.safe(source.id.rawValue)), Terminal.safe(reference)]
    func line(_ name: String, _ text: String) {
      lines.append("")
      lines.append(
        Paragraph.wrapped(Terminal.safe("\(name): \(text)"), width: 78, indent: 2)
      )
    }
    for (name, value) in SourceWording.details(source) { line(name, value) }
    if let state {
      let last = checks.last.map { "; \($0.date.date.iso8601): \(LinkWording.text($0))" } ?? ""
      line(say("page", "halaman"), LinkWording.name(state) + last)
    }
    if let nextCheck {
      lines.append(say("next check: ", "tengokan berikut: ") + nextCheck.date.iso8601)
    }
    for (capture, file) in zip(captures, files) {
      lines.append("")
      lines.append(
        say("snapshot", "salinan") + ": \(capture.date.rfc3339)  \(Terminal.safe(capture.url))"
      )
      lines.append("  SHA-256 \(capture.snapshot.hex)")
      lines.append("  " + Terminal.safe(file))
      if let places = capture.places {
        let said = places.sorted { $0.key < $1.key }
          .map { "\(SourceWording.name(ofField: $0.key)) \($0.value)" }
        let text = say("read from: ", "dibaca dari: ") + said.joined(separator: ", ")
        lines.append("  " + Paragraph.wrapped(Terminal.safe(text), width: 76, indent: 4))
      }
      if let copy = capture.independent {
        lines.append(Terminal.safe(say("  independent copy: ", "  salinan independen: ") + copy))
      }
      for stamp in capture.stamps {
        lines.append(
          Terminal.safe(
            say("  timestamped ", "  distempel ") + (stamp.time ?? stamp.date).rfc3339
              + say(" by ", " oleh ") + stamp.authority
          )
        )
      }
    }
    if !captures.isEmpty { line(say("what this proves", "yang dibuktikan"), Self.proof) }
    if let capture = captures.last(where: { !$0.stamps.isEmpty }), let stamp = stampFiles.last {
      lines.append(
        "  openssl ts -verify -digest \(capture.snapshot.hex) -in \(stamp) -CAfile CA.pem"
      )
    }
    for row in cited {
      let quality = row.anchor.map { "; \(AnchorWording.text($0))" } ?? ""
      let excerpt = row.excerpt.map { "“\($0)”" } ?? ""
      line(
        say("claim ", "klaim ") + row.claim.short,
        "\(StanceWording.name(row.stance)) \(excerpt)\(quality)"
      )
      if let link = row.link { lines.append("  " + Terminal.safe(link)) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static var proof: String {
    say(
      "that this desk received these bytes from that address at that time, and that they were not changed since. It "
        + "does not prove to someone who doubts the desk that the page said so; an independent archive does. A timestamp "
        + "proves only when the snapshot existed.",
      "bahwa meja ini menerima bita tersebut dari alamat itu pada waktu itu, dan bahwa isinya tidak diubah sejak itu. "
        + "Bagi yang meragukan meja ini, itu belum membuktikan bahwa halamannya berbunyi demikian; arsip independen "
        + "membuktikannya. Stempel waktu hanya membuktikan kapan salinan itu ada."
    )
  }
}
