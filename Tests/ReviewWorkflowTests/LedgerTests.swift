import ClaimModel
import Testing

@testable import ReviewWorkflow

@Suite("Canonical JSON")
struct CanonicalJSONTests {
  @Test("sorts members by UTF-16 code units, as RFC 8785 section 3.2.3 shows")
  func sorting() {
    let names = ["\u{20ac}", "\r", "\u{fb33}", "1", "\u{1F600}", "\u{80}", "\u{f6}"]
    let json = JSONValue.object(
      JSONMembers(names.map { JSONMembers.Member(name: $0, value: .null) })
    )
    #expect(
      json.canonical
        == "{\"\\r\":null,\"1\":null,\"\u{80}\":null,\"\u{f6}\":null,\"\u{20ac}\":null,\"\u{1F600}\":null,\"\u{fb33}\":null}"
    )
  }

  @Test("escapes only what has to be escaped, as RFC 8785 section 3.2.2.2 says")
  func escapes() {
    let text = "\u{20ac}$\u{0F}\nA'B\"\\\\\"/\u{7F}\u{2028}"
    #expect(
      JSONValue.string(text).canonical
        == "\"\u{20ac}$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\u{7F}\u{2028}\""
    )
  }
}

@Suite("An event")
struct EventTests {
  static let contents: [EventContent] = [
    .captured(SampleDesk.claim), .reanchored(SampleDesk.claim),
    .orphaned(document: DocumentID(rawValue: "d")), .triaged(priority: .low, reason: "r"),
    .dropped(reason: "r"), .merged(into: ClaimID(rawValue: "c"), reason: "r"), .taken,
    .released(reason: "r"), .undone(event: Event.hash(of: "x")), .noted(text: "“t”\n😀"),
    SampleDesk.cited("a", group: "g"), .uncited(evidence: Event.hash(of: "x"), reason: "r"),
    .concluded(SampleDesk.verdict("true")),
    .replyAsked(contact: "k", deadline: CalendarDate(daysSince1970: 20_000)),
    .replyAnswered(text: "t"), .replySilent, .waived(reason: "r"), .submitted,
    .opinionCast(SampleDesk.verdict("false")), .approved(subject: Event.hash(of: "s")),
    .returned(comment: "c"), .published, .corrected(.typo, reason: "r"), .voided(reason: "r"),
    .reopened(reason: "r"),
    .sourceChecked(SourceID(rawValue: "dinas-2026"), SampleDesk.check(.answered, day: 3)),
  ]

  @Test("of every kind is read back as it was written", arguments: contents)
  func roundTrip(content: EventContent) throws {
    let event = Event(
      claim: SampleDesk.claim.id,
      parents: [Event.hash(of: "b"), Event.hash(of: "a")],
      content: content,
      actor: "Sari",
      time: Timestamp(secondsSince1970: 0),
      state: "queued",
      workflow: "w"
    )
    #expect(try Event(canonical: event.canonical) == event)
    #expect(event.parents == event.parents.sorted())
  }

  /// A citation of a work that says all that a work can say.
  private static let wholeCitation = EventContent.cited(
    Evidence(source: SourceID(rawValue: "a"), stance: .context),
    source: Source(
      id: SourceID(rawValue: "a"),
      type: "article-journal",
      title: "Satu",
      authors: [.literal("Kantor"), .person(family: "Arum", given: "Sekar")],
      containerTitle: "Jurnal",
      publisher: "Kantor",
      issued: "2026",
      modified: "2026-03",
      accessed: CalendarDate(year: 2026, month: 3, day: 9),
      url: "https://kantor.example/satu",
      doi: "10.5555/satu",
      isbn: "978-602-8519-93-9",
      issn: "1234-5679",
      pmid: "12345678",
      pmcid: "PMC1234567",
      arxiv: "2601.01234",
      language: .indonesian,
      independenceGroup: "kantor"
    )
  )

  @Test("keeps its name as the program learns more of what a work can say")
  func sameName() throws {
    let event = { (content: EventContent) in
      Event(
        claim: SampleDesk.claim.id,
        parents: [],
        content: content,
        actor: "Sari",
        time: Timestamp(secondsSince1970: 0),
        state: "researching",
        workflow: "w"
      )
    }
    #expect(
      event(SampleDesk.cited("a", group: "g")).canonical
        == #"""
        {"actor":"Sari","body":{"evidence":{"excerpt":"selesai pada bulan Juli","source":"a","stance":"refutes"},"source":{"author":[{"literal":"Kantor Statistik"}],"group":"g","id":"a","title":"Laporan a","type":"report"}},"claim":"00112233445566aa","parents":[],"state":"researching","time":"1970-01-01T00:00:00Z","type":"cited","v":1,"workflow":"w"}
        """#
    )
    let whole = event(Self.wholeCitation)
    #expect(
      whole.canonical.contains(
        #""ISBN":"978-602-8519-93-9","ISSN":"1234-5679","PMCID":"PMC1234567","PMID":"12345678","URL""#
      )
    )
    #expect(whole.canonical.contains(#""arXiv":"2601.01234","author""#))
    #expect(
      whole.canonical.contains(#""issued":"2026","language":"id","modified":"2026-03","publ"#)
    )
    #expect(try Event(canonical: whole.canonical) == whole)
  }

  @Test("exists for every name in the list")
  func everyName() {
    #expect(Self.contents.map(\.type).sorted() == EventContent.types.sorted())
  }

  @Test(
    "is refused where its text says the same in other words, or more",
    arguments: [
      // What stands in the text, and what in its place.
      (#""v":1"#, #""v":1,"w":2"#), (#"{"actor""#, #"{"a":1,"actor""#),
      (#""time":"1970-01-01T00:00:00Z""#, #""time":"1970-01-01T07:00:00+07:00""#),
      (#""time":"1970-01-01T00:00:00Z""#, #""time":"1970-01-01T00:00:00.5Z""#),
      (#""priority":"low""#, #""more":1,"priority":"low""#),
      (#""priority":"low""#, #""priority" :"low""#),
      (#""parents":["#, #""parents":[7,"#), (#""actor":"Sari""#, #""actor":"\u0053ari""#),
      (#""reason":"é""#, #""reason":"\u00e9""#), (#""v":1"#, #""v":1 "#),
      (#""due":"2026-01-01""#, #""due":"2026-01-01T00""#),
    ]
  )
  func otherWords(text: String, other: String) throws {
    let event = Event(
      claim: SampleDesk.claim.id,
      parents: [Event.hash(of: "a"), Event.hash(of: "b")],
      content: .triaged(
        priority: .low,
        reason: "é",
        stakes: Stakes(due: CalendarDate(year: 2026, month: 1, day: 1))
      ),
      actor: "Sari",
      time: Timestamp(secondsSince1970: 0),
      state: "queued",
      workflow: "w"
    )
    let changed = event.canonical.replacing(text, with: other)
    #expect(changed != event.canonical)
    #expect(throws: LedgerFault.self) { try Event(canonical: changed) }
  }

  @Test("is refused where its parents stand in another order or in capital letters")
  func otherParents() throws {
    let parents = [Event.hash(of: "a"), Event.hash(of: "b")].sorted().map(\.hex)
    let event = Event(
      claim: SampleDesk.claim.id,
      parents: [Event.hash(of: "a"), Event.hash(of: "b")],
      content: .taken,
      actor: "Sari",
      time: Timestamp(secondsSince1970: 0),
      state: "researching",
      workflow: "w"
    )
    let turned = event.canonical.replacing(
      parents.joined(separator: #"",""#),
      with: parents.reversed().joined(separator: #"",""#)
    )
    let loud = event.canonical.replacing(parents[0], with: parents[0].uppercased())
    for text in [turned, loud] {
      #expect(text != event.canonical)
      #expect(throws: LedgerFault.unreadableEvent(.notCanonical)) {
        try Event(canonical: text)
      }
    }
  }

  @Test("is refused when one byte of its text is changed, or gets another name")
  func everyByte() throws {
    let event = try SampleDesk().captured().history[0]
    let bytes = Array(event.canonical.utf8)
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 1
      guard let other = try? Event(canonical: String(decoding: changed, as: UTF8.self)) else {
        continue
      }
      #expect(other.id != event.id)
    }
  }

  @Test("is refused where its text is not canonical")
  func canonical() throws {
    let event = try SampleDesk().captured().history[0]
    #expect(throws: LedgerFault.self) { try Event(canonical: event.canonical + " ") }
    #expect(throws: LedgerFault.self) { try Event(canonical: "{}") }
    #expect(throws: LedgerFault.self) { try Event(canonical: "") }
  }
}

@Suite("A claim's history")
struct HistoryTests {
  @Test("gives the same state in whatever order its events come")
  func anyOrder() throws {
    var sample = try SampleDesk()
    let claim = try sample.play(SampleDesk.toReview, on: sample.captured())
    var shuffled = claim.history
    for turn in 1..<shuffled.count {
      shuffled.append(shuffled.remove(at: turn % shuffled.count))
      #expect(try ReviewedClaim(history: shuffled) == claim)
    }
  }

  @Test("with two verdicts written apart is a conflict, which one more verdict settles")
  func conflict() throws {
    var sample = try SampleDesk()
    let base = try sample.play(Array(SampleDesk.toReview.prefix(4)), on: sample.captured())
    let one = try sample.act(.concluded(SampleDesk.verdict("false")), on: base, by: "Sari")
    let other = try sample.act(.concluded(SampleDesk.verdict("true")), on: base, by: "Sari")
    let merged = try ReviewedClaim(history: one.history + [try #require(other.history.last)])
    #expect(merged.heads.count == 2)
    #expect(merged.conflict.map(\.value.rating) == ["false", "true"])
    #expect(missing(.submitted, on: merged, by: "Sari", at: sample).contains(.conflict))
    let settled = try sample.act(
      .concluded(SampleDesk.verdict("misleading")),
      on: merged,
      by: "Sari"
    )
    #expect(settled.conflict.isEmpty)
    #expect(settled.heads.count == 1)
  }

  @Test("with notes written apart joins by itself")
  func notesJoin() throws {
    var sample = try SampleDesk()
    let base = try sample.captured()
    let one = try sample.act(.noted(text: "satu"), on: base, by: "Sari")
    let other = try sample.act(.noted(text: "dua"), on: base, by: "Bagas")
    let merged = try ReviewedClaim(history: one.history + [try #require(other.history.last)])
    #expect(merged.notes.map(\.value) == ["satu", "dua"])
    #expect(merged.conflict.isEmpty)
  }

  @Test("without its beginning or with a gap is refused")
  func gaps() throws {
    var sample = try SampleDesk()
    let claim = try sample.play(Array(SampleDesk.toReview.prefix(3)), on: sample.captured())
    #expect(throws: LedgerFault.self) { try ReviewedClaim(history: []) }
    #expect(throws: LedgerFault.self) {
      try ReviewedClaim(history: Array(claim.history.dropFirst()))
    }
    let gap = [claim.history[0], claim.history[1], claim.history[3]]
    #expect(
      throws: LedgerFault.missingParent(event: gap[2].id, parent: claim.history[2].id)
    ) { try ReviewedClaim(history: gap) }
  }
}
