/// What does not fit in a file or a reply of some format.
public enum FormatProblem: Hashable, Sendable {
  // MARK: JSON

  /// It ends too early.
  case unexpectedEnd
  /// A character that cannot stand there; nil for one that cannot be shown.
  case misplaced(Character?)
  /// An unknown escape after a backslash.
  case badEscape
  /// A line break or a control character inside a string.
  case controlCharacter
  /// A string that is not valid UTF-8.
  case badString
  /// Lists in lists, deeper than anybody writes them.
  case tooDeep(limit: Int)
  /// Something after the end.
  case textAfterEnd
  /// A member that has to be there is not, or is no text.
  case lacks(member: String)

  // MARK: BibTeX

  /// An entry that is not closed.
  case openEntry
  /// A field that is not written `name = {value}`.
  case badField
  /// A field without a value.
  case noValue
  /// An entry without a key.
  case noKey
  /// A brace that is not closed.
  case openBrace
  /// A quotation mark that is not closed.
  case openQuotation

  // MARK: Others

  /// It does not begin as a RIS file does.
  case notRIS
  /// A format that is only written.
  case onlyWritten
  /// The file is not valid UTF-8.
  case notUTF8
}

extension FormatProblem: CustomStringConvertible {
  /// The problem in English.
  public var description: String {
    switch self {
    case .unexpectedEnd: return "the JSON ends too early; something is not closed"
    case .misplaced(let character?):
      return "“\(character)” does not belong here; look for a missing comma or quotation mark"
    case .misplaced(nil): return "a character that does not belong here"
    case .badEscape: return "an unknown escape after a backslash"
    case .controlCharacter:
      return "a line break or control character inside a string; write it as \\n"
    case .badString: return "this string is not valid UTF-8"
    case .tooDeep(let limit): return "lists nested more than \(limit) deep"
    case .textAfterEnd: return "text after the end of the JSON"
    case .lacks(let member): return "no “\(member)”"
    case .openEntry: return "the entry is not closed"
    case .badField: return "a field should be written “name = {value}”"
    case .noValue: return "a value is missing"
    case .noKey: return "this entry has no key"
    case .openBrace: return "a brace that is not closed"
    case .openQuotation: return "a quotation mark that is not closed"
    case .notRIS: return "a RIS file begins with “TY  - ”"
    case .onlyWritten: return "tables are written, not read"
    case .notUTF8: return "the file is not valid UTF-8"
    }
  }
}

extension JSONFault {
  /// The fault as others see it.
  var problem: FormatProblem {
    switch reason {
    case .unexpectedEnd: return .unexpectedEnd
    case .unexpected(let byte):
      return .misplaced(byte > 0x20 && byte < 0x7F ? Character(Unicode.Scalar(byte)) : nil)
    case .badEscape: return .badEscape
    case .controlCharacter: return .controlCharacter
    case .notUTF8: return .badString
    case .tooDeep: return .tooDeep(limit: JSONReader.deepest)
    case .textAfterValue: return .textAfterEnd
    }
  }
}
