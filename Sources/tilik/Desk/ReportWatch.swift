import ClaimStore
import Foundation

/// Writes the audits again whenever the ledger has changed.
struct ReportWatch {
  let site: ReportSite

  /// Looks twice a second, until the program is ended.
  func run() throws -> Never {
    var before = try state()
    while true {
      usleep(500_000)
      let now = try state()
      guard now != before else { continue }
      before = now
      try site.write(prune: false).tell()
    }
  }

  private struct State: Equatable {
    var head: LedgerHead
    var documents: Int
  }

  private func state() throws -> State {
    // An article in which nothing is claimed comes without events.
    State(head: try site.desk.store.head(), documents: try site.desk.store.documents().count)
  }
}
