import ClaimModel
import Foundation
import ReviewWorkflow

@testable import AuditReport

extension SampleAudit {
  /// The sample with its events in canonical JSON, the histories naming them, and proofs that a ledger has them.
  static func withEvents() throws -> Audit {
    var audit = make()
    let text = Event.hash(of: audit.document.text)
    audit.document.textHash = text
    var ledger = MerkleTree()
    var latest: [(event: ContentHash, index: Int)] = []
    for index in audit.claims.indices {
      let claim = audit.claims[index]
      var parent: ContentHash?
      for place in claim.history.indices {
        let event = try canonical(claim, step: place, after: parent, document: text)
        let name = Seal.name(ofEvent: event)
        ledger.append(name)
        audit.claims[index].events.append(event)
        audit.claims[index].history[place].id = name
        parent = name
      }
      if let parent { latest.append((parent, ledger.count - 1)) }
    }
    audit.proofs = LedgerProofs(
      checkpoint: try checkpoint(of: ledger),
      proofs: latest.map { event, index in
        LedgerProofs.Proof(
          event: event,
          index: index,
          path: ledger.inclusionProof(of: index, inFirst: ledger.count)?.path ?? []
        )
      }
    )
    return audit
  }

  private static func checkpoint(of ledger: MerkleTree) throws -> String {
    let key = try SigningKey(name: "periksa.example/melati", seed: Array(1...32))
    return try Checkpoint(origin: "periksa.example/melati", size: ledger.count, root: ledger.root)
      .signed(with: key).description
  }

  private static func canonical(
    _ claim: AuditedClaim,
    step: Int,
    after parent: ContentHash?,
    document: ContentHash
  ) throws -> String {
    var body: [String: Any] = [:]
    if step == 0 {
      body = [
        "document": String(document.hex.prefix(16)), "quote": claim.claim.quote,
        "excerpts": claim.evidence.compactMap(\.evidence.excerpt),
      ]
    } else if let verdict = claim.verdict {
      body = ["explanation": verdict.explanation, "rating": verdict.rating]
    }
    let event: [String: Any] = [
      "actor": claim.history[step].actor, "body": body, "claim": claim.claim.id.rawValue,
      "parents": parent.map { [$0.hex] } ?? [], "step": step,
      "time": claim.history[step].time.rfc3339,
    ]
    let data = try JSONSerialization.data(
      withJSONObject: event,
      options: [.sortedKeys, .withoutEscapingSlashes]
    )
    return String(decoding: data, as: UTF8.self)
  }
}
