public import ClaimModel

/// An event with its author's signature, where there is one.
///
/// The signature is not part of what the event's name is the hash of: it can be checked, or be missing, without the
/// ledger's hashes being touched.
public struct SignedEvent: Hashable, Sendable {
  /// The event.
  public let event: Event
  /// The signature, not checked yet; nil where nobody signed.
  public let signature: Signature?

  /// Puts an event and its signature together.
  public init(_ event: Event, signature: Signature? = nil) {
    self.event = event
    self.signature = signature
  }

  /// Signs an event.
  public init(_ event: Event, signedWith key: SigningKey) throws(KeyFault) {
    self.event = event
    signature = try key.sign(event.id.signedText)
  }
}

extension ContentHash {
  /// What an event's author signs: two lines, the second of them the event's name.
  ///
  /// The name is the hash of all that the event says, so a signature under the name stands under the whole event. The
  /// first line keeps it from being taken for a signature under a checkpoint, which has three lines or more. With a blank
  /// line and the signature's line below, it is a signed note that other programs can check.
  public var signedText: String { "Tilik event\n\(hex)\n" }
}
