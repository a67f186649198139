import ClaimModel
import Foundation
import Testing

@testable import AuditReport

@Suite("Hostile text in every field")
struct HostileTextTests {
  /// U+FFFE, U+FDD0 and U+1FFFF, which Swift refuses in a literal.
  private static let noncharacters: [UInt8] = [
    0xEF, 0xBF, 0xBE, 0xEF, 0xB7, 0x90, 0xF0, 0x9F, 0xBF, 0xBF,
  ]

  static let texts: [String] = [
    "</script><script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "'\u{301}\"\u{301} onfocus='alert(1)' x=\"",
    "<!-- --><![CDATA[ ]]> &lt; &amp; &#0; </style><style>*{display:none}</style>",
    "\u{202E}dekab\u{2066}\u{202D} \u{200F}\u{061C}",
    "a\u{0}b\u{1}c\u{7F}d\u{85}e" + String(decoding: noncharacters, as: UTF8.self),
    "{0} {1} \\(x) %s </title></textarea></noscript>",
    "\u{2028}\u{2029}\u{FEFF}",
    "e" + String(repeating: "\u{301}", count: 3_000),
    "",
  ]

  @Test("stays text", arguments: texts)
  func staysText(hostile: String) throws {
    let audit = HostileAudit.make(hostile)
    let page = String(decoding: AuditPage.render(audit), as: UTF8.self)
    let clean = String(decoding: AuditPage.render(HostileAudit.make("x")), as: UTF8.self)
    // No element that the program does not write, and no script beside its own: nothing became markup.
    let (tags, cleanTags) = (Self.tags(page), Self.tags(clean))
    #expect(Set(tags).subtracting(cleanTags).isSubset(of: ["<q", "</q", "<bdi", "</bdi"]))
    for name in ["<script", "<style", "<mark", "<li", "<p"] {
      #expect(tags.count { $0 == name } == cleanTags.count { $0 == name }, "\(name)")
    }
    #expect(Self.isPlain(page))
    let index = AuditIndex(
      desk: audit.desk,
      entries: try AuditEntries([AuditEntry(audit)]),
      scales: audit.scales,
      ledger: audit.ledger,
      language: .english
    )
    #expect(Self.isPlain(String(decoding: try IndexPage.render(index), as: UTF8.self)))
  }

  @Test("of forty thousand bytes in one word is carried whole, in linear time")
  func longWord() {
    func spent(on count: Int) -> Duration {
      let audit = HostileAudit.make(String(repeating: "ö", count: count))
      // The best of five: other tests run beside it.
      let times = (0..<5).map { _ in
        ContinuousClock().measure { #expect(AuditPage.render(audit).count > count * 200) }
      }
      return times.min() ?? .zero
    }
    // A tenth of it first: what grows with the square would take a hundred times as long.
    let tenth = spent(on: 2_000)
    #expect(spent(on: 20_000) < tenth * 30)
  }

  @Test("of a megabyte in one word is carried whole in article, quotation, verdict and excerpt")
  func megabyte() {
    let word = String(repeating: "a&", count: 500_000)
    var audit = SampleAudit.make()
    audit.document.text = word
    audit.document.blocks = [Block(.paragraph, TextSpan(0, word.utf8.count))]
    audit.claims[0].claim.quote = [word]
    audit.claims[0].claim.content = [TextSpan(0, word.utf8.count)]
    audit.claims[0].verdict?.explanation = word
    audit.claims[0].evidence[0].evidence.excerpt = word
    let page = AuditPage.render(audit)
    // Five bytes more for each reference; the text fragment of an excerpt is cut to its ends.
    #expect(page.count > 4 * 3_000_000)
    #expect(AuditFile(page).problems == [])
  }

  @Test("that is no UTF-8, and lone surrogates in JSON, become U+FFFD before they get here")
  func invalid() throws {
    #expect(String(decoding: [0x61, 0xED, 0xA0, 0x80, 0xFF], as: UTF8.self).contains("\u{FFFD}"))
    let read = try? JSONDecoder().decode([String].self, from: Data(#"["\ud800"]"#.utf8))
    #expect(read?.first.map { !$0.unicodeScalars.contains { $0.value == 0xD800 } } ?? true)
  }

  @Test("cannot make a link that is not http, https or a file beside the page")
  func links() {
    let refused = [
      "javascript:alert(1)", "JAVASCRIPT:alert(1)", " https://a.example", "https://", "//a.example",
      "data:text/html,x", "https:///path", "http://a b.example", "https://a<b.example/",
      "ftp://a.example",
    ]
    for address in refused { #expect(Link(web: address) == nil, "\(address)") }
    #expect(
      Link(web: "HTTPS://a.example:8080/ü?q=\"<x>\"&r=1#a#b%zz")?.address
        == "https://a.example:8080/%C3%BC?q=%22%3Cx%3E%22&r=1#a%23b%25zz"
    )
    #expect(Link(file: "../secret") == nil)
    #expect(Link(file: "/etc/passwd") == nil)
    #expect(Link(file: "arsip/a b.warc")?.address == "./arsip/a%20b.warc")
    #expect(Link(file: "javascript:alert(1)")?.address == "./javascript%3Aalert(1)")
  }

  @Test("points a text fragment at the excerpt's ends")
  func fragment() throws {
    let link = try #require(Link(web: "https://a.example/x#y"))
    #expect(
      link.pointing(at: "satu, dua-tiga")?.address
        == "https://a.example/x#y:~:text=satu%2C%20dua%2Dtiga"
    )
    #expect(
      link.pointing(at: "satu", after: "a b c d e, f", before: "-dua")?.address
        == "https://a.example/x#y:~:text=b%20c%20d%20e%2C%20f-,satu,-%2Ddua"
    )
  }

  /// The names of the elements of a page in order, the data of scripts and styles left out.
  private static func tags(_ page: String) -> [String] {
    var names: [String] = []
    var rest = page[...]
    while let open = rest.firstIndex(of: "<") {
      let name = rest[open...].prefix { $0 != " " && $0 != ">" }
      names.append(String(name))
      rest = rest[open...].dropFirst()
      if name == "<script" || name == "<style", let end = rest.range(of: "</") {
        rest = rest[end.lowerBound...]
      }
    }
    return names
  }

  /// Whether a page is free of code points that HTML forbids.
  private static func isPlain(_ page: String) -> Bool {
    page.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x0A, 0x09, 0x0D: return true
      case 0..<0x20, 0x7F..<0xA0, 0xFDD0...0xFDEF: return false
      default: return scalar.value & 0xFFFE != 0xFFFE
      }
    }
  }
}

/// The sample audit with one text in every field that reaches a page.
enum HostileAudit {
  static func make(_ text: String) -> Audit {
    var audit = SampleAudit.make()
    audit.document.text = "k\(text)k"
    audit.document.blocks = [Block(.paragraph, TextSpan(0, audit.document.text.utf8.count))]
    audit.document.metadata = DocumentMetadata(
      title: "k\(text)",
      authors: [text],
      outlet: text,
      published: audit.document.metadata.published,
      language: LanguageTag(rawValue: text),
      url: "https://a.example/\(text)"
    )
    audit.speakers = [Speaker(name: "k\(text)", role: text)]
    audit.findings = audit.findings.map { finding in
      Finding(
        finding.kind,
        finding.outcome,
        spans: [TextSpan(0, 1)],
        facts: ["date": "k\(text)", "printed": text]
      )
    }
    let rating = Rating(name: text, labels: ["id": "k\(text)"], sign: text, tone: .wrong, value: 1)
    audit.scales = [RatingScale(name: text, ratings: [rating])]
    audit.desk = Desk(name: text, address: text, clock: DeskClock(minutesEast: 0, name: text))
    audit.ledger.toolVersion = text
    audit.ledger.workflowVersion = text
    audit.proofs = LedgerProofs(checkpoint: "k\(text)", proofs: [])
    audit.otherVersions = [ArticleVersion(number: 3, fileName: audit.fileName)]
    audit.claims = audit.claims.map { claim(from: $0, text) }
    return audit
  }

  private static func claim(from sample: AuditedClaim, _ text: String) -> AuditedClaim {
    var claim = sample
    let time = SampleArticle.hour(1)
    let verdict = Verdict(scale: text, rating: text, explanation: "k\(text)")
    claim.claim.id = ClaimID(rawValue: text)
    claim.claim.quote = [text]
    claim.claim.content = [TextSpan(0, 1)]
    claim.claim.speaker = "k\(text)"
    claim.claim.role = text
    claim.status = ClaimStatus(name: text, stage: .published)
    claim.verdict = verdict
    claim.waiver = "k\(text)"
    claim.evidence = [evidence(text)]
    claim.notes = [ReviewNote(time: time, actor: text, text: text)]
    claim.replies = [RightOfReply(contact: text, asked: time, outcome: .answered(time, text))]
    claim.opinions = [Opinion(time: time, actor: text, verdict: verdict, agrees: false)]
    claim.corrections = [
      Correction(
        time: time,
        actor: text,
        kind: .update,
        explanation: text,
        old: verdict,
        new: verdict
      )
    ]
    claim.history = [
      SampleAudit.entry(1, 1, text, .dropped(reason: text)),
      SampleAudit.entry(2, 2, text, .cited(source: text, stance: .context)),
      SampleAudit.entry(3, 3, text, .submitted(verdict)),
    ]
    return claim
  }

  private static func evidence(_ text: String) -> AuditedEvidence {
    AuditedEvidence(
      evidence: Evidence(
        source: SourceID(rawValue: text),
        stance: .context,
        excerpt: "k\(text)",
        locator: "k\(text)",
        anchor: .fuzzy,
        note: "k\(text)"
      ),
      source: Source(
        id: SourceID(rawValue: text),
        type: text,
        title: text,
        authors: [.literal(text), .person(family: text, given: text)],
        containerTitle: "k\(text)",
        publisher: "k\(text)",
        issued: "k\(text)",
        modified: "m\(text)",
        url: "https://a.example/\(text.isEmpty ? "" : "x")",
        doi: text,
        isbn: "k\(text)",
        issn: text,
        pmid: "k\(text)",
        pmcid: text,
        arxiv: "k\(text)",
        independenceGroup: "k\(text)"
      ),
      copy: StoredCopy(hash: SampleArticle.hash(3), taken: SampleArticle.hour(1), file: "k\(text)")
    )
  }
}
