import ClaimModel
import GRDB
import ReviewWorkflow

/// Goes over events in the order of receipt, each by itself; nothing is remembered of an event but sums.
struct SurveyedEvents {
  private let rows: RawRows
  private let keys: KeyRing
  private var documents: SurveyedDocuments
  private var print = ClaimPrint()

  init(keys: KeyRing, in db: Database) throws {
    rows = try RawRows(
      "SELECT id, claim, canonical, signature FROM event WHERE seq > ? AND seq <= ? ORDER BY seq",
      in: db
    )
    self.keys = keys
    documents = try SurveyedDocuments(in: db)
  }

  /// What a stretch of events comes to.
  struct Stretch {
    var survey = LedgerSurvey()
    /// The tree over these events alone.
    var tree = MerkleFrontier()
    /// The trees over the first of these events, for checkpoints that end among them.
    var marks: [MerkleFrontier] = []
    /// The sum of what lists would say of claims if nothing had happened to them since they began.
    var prints: UInt64 = 0
    /// The claims to which something happened since they began, once for each event or fewer times.
    var claims: [UInt64] = []
    /// How many events that was.
    var steps = 0

    /// Takes in something that happened to a claim; often several things do one after the other.
    mutating func add(_ claim: UInt64) {
      if claims.last != claim { claims.append(claim) }
    }
  }

  /// Goes over the events with these numbers; nil where something may be wrong with one of them.
  ///
  /// `marks` are numbers of events among them after which the tree is to be kept.
  mutating func take(_ numbers: Range<Int>, marks: Set<Int>) throws -> Stretch? {
    var stretch = Stretch()
    try rows.begin([numbers.lowerBound - 1, numbers.upperBound - 1])
    while try rows.next() {
      let isRight = try rows.withBytes(2) { text in try take(text, into: &stretch) }
      guard isRight else { return nil }
      if marks.contains(numbers.lowerBound - 1 + stretch.tree.count) {
        stretch.marks.append(stretch.tree)
      }
    }
    stretch.survey.events = stretch.tree.count
    return stretch.tree.count == numbers.count ? stretch : nil
  }

  /// Goes over the event that the rows are at, whose text this is; whether all is right.
  private mutating func take(_ text: Span<UInt8>, into stretch: inout Stretch) throws -> Bool {
    let id = Event.hash(of: text)
    guard rows.withBytes(0, { id.isSpelled($0) }) else { return false }
    stretch.tree.append(id)
    guard let glance = EventGlance(text) else { return try look(text, id, into: &stretch) }
    guard rows.withBytes(1, { $0.isSame(text.extracting(glance.claimName)) }),
      rows.isNull(3) || isSigned(id, by: glance.actor(text), into: &stretch)
    else { return false }
    guard let captured = glance.captured else {
      stretch.add(glance.claim)
      stretch.steps += 1
      return true
    }
    rows.withBytes(0) { print.take(glance, captured, text, head: $0) }
    stretch.prints &+= print.hash
    stretch.survey.claims += 1
    return try documents.have(captured, text)
  }

  /// Reads an event that a glance is not enough for.
  private mutating func look(
    _ text: Span<UInt8>,
    _ id: ContentHash,
    into stretch: inout Stretch
  ) throws -> Bool {
    guard let stored = String(validating: text), let event = try? Event(canonical: stored),
      let claim = try? event.checkForm(),
      rows.withBytes(1, { $0.isSame(event.claim.rawValue.utf8Span.span) }),
      rows.isNull(3) || isSigned(id, by: event.actor, into: &stretch)
    else { return false }
    guard case .captured(let captured) = event.content else {
      stretch.add(claim)
      stretch.steps += 1
      switch event.content {
      case .reanchored(let moved): return try documents.have(moved)
      case .cited(let evidence, _) where evidence.snapshot != nil:
        stretch.survey.excerpts.append(.init(claim: event.claim, evidence: evidence))
      default: break
      }
      return true
    }
    guard let derived = try? ReviewedClaim(history: [event]) else { return false }
    print.take(ClaimRow(derived))
    stretch.prints &+= print.hash
    stretch.survey.claims += 1
    return try documents.have(captured)
  }

  /// Whether the signature of the event that the rows are at does not speak against it.
  private func isSigned(
    _ id: ContentHash,
    by actor: String,
    into stretch: inout Stretch
  ) -> Bool {
    guard let signature = rows.text(3).flatMap({ Signature(line: $0) }) else { return false }
    switch keys.standing(of: signature, on: id, by: actor) {
    case .good: stretch.survey.signedEvents += 1
    case .unknownKey: stretch.survey.unknownSignatures += 1
    case .unsigned, .otherPerson, .wrong: return false
    }
    return true
  }
}

extension Span<UInt8> {
  /// Whether two texts have the same bytes.
  func isSame(_ other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    for index in indices where self[index] != other[index] { return false }
    return true
  }
}
