import ClaimModel

extension Event {
  /// Checks what every event has to be, whatever came before it.
  ///
  /// ``init(canonical:)`` has seen to it that its members are there; this is what they have to say to each other.
  func checkForm() throws(LedgerFault) {
    var isBeginning = false
    switch content {
    case .captured(let captured):
      isBeginning = true
      guard captured.id == claim else { throw .strayEvent(event: id, claim: captured.id) }
    case .reanchored(let moved):
      guard moved.id == claim else { throw .strayEvent(event: id, claim: moved.id) }
    default: break
    }
    guard parents.isEmpty == isBeginning else { throw .noBeginning(claim: claim) }
    guard Set(parents).count == parents.count else {
      throw .unreadableEvent(reason: "it names a parent twice")
    }
    guard claim.isWellFormed else {
      throw .unreadableEvent(reason: "its claim's name is not 16 hexadecimal digits")
    }
  }
}

extension ClaimID {
  /// Whether the name is 16 lower-case hexadecimal digits: names from elsewhere end up in commands and file names.
  fileprivate var isWellFormed: Bool {
    rawValue.utf8.count == 16
      && rawValue.utf8.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
      }
  }
}
