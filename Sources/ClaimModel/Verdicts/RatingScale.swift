/// A named set of ratings that a desk uses.
public struct RatingScale: Hashable, Sendable, Codable {
  /// The scale's name, for example `default` or `politifact`.
  public var name: String
  /// Its ratings, from best to worst; those without a value come last.
  public var ratings: [Rating]

  /// Makes a scale.
  public init(name: String, ratings: [Rating]) {
    self.name = name
    self.ratings = ratings
  }

  /// The rating with this name, or nil.
  public func rating(named name: String) -> Rating? { ratings.first { $0.name == name } }

  /// The highest value of the scale, for ClaimReview's `bestRating`.
  public var best: Int? { ratings.compactMap(\.value).max() }

  /// The lowest value of the scale, for ClaimReview's `worstRating`.
  public var worst: Int? { ratings.compactMap(\.value).min() }
}

/// One rating of a scale.
public struct Rating: Hashable, Sendable, Codable {
  /// Its name in files and commands: `mostly-true`.
  public var name: String
  /// Its label in each language: `id` → "Sebagian besar benar".
  public var labels: [String: String]
  /// A sign that tells it apart without colour, one or two characters.
  public var sign: String
  /// How it is drawn; a rating without a value of its own is drawn as ``Tone/open``.
  public var tone: Tone
  /// Its place between worst and best, or nil where it is not on that line ("cannot be proved").
  public var value: Int?

  /// Makes a rating.
  public init(name: String, labels: [String: String], sign: String, tone: Tone, value: Int?) {
    self.name = name
    self.labels = labels
    self.sign = sign
    self.tone = tone
    self.value = value
  }

  /// The label in a language, else in English, else the name.
  public func label(in language: LanguageTag) -> String {
    labels[language.primary.rawValue] ?? labels[LanguageTag.english.rawValue] ?? name
  }

  /// The ways a rating can be drawn; line style and colour follow from it.
  public enum Tone: String, Hashable, Sendable, Codable, CaseIterable {
    /// True.
    case right
    /// True with something missing.
    case mostlyRight
    /// Some of each.
    case mixed
    /// False with a grain of truth, or misleading.
    case mostlyWrong
    /// False.
    case wrong
    /// Cannot be decided.
    case open
  }
}
