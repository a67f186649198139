/// A language, as a BCP 47 tag in lower case: `id`, `en`, `und`.
public struct LanguageTag: Hashable, Sendable, RawRepresentable {
  /// The tag.
  public let rawValue: String

  /// Makes a tag; letters are lowered, nothing else is checked.
  public init(rawValue: String) { self.rawValue = rawValue.lowercased() }

  /// Indonesian.
  public static let indonesian = LanguageTag(rawValue: "id")
  /// English.
  public static let english = LanguageTag(rawValue: "en")
  /// A language that is not known (ISO 639-2 `und`).
  public static let undetermined = LanguageTag(rawValue: "und")

  /// The tag without region and script: `id` for `id-ID`.
  public var primary: LanguageTag {
    LanguageTag(rawValue: String(rawValue.prefix { $0 != "-" && $0 != "_" }))
  }
}

extension LanguageTag: Codable {
  /// Reads the tag from a single string.
  public init(from decoder: any Decoder) throws {
    self.init(rawValue: try decoder.singleValueContainer().decode(String.self))
  }

  /// Writes the tag as a single string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}
