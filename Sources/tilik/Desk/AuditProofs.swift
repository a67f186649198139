import AuditReport
import ClaimModel
import Foundation
import ReviewWorkflow

/// Shows of an audit's events that they are in the ledger, by the checkpoints that the desk keeps.
struct AuditProofs {
  private let checkpoints: [(note: SignedNote, checkpoint: Checkpoint)]
  private let tree: MerkleTree
  private let places: [ContentHash: Int]

  init(_ desk: Desk) throws {
    let ring = try desk.workspace.ring()
    // One that nobody trusted has signed proves nothing; `tilik verify` says so.
    checkpoints = desk.workspace.checkpointFiles()
      .compactMap { try? desk.workspace.checkpoint($0, ring) }
    let names = checkpoints.isEmpty ? [] : try desk.eventNames()
    tree = MerkleTree(names)
    places = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
  }

  /// Proofs under the oldest checkpoint that is over all of these events, so that later ones change nothing; nil where
  /// there is none.
  func proofs(of events: [ContentHash]) -> AuditReport.LedgerProofs? {
    let found = events.compactMap { event in places[event].map { (event, $0) } }
    guard let last = found.map(\.1).max(), found.count == events.count,
      let (note, checkpoint) = checkpoints.first(where: { _, checkpoint in
        checkpoint.size > last && tree.root(ofFirst: checkpoint.size) == checkpoint.root
      })
    else { return nil }
    return AuditReport.LedgerProofs(
      checkpoint: note.description,
      proofs: found.compactMap { event, place in
        tree.inclusionProof(of: place, inFirst: checkpoint.size).map {
          AuditReport.LedgerProofs.Proof(event: event, index: place, path: $0.path)
        }
      }
    )
  }
}
