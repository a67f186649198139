import ClaimModel
import Foundation

/// The proofs inside a page, as JSON: `checkpoint`, the `hashes` of all ways once each, and for each event its name, its
/// place in the ledger, and the places of its way's hashes in that list.
extension LedgerProofs {
  /// The proofs as the content of a `script` element.
  var script: Markup {
    var places: [ContentHash: Int] = [:]
    var hashes: [JSON] = []
    let proofs = proofs.map { proof in
      let path = proof.path.map { hash in
        if let place = places[hash] { return JSON.number(place) }
        places[hash] = hashes.count
        hashes.append(.string(hash.hex))
        return JSON.number(hashes.count - 1)
      }
      return JSON.array([.string(proof.event.hex), .number(proof.index)] + path)
    }
    return Markup(
      [
        "checkpoint": .string(checkpoint), "hashes": .array(hashes), "proofs": .array(proofs),
      ] as JSON
    )
  }

  /// Reads proofs from the element that holds them; nil where it holds anything else.
  init?(script: ArraySlice<UInt8>) {
    guard
      let read = try? JSONSerialization.jsonObject(with: Data(script)) as? [String: Any],
      let checkpoint = read["checkpoint"] as? String, let names = read["hashes"] as? [String],
      let lists = read["proofs"] as? [[Any]]
    else { return nil }
    let hashes = names.compactMap { ContentHash(hex: $0) }
    guard hashes.count == names.count else { return nil }
    var proofs: [Proof] = []
    for list in lists {
      let places = list.dropFirst(2).compactMap { $0 as? Int }
      guard let event = (list.first as? String).flatMap({ ContentHash(hex: $0) }),
        let index = list.dropFirst().first as? Int, places.count == list.count - 2,
        places.allSatisfy(hashes.indices.contains)
      else { return nil }
      proofs.append(Proof(event: event, index: index, path: places.map { hashes[$0] }))
    }
    self.init(checkpoint: checkpoint, proofs: proofs)
  }
}
