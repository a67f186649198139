/// One look at whether a source is still where it was, and still says what it said.
///
/// A check is never changed afterwards; what state a source is in follows from all its checks (``LinkState``).
public struct LinkCheck: Hashable, Sendable, Codable {
  /// The address that was asked.
  public let url: String
  /// When.
  public let date: Timestamp
  /// What was seen.
  public let observation: Observation
  /// The status of the answer, where there was one.
  public let status: Int?
  /// How much the text differs from the stored copy's: 0 for the same words, 1 for no three words in common.
  public let distance: Double?
  /// How the excerpt was found in the page's text, where there is one.
  public let anchor: AnchorQuality?

  /// What one look can see.
  public enum Observation: String, Hashable, Sendable, Codable, CaseIterable {
    /// The page is there.
    case answered
    /// The server says that there is no such page (404, 410).
    case missing
    /// The host's name leads nowhere.
    case noHost
    /// The server or a wall before it refuses whoever is no reader.
    case refused
    /// Nothing could be learned: no answer, a fault of the server.
    case unclear
  }

  /// Makes a record of a look.
  public init(
    url: String,
    date: Timestamp,
    observation: Observation,
    status: Int? = nil,
    distance: Double? = nil,
    anchor: AnchorQuality? = nil
  ) {
    self.url = url
    self.date = date
    self.observation = observation
    self.status = status
    self.distance = distance
    self.anchor = anchor
  }
}
