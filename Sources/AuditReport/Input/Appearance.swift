public import ClaimModel

/// Another article in which a claim was told; a person said that it is the same claim.
public struct Appearance: Hashable, Sendable {
  /// The article's headline, or what stands for one.
  public var title: String
  /// Its address, or nil.
  public var url: String?
  /// Who published it.
  public var outlet: String?
  /// When.
  public var published: CalendarDate?

  /// Makes an appearance.
  public init(title: String, url: String?, outlet: String?, published: CalendarDate?) {
    self.title = title
    self.url = url
    self.outlet = outlet
    self.published = published
  }
}
