import GRDB
import ReviewWorkflow
import Synchronization

/// Goes through a whole ledger on several connections, each with a part of the work at a time.
///
/// Where anything is not certainly right it says so and no more: what is wrong, and where it begins, is for those to tell who go
/// through the ledger from its first event on.
final class SQLiteSurvey: Sendable {
  private let keys: KeyRing
  private let checkpoints: [Int: [Checkpoint]]
  private let state: Mutex<State>

  /// How many events, or rows of the list, are one part; a power of two, so that trees fit together.
  private static let part = 1 << 12

  private struct State {
    var isRight = true
    /// Parts that nobody has taken yet, the last one first.
    var parts: [Part]
    var survey = LedgerSurvey()
    var tree = MerkleFrontier()
    /// What later parts came to, until those before them are there.
    var waiting: [Int: SurveyedEvents.Stretch] = [:]
    /// What the ledger says the list should be, less what it is.
    var prints: UInt64 = 0
    var listed = 0
    /// The claims that have a history, in the order in which that goes on: so the events of those that are looked at one after
    /// another stand near each other in the file.
    var claims: [UInt64] = []
    var known: Set<UInt64> = []
    var steps = 0
  }

  private enum Part {
    case file
    case events(Range<Int>)
    case list(Range<Int>)
    case histories([UInt64])
  }

  init(keys: KeyRing, checkpoints: [Checkpoint], events: Int, rows: ClosedRange<Int>?) {
    self.keys = keys
    self.checkpoints = Dictionary(grouping: checkpoints, by: \.size)
    var parts: [Part] = [.file]
    parts += Self.split(1..<(events + 1)).map { .events($0) }
    if let rows { parts += Self.split(Range(rows)).map { .list($0) } }
    state = Mutex(State(parts: parts.reversed()))
  }

  private static func split(_ numbers: Range<Int>) -> [Range<Int>] {
    stride(from: numbers.lowerBound, to: numbers.upperBound, by: part).map {
      $0..<min($0 + part, numbers.upperBound)
    }
  }

  // MARK: - The work

  /// Takes parts until there are none; several do at once.
  func work(in db: Database) {
    do {
      var events = try SurveyedEvents(keys: keys, in: db)
      var histories = try SurveyedHistories(in: db)
      var list = try SurveyedList(in: db)
      while let part = state.withLock({ $0.isRight ? $0.parts.popLast() : nil }) {
        switch part {
        case .file: if try !SQLiteStore.damage(in: db).isEmpty { return fail() }
        case .events(let numbers):
          guard let stretch = try events.take(numbers, marks: Set(checkpoints.keys)) else {
            return fail()
          }
          receive(stretch, of: numbers)
        case .list(let numbers):
          let (prints, count) = try list.take(numbers)
          state.withLock {
            $0.prints &-= prints
            $0.listed += count
          }
        case .histories(let claims):
          var sums = SurveyedHistories.Sums()
          for claim in claims {
            guard try histories.take(claim, into: &sums) else { return fail() }
          }
          state.withLock {
            $0.prints &+= sums.prints
            $0.steps -= sums.events - claims.count
          }
        }
      }
    } catch {
      fail()
    }
  }

  private func fail() { state.withLock { $0.isRight = false } }

  /// Takes in what a stretch of events came to, and those after it that waited for it.
  private func receive(_ stretch: SurveyedEvents.Stretch, of numbers: Range<Int>) {
    state.withLock { state in
      state.waiting[numbers.lowerBound] = stretch
      while let next = state.waiting.removeValue(forKey: state.tree.count + 1) {
        let before = state.tree
        for mark in [MerkleFrontier()] + next.marks {
          var tree = before
          tree.append(mark)
          for checkpoint in checkpoints[tree.count] ?? [] where checkpoint.root != tree.root {
            state.isRight = false
          }
        }
        state.tree.append(next.tree)
        state.survey.add(next.survey)
        state.prints &+= next.prints
        for claim in next.claims where state.known.insert(claim).inserted {
          state.claims.append(claim)
        }
        state.steps += next.steps
      }
    }
  }

  /// Makes parts of the claims that have a history, once all events have been gone over.
  func turnToHistories() {
    state.withLock { state in
      let claims = state.claims
      (state.claims, state.known) = ([], [])
      state.parts = stride(from: 0, to: claims.count, by: 256).map {
        .histories(Array(claims[$0..<min($0 + 256, claims.count)]))
      }
    }
  }

  /// What is there, once all has been gone over; nil where something may be wrong.
  func outcome() -> LedgerSurvey? {
    state.withLock { state in
      guard state.isRight, state.waiting.isEmpty, state.prints == 0, state.steps == 0,
        state.listed == state.survey.claims, state.tree.count == state.survey.events,
        checkpoints.keys.allSatisfy({ $0 <= state.tree.count }),
        checkpoints[0]?.allSatisfy({ $0.root == MerkleFrontier().root }) != false
      else { return nil }
      state.survey.root = state.tree.root
      return state.survey
    }
  }
}
