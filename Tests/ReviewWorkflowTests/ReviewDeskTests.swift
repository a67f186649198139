import ClaimModel
import Testing

@testable import ReviewWorkflow

@Suite("A review desk")
struct ReviewDeskTests {
  @Test("carries a claim from capture to publication")
  func wholeWay() throws {
    var sample = try SampleDesk()
    var claim = try sample.play(SampleDesk.toReview, on: sample.captured())
    #expect(claim.state == "in-review")
    #expect(claim.submitter == "Sari")
    claim = try sample.act(.approved(subject: claim.subject), on: claim, by: "Bagas")
    #expect(claim.state == "approved")
    #expect(claim.approval?.isOwn == false)
    claim = try sample.act(.published, on: claim, by: "Bagas")
    #expect(claim.state == "published")
    #expect(claim.publishedAt == sample.clock)
    #expect(claim.history.count == 9)
  }

  @Test("names everything that a submission lacks, not only the first thing")
  func explains() throws {
    var sample = try SampleDesk()
    let deadline = try #require(CalendarDate(iso8601: "2026-03-20"))
    let claim = try sample.play(
      [
        ("Sari", .triaged(priority: .normal, reason: "")), ("Sari", .taken),
        ("Sari", SampleDesk.cited("a", group: "statistik")),
        ("Sari", .replyAsked(contact: "Balai Kota", deadline: deadline)),
      ],
      on: sample.captured()
    )
    #expect(
      missing(.submitted, on: claim, by: "Bagas", at: sample) == [
        .owner("Sari"), .verdict, .independentSources(have: 1, need: 2),
        .reply(contact: "Balai Kota", deadline: deadline),
      ]
    )
  }

  @Test("counts two sources of one group once, and never the speaker's own words")
  func independence() throws {
    var sample = try SampleDesk()
    var claim = try sample.play(
      [
        ("Sari", .triaged(priority: .normal, reason: "")), ("Sari", .taken),
        ("Sari", SampleDesk.cited("a", group: "statistik")),
        ("Sari", SampleDesk.cited("b", group: "statistik")),
        ("Sari", SampleDesk.cited("c", group: "pidato", by: "Raka Sumarta")),
        ("Sari", .concluded(SampleDesk.verdict("false"))),
      ],
      on: sample.captured()
    )
    #expect(
      missing(.submitted, on: claim, by: "Sari", at: sample) == [
        .independentSources(have: 1, need: 2)
      ]
    )
    claim = try sample.act(
      .waived(reason: "hanya satu catatan resmi yang ada"),
      on: claim,
      by: "Sari"
    )
    #expect(missing(.submitted, on: claim, by: "Sari", at: sample).isEmpty)
  }

  @Test("lets nobody approve what they submitted, unless the file allows working alone")
  func fourEyes() throws {
    var sample = try SampleDesk()
    let claim = try sample.play(SampleDesk.toReview, on: sample.captured())
    #expect(
      missing(.approved(subject: claim.subject), on: claim, by: "Sari", at: sample)
        == [.differentPerson(submitter: "Sari")]
    )

    var alone = try SampleDesk(changing: "solo: no", to: "solo: yes")
    let own = try alone.play(SampleDesk.toReview, on: alone.captured())
    let approved = try alone.act(.approved(subject: own.subject), on: own, by: "Sari")
    #expect(approved.approval?.isOwn == true)
  }

  @Test("voids an approval by any later edit of verdict or evidence", arguments: [0, 1])
  func voiding(kind: Int) throws {
    var sample = try SampleDesk()
    var claim = try sample.play(SampleDesk.toReview, on: sample.captured())
    claim = try sample.act(.approved(subject: claim.subject), on: claim, by: "Bagas")
    let cited = try #require(claim.evidence.first?.event)
    let edit: EventContent =
      kind == 0
      ? SampleDesk.cited("c", group: "lain") : .uncited(evidence: cited, reason: "salah terbitan")
    claim = try sample.act(edit, on: claim, by: "Sari")
    #expect(claim.approval == nil)
    #expect(claim.voidedApprovals == 1)
    #expect(claim.state == "in-review")
    #expect(
      missing(.published, on: claim, by: "Bagas", at: sample).contains(
        .state("in-review", allowed: ["approved"])
      )
    )
  }

  @Test("keeps an approval when somebody only writes a note")
  func notesDoNotVoid() throws {
    var sample = try SampleDesk()
    var claim = try sample.play(SampleDesk.toReview, on: sample.captured())
    claim = try sample.act(.approved(subject: claim.subject), on: claim, by: "Bagas")
    claim = try sample.act(.noted(text: "dicetak di halaman 2"), on: claim, by: "Sari")
    #expect(claim.approval != nil)
    #expect(claim.state == "approved")
  }

  @Test("returns a claim whose second opinion differs")
  func secondOpinion() throws {
    var sample = try SampleDesk(
      changing: "blind-second-opinion: no",
      to: "blind-second-opinion: yes"
    )
    let claim = try sample.play(SampleDesk.toReview, on: sample.captured())
    #expect(
      missing(.approved(subject: claim.subject), on: claim, by: "Bagas", at: sample)
        == [.secondOpinion(submitter: "Sari")]
    )
    let differs = try sample.act(
      .opinionCast(SampleDesk.verdict("misleading")),
      on: claim,
      by: "Bagas"
    )
    #expect(differs.state == "researching")
    let agrees = try sample.act(.opinionCast(SampleDesk.verdict("false")), on: claim, by: "Bagas")
    #expect(agrees.state == "in-review")
    #expect(
      missing(.approved(subject: agrees.subject), on: agrees, by: "Bagas", at: sample).isEmpty
    )
  }

  @Test("takes no second opinion from who wrote the verdict, also where somebody else handed it in")
  func ownSecondOpinion() throws {
    var sample = try SampleDesk(
      changing: "blind-second-opinion: no",
      to: "blind-second-opinion: yes"
    )
    let steps = SampleDesk.toReview.dropLast()
    var claim = try sample.play(Array(steps), on: sample.captured())
    claim = try sample.play(
      [
        ("Sari", .released(reason: "cuti")), ("Wulan", .taken), ("Wulan", .submitted),
      ],
      on: claim
    )
    let opinion = EventContent.opinionCast(SampleDesk.verdict("false"))
    #expect(missing(opinion, on: claim, by: "Sari", at: sample) == [.otherThanAuthor("Sari")])
    #expect(missing(opinion, on: claim, by: "Bagas", at: sample).isEmpty)
  }

  @Test("wants another reviewer for a corrected rating, and keeps the old verdict")
  func corrections() throws {
    var sample = try SampleDesk()
    var claim = try sample.play(SampleDesk.toReview, on: sample.captured())
    claim = try sample.act(.approved(subject: claim.subject), on: claim, by: "Bagas")
    claim = try sample.play(
      [
        ("Bagas", .published), ("Sari", .corrected(.rating, reason: "berita acara baru")),
        ("Sari", .concluded(SampleDesk.verdict("misleading"))),
      ],
      on: claim
    )
    #expect(claim.revision == 2)
    #expect(claim.corrections.first?.old == SampleDesk.verdict("false"))
    #expect(
      missing(.submitted, on: claim, by: "Sari", at: sample) == [.newReviewer(author: "Sari")]
    )
  }

  @Test("lets a silent claimant be noted only after the deadline")
  func reply() throws {
    var sample = try SampleDesk()
    let today = sample.clock.date
    let claim = try sample.play(
      [
        ("Sari", .triaged(priority: .normal, reason: "")), ("Sari", .taken),
        ("Sari", .replyAsked(contact: "Balai Kota", deadline: today)),
      ],
      on: sample.captured()
    )
    #expect(missing(.replySilent, on: claim, by: "Sari", at: sample) == [.deadlineNotPassed(today)])
    sample.clock = Timestamp(secondsSince1970: sample.clock.secondsSince1970 + 2 * 86_400)
    let silent = try sample.act(.replySilent, on: claim, by: "Sari")
    #expect(silent.reply == .silent(contact: "Balai Kota"))
  }

  @Test("takes back only one's own latest step")
  func undo() throws {
    var sample = try SampleDesk()
    let claim = try sample.play(SampleDesk.toReview, on: sample.captured())
    let last = try #require(claim.history.last)
    #expect(missing(.undone(event: last.id), on: claim, by: "Bagas", at: sample) == [.latestStep])
    let back = try sample.act(.undone(event: last.id), on: claim, by: "Sari")
    #expect(back.state == "researching")
    #expect(back.submitter == nil)
    #expect(back.history.count == claim.history.count + 1)
  }

  @Test("refuses empty words where a reason is asked for", arguments: ["", "  \n"])
  func words(reason: String) throws {
    let sample = try SampleDesk()
    #expect(
      missing(.dropped(reason: reason), on: try sample.captured(), by: "Sari", at: sample) == [
        .words
      ]
    )
  }

  @Test("refuses a rating that the scale does not have")
  func ratings() throws {
    var sample = try SampleDesk()
    let claim = try sample.play(Array(SampleDesk.toReview.prefix(2)), on: sample.captured())
    let gaps = missing(.concluded(SampleDesk.verdict("pants")), on: claim, by: "Sari", at: sample)
    #expect(
      gaps == [.rating("pants", known: ["true", "mostly-true", "misleading", "false", "unproven"])]
    )
  }

  @Test("brings a step back when its taking back is taken back")
  func redo() throws {
    var sample = try SampleDesk()
    let claim = try sample.play(Array(SampleDesk.toReview.prefix(2)), on: sample.captured())
    let taken = try #require(claim.history.last).id
    let undone = try sample.act(.undone(event: taken), on: claim, by: "Sari")
    #expect(undone.owner == nil)
    let step = try #require(undone.history.last).id
    let redone = try sample.act(.undone(event: step), on: undone, by: "Sari")
    #expect(redone.state == "researching")
    #expect(redone.owner == "Sari")
    #expect(redone.undone == [step])
  }

  @Test("approves only what the approver has read")
  func staleSubject() throws {
    var sample = try SampleDesk()
    let read = try sample.play(SampleDesk.toReview, on: sample.captured())
    let edited = try sample.act(SampleDesk.cited("c", group: "lain"), on: read, by: "Sari")
    #expect(
      missing(.approved(subject: read.subject), on: edited, by: "Bagas", at: sample)
        == [.approvalVoided]
    )
  }

  @Test("keeps an approval, and what is published, when the words only move in a newer article")
  func moved() throws {
    var sample = try SampleDesk()
    var claim = try sample.play(SampleDesk.toReview, on: sample.captured())
    claim = try sample.act(.approved(subject: claim.subject), on: claim, by: "Bagas")
    var newer = SampleDesk.claim
    newer.document = DocumentID(rawValue: "0123456789abcdef")
    newer.content = [TextSpan(90, 126)]
    claim = try sample.act(.reanchored(newer), on: claim, by: "Sari")
    #expect(claim.state == "approved")
    #expect(claim.approval != nil)
    claim = try sample.act(.published, on: claim, by: "Bagas")
    newer.speaker = "Orang lain"
    claim = try sample.act(.reanchored(newer), on: claim, by: "Sari")
    #expect(claim.state == "published")
    #expect(claim.voidedApprovals == 1)
  }

  @Test("voids an approval when the newer article has another speaker")
  func otherSpeaker() throws {
    var sample = try SampleDesk()
    var claim = try sample.play(SampleDesk.toReview, on: sample.captured())
    claim = try sample.act(.approved(subject: claim.subject), on: claim, by: "Bagas")
    var newer = SampleDesk.claim
    newer.speaker = "Orang lain"
    claim = try sample.act(.reanchored(newer), on: claim, by: "Sari")
    #expect(claim.state == "in-review")
    #expect(claim.approval == nil)
  }

  @Test("counts a second opinion only when it agrees and comes from somebody else")
  func ownOpinion() throws {
    var sample = try SampleDesk(
      changing: "blind-second-opinion: no",
      to: "blind-second-opinion: yes"
    )
    let yaml = DefaultSettings.workflow
      .replacing("blind-second-opinion: no", with: "blind-second-opinion: yes")
      .replacing("from: in-review, guards: different-person}", with: "from: in-review}")
    sample.desk = ReviewDesk(workflow: try Workflow(yaml: yaml), scale: sample.desk.scale)
    let claim = try sample.play(
      SampleDesk.toReview + [("Sari", .opinionCast(SampleDesk.verdict("false")))],
      on: sample.captured()
    )
    #expect(
      missing(.approved(subject: claim.subject), on: claim, by: "Bagas", at: sample)
        == [.secondOpinion(submitter: "Sari")]
    )
  }

  @Test("takes an answer that comes late, and asks for a contact and for another claim")
  func replies() throws {
    var sample = try SampleDesk()
    let today = sample.clock.date
    var claim = try sample.play(
      [
        ("Sari", .triaged(priority: .normal, reason: "")), ("Sari", .taken),
        (
          "Sari",
          .replyAsked(
            contact: "Balai Kota",
            deadline: CalendarDate(daysSince1970: today.daysSince1970 - 1)
          )
        ),
        ("Sari", .replySilent), ("Sari", .replyAnswered(text: "Kami memeriksa ulang.")),
      ],
      on: sample.captured()
    )
    #expect(claim.reply == .answered(contact: "Balai Kota", text: "Kami memeriksa ulang."))
    #expect(
      missing(.replyAsked(contact: " ", deadline: today), on: claim, by: "Sari", at: sample)
        == [.words]
    )
    let own = EventContent.merged(into: claim.claim.id, reason: "sama")
    #expect(missing(own, on: claim, by: "Sari", at: sample) == [.otherClaim])
    claim = try sample.act(
      .merged(into: ClaimID(rawValue: "lain"), reason: "sama"),
      on: claim,
      by: "Sari"
    )
    #expect(claim.state == "merged")
  }

  @Test("says when the sources of what is published should be looked at again")
  func recheck() throws {
    var sample = try SampleDesk()
    var claim = try sample.play(SampleDesk.toReview, on: sample.captured())
    claim = try sample.act(.approved(subject: claim.subject), on: claim, by: "Bagas")
    let rules = sample.desk.workflow.rules
    #expect(claim.recheckDay(by: rules) == nil)
    claim = try sample.act(.published, on: claim, by: "Bagas")
    // The clock stands at 8 March 2026; 180 days later is 4 September.
    let due = try #require(CalendarDate(iso8601: "2026-09-04"))
    #expect(claim.recheckDay(by: rules) == due)
    #expect(claim.recheckDue(on: due, by: rules))
    #expect(!claim.recheckDue(on: CalendarDate(daysSince1970: due.daysSince1970 - 1), by: rules))
    claim = try sample.act(.corrected(.update, reason: "angka baru"), on: claim, by: "Bagas")
    #expect(claim.recheckDay(by: rules) == nil)
  }
  @Test("asks for a recheck later once a source was looked at, and at once when it changed")
  func recheckOfSources() throws {
    var sample = try SampleDesk()
    let id = SourceID(rawValue: "dinas")
    let source = Source(id: id, type: "webpage", title: "Jembatan", url: "https://dinas.example/j")
    let cited = EventContent.cited(Evidence(source: id, stance: .refutes), source: source)
    var steps = SampleDesk.toReview
    steps.insert(("Sari", cited), at: 2)
    var claim = try sample.play(steps, on: sample.captured())
    claim = try sample.act(.approved(subject: claim.subject), on: claim, by: "Bagas")
    claim = try sample.act(.published, on: claim, by: "Bagas")
    let rules = sample.desk.workflow.rules
    let published = try #require(CalendarDate(iso8601: "2026-03-08"))
    let day = published.daysSince1970 + 30
    let same = SampleDesk.check(.answered, day: Int64(day))
    claim = try sample.act(.sourceChecked(id, same), on: claim, by: "Bagas")
    #expect(claim.state == "published")
    #expect(claim.linkState(of: id) == .alive)
    #expect(claim.recheckDay(by: rules)?.daysSince1970 == day + rules.recheckDays)
    let other = SampleDesk.check(.answered, day: Int64(day) + 5, distance: 0.9)
    claim = try sample.act(.sourceChecked(id, other), on: claim, by: "Bagas")
    #expect(claim.linkState(of: id) == .changed)
    #expect(claim.recheckDay(by: rules)?.daysSince1970 == day + 5)
  }
}
