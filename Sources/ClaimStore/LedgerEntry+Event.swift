import ClaimModel
import ReviewWorkflow

extension LedgerEntry {
  /// The event it is, whose hash has to be the name it is filed under.
  func event() throws -> Event {
    do {
      let event = try Event(canonical: canonical)
      guard event.id.hex == filedAs else { throw LedgerFault.wrongHash(event: event.id) }
      return event
    } catch let fault as LedgerFault {
      throw StoreError.damagedEvent(filedAs: filedAs, fault)
    }
  }
}

extension SignedEvent {
  /// An event as it is on file, with its signature.
  init(_ entry: LedgerEntry) throws {
    let event = try entry.event()
    guard let line = entry.signature else {
      self.init(event)
      return
    }
    guard let signature = Signature(line: line) else {
      throw StoreError.damagedEvent(
        filedAs: entry.filedAs,
        .unreadableEvent(.signature)
      )
    }
    self.init(event, signature: signature)
  }
}
