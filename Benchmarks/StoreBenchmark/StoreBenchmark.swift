import ClaimModel
import ClaimStore
import Foundation
import ReviewWorkflow

/// Fills a ledger through the store's own door and says how long appending took.
///
///     StoreBenchmark LEDGER CLAIMS [EVENTS.tsv]
///
/// Makes articles of a thousand one-sentence claims each, and appends four events to every tenth claim in batches of a
/// thousand. With a third argument the appended rows are written there too, for another program to append. Prints one JSON object.
@main
struct StoreBenchmark {
  static let claimsPerArticle = 1_000
  static let batch = 1_000
  static let start = Timestamp(secondsSince1970: 1_773_000_000)

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3, let count = Int(arguments[2]) else {
      FileHandle.standardError.write(
        Data("usage: StoreBenchmark LEDGER CLAIMS [EVENTS.tsv]\n".utf8)
      )
      exit(2)
    }
    let store = try SQLiteStore.create(at: arguments[1])
    let desk = ReviewDesk(
      workflow: try Workflow(yaml: DefaultSettings.workflow),
      scale: try RatingScale(yaml: DefaultSettings.scale)
    )
    var worked: [Claim] = []
    var captured = 0
    let capture = try ContinuousClock().measure {
      for number in 0..<max(1, count / claimsPerArticle) {
        let (document, claims) = article(number)
        let events = claims.map { desk.capture($0, by: "Sari", at: start) }
        try store.add(document, raw: Array(document.document.text.utf8), events: events)
        captured += claims.count
        worked += stride(from: 0, to: claims.count, by: 10).map { claims[$0] }
      }
    }
    let events = try worked.enumerated().flatMap { try history(of: $1, number: $0, desk) }
    if arguments.count > 3 {
      let rows = events.map { "\($0.id.hex)\t\($0.claim)\t\($0.canonical)\t\n" }
      try Data(rows.joined().utf8).write(to: URL(filePath: arguments[3]))
    }
    let append = try ContinuousClock().measure {
      for from in stride(from: 0, to: events.count, by: batch) {
        try store.append(Array(events[from..<min(from + batch, events.count)]))
      }
    }
    print(
      #"{"captured": \#(captured), "captureSeconds": \#(seconds(capture)), "#
        + #""appended": \#(events.count), "appendSeconds": \#(seconds(append))}"#
    )
  }

  private static func seconds(_ duration: Duration) -> Double { duration / .seconds(1) }

  /// An article of one sentence a line, each line a claim.
  private static func article(_ number: Int) -> (StoredDocument, [Claim]) {
    var text = ""
    var spans: [TextSpan] = []
    for line in 0..<claimsPerArticle {
      let start = text.utf8.count
      text +=
        "Kios nomor \(line) di pasar \(number) sudah diperbaiki dan dibuka lagi sejak hari Senin."
      spans.append(TextSpan(start, text.utf8.count))
      text += "\n"
    }
    let document = Document(
      text: text,
      blocks: spans.map { Block(.paragraph, $0) },
      metadata: DocumentMetadata(title: "Pasar \(number)", language: .indonesian),
      rawHash: Event.hash(of: text),
      textHash: Event.hash(of: text),
      notes: []
    )
    let extraction = Extraction(
      language: .indonesian,
      attributions: spans.enumerated().map { index, span in
        Attribution(
          content: [span],
          kind: .indirect,
          flags: index % 20 == 0 ? [.vagueSource] : []
        )
      }
    )
    let id = ClaimCapture.name(of: document)
    let stored = StoredDocument(
      id: id,
      article: id,
      version: 1,
      origin: "pasar-\(number).txt",
      document: document,
      extraction: extraction,
      addedBy: "Sari",
      addedAt: start
    )
    return (stored, ClaimCapture.claims(of: extraction, in: document, named: id))
  }

  /// Four steps on a claim.
  private static func history(of claim: Claim, number: Int, _ desk: ReviewDesk) throws -> [Event] {
    let levels = Stakes.Level.allCases
    let stakes = Stakes(
      harm: levels[number % 3],
      reach: levels[number / 3 % 3],
      due: number % 100 == 0 ? CalendarDate(year: 2026, month: 4, day: 1 + number % 28) : nil
    )
    let person = ["Sari", "Bagas", "Wulan", "Ellen"][number % 4]
    let steps: [EventContent] = [
      .triaged(priority: stakes.priority, reason: "Dikutip di tiga berita", stakes: stakes),
      .noted(text: "Dinas perdagangan sudah dihubungi lewat telepon, menunggu angka resmi."),
      .taken, .noted(text: "Angka resmi datang pada hari Rabu dan berbeda dari yang disebut."),
    ]
    var reviewed = try ReviewedClaim(history: [desk.capture(claim, by: "Sari", at: start)])
    var events: [Event] = []
    for content in steps where number % 5 != 0 || content.type != "taken" {
      let event = try desk.judge(content, on: reviewed, by: person, at: start)
      events.append(event)
      reviewed = try ReviewedClaim(history: reviewed.history + [event])
    }
    return events
  }
}
