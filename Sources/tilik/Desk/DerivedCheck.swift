import ClaimStore
import Dispatch
import Synchronization

/// Compares what a store keeps for speed with its ledger, on another core, while the ledger itself is gone through.
final class DerivedCheck: Sendable {
  private let outcome = Mutex<Result<[DerivedFault], any Error>>(.success([]))
  private let end = DispatchGroup()

  init(of store: any LedgerStore) {
    DispatchQueue.global().async(group: end) { [self] in
      let result = Result { try store.checkDerived() }
      outcome.withLock { $0 = result }
    }
  }

  /// What differs, once all is compared.
  func faults() throws -> [DerivedFault] {
    end.wait()
    return try outcome.withLock { $0 }.get()
  }
}
