import ClaimModel

extension Event {
  /// Checks what every event has to be, whatever came before it, and returns the number that its claim's name is.
  ///
  /// ``init(canonical:)`` has seen to it that its members are there; this is what they have to say to each other.
  @discardableResult
  public func checkForm() throws(LedgerFault) -> UInt64 {
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
    guard parents.count < 2 || Set(parents).count == parents.count else {
      throw .unreadableEvent(.repeatedParent)
    }
    guard let number = claim.number else {
      throw .unreadableEvent(.claimName)
    }
    return number
  }
}

extension ClaimID {
  /// The number that 16 lower-case hexadecimal digits are, else nil: names from elsewhere end up in commands and file names.
  fileprivate var number: UInt64? {
    guard rawValue.utf8.count == 16 else { return nil }
    var number: UInt64 = 0
    for byte in rawValue.utf8 {
      guard let digit = CanonicalScanner.digit(byte) else { return nil }
      number = number << 4 | UInt64(digit)
    }
    return number
  }
}
