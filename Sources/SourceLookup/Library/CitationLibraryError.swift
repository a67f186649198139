/// Why a file of citations cannot be read, with the place in the file.
public enum CitationLibraryError: Error, Hashable, Sendable {
  /// The file is not in the format at all.
  case malformed(file: String, FilePosition, problem: FormatProblem)
  /// The file is well-formed JSON, but not a list of citations.
  case notAList(file: String, FilePosition)
  /// One field of one citation holds something else than its format asks for.
  ///
  /// `item` counts from 1; `name` is the citation's `id`, where it has one; `field` is nil for the citation itself.
  case badField(
    file: String,
    FilePosition,
    item: Int,
    name: String?,
    field: String?,
    expected: Expectation
  )
  /// Two citations have the same `id`.
  case sameName(file: String, FilePosition, item: Int, name: String, firstItem: Int)

  /// What a field of a citation has to hold.
  public enum Expectation: Hashable, Sendable {
    /// An object.
    case object
    /// A short name for the citation.
    case id
    /// Text.
    case text
    /// A list of names.
    case nameList
    /// A name.
    case name
    /// A date.
    case date
  }
}

/// A place in a file, counted as editors do.
public struct FilePosition: Hashable, Sendable, CustomStringConvertible {
  /// The line, from 1.
  public let line: Int
  /// The column in Unicode code points, from 1.
  public let column: Int

  /// Makes a place.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Finds line and column of a byte; an offset past the end means the end.
  public init(offset: Int, in bytes: [UInt8]) {
    let before = bytes.prefix(offset)
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    line = before.count { $0 == 0x0A } + 1
    column = before[lineStart...].count { $0 & 0xC0 != 0x80 } + 1
  }

  /// `line:column`.
  public var description: String { "\(line):\(column)" }
}

extension CitationLibraryError: CustomStringConvertible {
  /// One line for people: file, place, what is wrong and what to do.
  public var description: String {
    switch self {
    case .malformed(let file, let position, let problem):
      return "\(file):\(position): \(problem)"
    case .notAList(let file, let position):
      return "\(file):\(position): a citation file is a list, “[ … ]”, of CSL-JSON items"
    case .badField(let file, let position, let item, let name, let field, let expected):
      let which = name.map { "“\($0)”" } ?? "number \(item)"
      let what = field.map { "“\($0)”" } ?? "the item"
      return "\(file):\(position): citation \(which): \(what) should be \(expected)"
    case .sameName(let file, let position, let item, let name, let firstItem):
      return "\(file):\(position): citation number \(item) has the id “\(name)” of number"
        + " \(firstItem); give one of them another id"
    }
  }
}

extension CitationLibraryError.Expectation: CustomStringConvertible {
  /// The expectation in English, after “should be”.
  public var description: String {
    switch self {
    case .object: return "an object, “{ … }”"
    case .id: return "given: a short name for the citation"
    case .text: return "text"
    case .nameList: return "a list of names, “[ … ]”"
    case .name: return "names, each with “family” and “given”, or with “literal”"
    case .date: return "a date such as {\"date-parts\": [[2026, 3, 9]]}"
    }
  }
}
