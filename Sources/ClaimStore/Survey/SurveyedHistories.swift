import ClaimModel
import GRDB
import ReviewWorkflow

/// Goes over the histories of claims to which something happened since they began.
struct SurveyedHistories {
  private let rows: RawRows
  private var print = ClaimPrint()

  init(in db: Database) throws {
    rows = try RawRows("SELECT id, canonical FROM event WHERE claim = ? ORDER BY seq", in: db)
  }

  /// What histories come to.
  struct Sums {
    /// By how much what lists say of the claims differs from what they would say if nothing had happened to them.
    var prints: UInt64 = 0
    /// How many events they have.
    var events = 0
  }

  /// Adds a claim's history to sums; whether it is one, each event after its parents.
  ///
  /// That its events are what their names say, and are spelled as they have to be, has been seen already.
  mutating func take(_ claim: UInt64, into sums: inout Sums) throws -> Bool {
    var history: [Event] = []
    var known: Set<ContentHash> = []
    try rows.begin([Self.name(claim)])
    while try rows.next() {
      guard let name = rows.text(0).flatMap(ContentHash.init(hex:)),
        let event = rows.text(1).flatMap({ try? Event(known: $0, named: name) }),
        event.parents.allSatisfy(known.contains), known.insert(event.id).inserted
      else { return false }
      if history.isEmpty {
        guard rows.withBytes(1, { text in takeBeginning(event, text) }) else { return false }
        sums.prints &-= print.hash
      }
      history.append(event)
    }
    guard let derived = try? ReviewedClaim(history: history) else { return false }
    print.take(ClaimRow(derived))
    sums.prints &+= print.hash
    sums.events += history.count
    return true
  }

  /// Takes what the list would say if nothing had happened since; whether the event is a beginning.
  private mutating func takeBeginning(_ event: Event, _ text: Span<UInt8>) -> Bool {
    if let glance = EventGlance(text), let captured = glance.captured {
      rows.withBytes(0) { print.take(glance, captured, text, head: $0) }
      return true
    }
    guard let beginning = try? ReviewedClaim(history: [event]) else { return false }
    print.take(ClaimRow(beginning))
    return true
  }

  private static func name(_ claim: UInt64) -> String {
    let digits = String(claim, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
