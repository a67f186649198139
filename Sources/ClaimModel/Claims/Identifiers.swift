/// The name of a claim: 16 lower-case hexadecimal digits; people type the first few.
public struct ClaimID: Hashable, Sendable, RawRepresentable {
  /// The digits.
  public let rawValue: String
  /// Makes a name from its digits, which are not checked.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// The eight digits that are shown to people.
  public var short: String { String(rawValue.prefix(8)) }
}

/// The name of one version of a document: 16 lower-case hexadecimal digits; people type the first few.
public struct DocumentID: Hashable, Sendable, RawRepresentable {
  /// The digits.
  public let rawValue: String
  /// Makes a name from its digits, which are not checked.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// The eight digits that are shown to people.
  public var short: String { String(rawValue.prefix(8)) }
}

/// The name of a citable work inside a workspace, as in its CSL-JSON `id`.
public struct SourceID: Hashable, Sendable, RawRepresentable {
  /// The name.
  public let rawValue: String
  /// Makes a name, which is not checked.
  public init(rawValue: String) { self.rawValue = rawValue }
}

extension ClaimID: Codable, Comparable, CustomStringConvertible {
  /// All digits.
  public var description: String { rawValue }
  /// Orders names by their digits.
  public static func < (left: ClaimID, right: ClaimID) -> Bool { left.rawValue < right.rawValue }
}

extension DocumentID: Codable, Comparable, CustomStringConvertible {
  /// All digits.
  public var description: String { rawValue }
  /// Orders names by their digits.
  public static func < (left: DocumentID, right: DocumentID) -> Bool {
    left.rawValue < right.rawValue
  }
}

extension SourceID: Codable, Comparable, CustomStringConvertible {
  /// The name.
  public var description: String { rawValue }
  /// Orders names by their text.
  public static func < (left: SourceID, right: SourceID) -> Bool { left.rawValue < right.rawValue }
}
