/// Why a file of citations cannot be read, with the place in the file.
public enum CitationLibraryError: Error, Hashable, Sendable {
  /// The file is not in the format at all.
  case malformed(file: String, FilePosition, problem: String)
  /// The file is well-formed JSON, but not a list of citations.
  case notAList(file: String, FilePosition)
  /// One field of one citation holds something else than its format asks for.
  ///
  /// `item` counts from 1; `name` is the citation's `id`, where it has one.
  case badField(
    file: String,
    FilePosition,
    item: Int,
    name: String?,
    field: String,
    expected: String
  )
  /// Two citations have the same `id`.
  case sameName(file: String, FilePosition, item: Int, name: String, firstItem: Int)
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
      return "\(file):\(position): citation \(which): \(field) should be \(expected)"
    case .sameName(let file, let position, let item, let name, let firstItem):
      return "\(file):\(position): citation number \(item) has the id “\(name)” of number"
        + " \(firstItem); give one of them another id"
    }
  }
}

extension JSONFault {
  /// The fault in words.
  var problem: String {
    switch reason {
    case .unexpectedEnd: return "the JSON ends too early; something is not closed"
    case .unexpected(let byte) where byte > 0x20 && byte < 0x7F:
      return
        "“\(Unicode.Scalar(byte))” does not belong here; look for a missing comma or quotation mark"
    case .unexpected: return "a character that does not belong here"
    case .badEscape: return "an unknown escape after a backslash"
    case .controlCharacter:
      return "a line break or control character inside a string; write it as \\n"
    case .notUTF8: return "this string is not valid UTF-8"
    case .tooDeep: return "lists nested more than \(JSONReader.deepest) deep"
    case .textAfterValue: return "text after the end of the JSON"
    }
  }
}
