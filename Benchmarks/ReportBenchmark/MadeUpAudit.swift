import AuditReport
import ClaimModel
import Crypto
import ReviewWorkflow

/// An audit of any size, the same each time: an article of short paragraphs, claims with a verdict, evidence and history, and
/// the events that a desk's ledger would have of them.
struct MadeUpAudit {
  private static let ratings = [
    "true", "mostly-true", "half-true", "misleading", "false", "unproven",
  ]
  private static let scale = RatingScale(
    name: "default",
    ratings: zip(ratings, Rating.Tone.allCases).map { name, tone in
      Rating(name: name, labels: ["en": name], sign: "✓", tone: tone, value: nil)
    }
  )

  /// Makes an audit of `count` claims; `number` tells one article from another.
  static func make(claims count: Int, number: Int = 0, withEvents: Bool = true) -> Audit {
    var text = "Council report number \(number)"
    var blocks = [Block(.headline, TextSpan(0, text.utf8.count))]
    var spans: [TextSpan] = []
    for index in 0..<count {
      if index % 4 == 0 {
        text += "\n\n"
        blocks.append(Block(.paragraph, TextSpan(text.utf8.count, text.utf8.count)))
      } else {
        text += " "
      }
      text += "On that day the clerk of ward \(index % 17) said that "
      let start = text.utf8.count
      text +=
        "\(index * 37 % 9_973) households had paid \(index * 11 % 89) percent more than the year before"
      spans.append(TextSpan(start, text.utf8.count))
      text += ", a figure that nobody at the meeting disputed."
      blocks[blocks.count - 1].span.end = text.utf8.count
    }
    let bytes = Array(text.utf8)
    let claims = spans.enumerated().map { index, span in
      claim(index, span, String(decoding: bytes[span.range], as: UTF8.self), withEvents: withEvents)
    }
    return Audit(
      id: DocumentID(rawValue: String(hash("document \(number)").hex.prefix(16))),
      document: Document(
        text: text,
        blocks: blocks,
        metadata: DocumentMetadata(
          title: "Council report number \(number)",
          outlet: "Pellby Gazette",
          published: CalendarDate(iso8601: "2026-03-09"),
          language: .english,
          url: "https://gazette.example/\(number)"
        ),
        rawHash: hash("raw \(number)"),
        textHash: hash(text)
      ),
      claims: claims,
      scales: [scale],
      desk: Desk(name: "Pellby Desk", address: "https://desk.example/audits/"),
      ledger: LedgerFacts(
        eventCount: count * 6,
        head: hash("head \(number)"),
        lastEvent: time(9),
        toolVersion: "benchmark",
        workflowVersion: "0123456789abcdef"
      ),
      language: .english
    )
  }

  private static func claim(
    _ index: Int,
    _ span: TextSpan,
    _ quote: String,
    withEvents: Bool
  ) -> AuditedClaim {
    let id = ClaimID(rawValue: String(hash("claim \(index)").hex.prefix(16)))
    let speaker = "Clerk of ward \(index % 17)"
    let verdict = Verdict(
      scale: "default",
      rating: ratings[index % ratings.count],
      explanation:
        "The register for ward \(index % 17) shows \(index * 37 % 9_973) households. The rise was \(index % 7) percent."
    )
    let source = SourceID(rawValue: "register-\(index % 40)")
    let evidence = Evidence(
      source: source,
      stance: .supports,
      excerpt: "\(index * 37 % 9_973) households in ward \(index % 17)",
      locator: "page \(index % 90)",
      anchor: .exact
    )
    let work = Source(
      id: source,
      type: "report",
      title: "Household register \(index % 40)",
      publisher: "Pellby Council",
      issued: "2026-01-30",
      url: "https://council.example/register/\(index % 40)"
    )
    let claim = Claim(
      id: id,
      document: DocumentID(rawValue: "0123456789abcdef"),
      kind: .indirect,
      quote: [quote],
      content: [span],
      speaker: speaker,
      reasons: [.quantity, .percentage]
    )
    // What a desk's ledger says of it; the verdict's own event has no line of its own in a history.
    let steps: [(EventContent, String, HistoryEntry.Happening?)] = [
      (.captured(claim), "captured", .captured),
      (
        .cited(evidence, source: work), "researching",
        .cited(source: work.title, stance: .supports)
      ),
      (.concluded(verdict), "researching", nil),
      (.submitted, "in-review", .submitted(verdict)),
      (.approved(subject: hash("subject \(index)")), "approved", .approved(alone: false)),
      (.published, "published", .published),
    ]
    var events: [Event] = []
    var history: [HistoryEntry] = []
    for (step, (content, state, happening)) in steps.enumerated() {
      let event = Event(
        claim: id,
        parents: events.last.map { [$0.id] } ?? [],
        content: content,
        actor: step < 4 ? "Ellen Tarrow" : "Sari Wulandari",
        time: time(step),
        state: state,
        workflow: "0123456789abcdef"
      )
      events.append(event)
      if let happening {
        history.append(
          HistoryEntry(id: event.id, time: event.time, actor: event.actor, happening: happening)
        )
      }
    }
    return AuditedClaim(
      claim: claim,
      number: index + 1,
      status: ClaimStatus(name: "published", stage: .published),
      verdict: verdict,
      published: time(4),
      evidence: [AuditedEvidence(evidence: evidence, source: work)],
      history: history,
      events: withEvents ? events.map(\.canonical) : []
    )
  }

  private static func time(_ hour: Int) -> Timestamp {
    Timestamp(secondsSince1970: 1_773_014_400 + Int64(hour) * 3_600)
  }

  private static func hash(_ text: String) -> ContentHash {
    ContentHash(bytes: SHA256.hash(data: Array(text.utf8)))
  }
}
