public import ClaimModel

/// Where the same pages stand in another language, made from the same record.
public struct Translation: Hashable, Sendable {
  /// The language.
  public var language: LanguageTag
  /// The way from a page's own folder to the folder of its translation: `en/`, `../`.
  public var folder: String
  /// The address under which that folder is published, ending in `/`; nil where it is not on the web.
  public var address: String?

  /// Makes a statement about translations.
  public init(language: LanguageTag, folder: String, address: String? = nil) {
    self.language = language
    self.folder = folder
    self.address = address
  }
}
