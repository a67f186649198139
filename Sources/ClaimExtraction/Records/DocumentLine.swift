public import ClaimModel
import FoundationEssentials

/// One line of `tilik extract`'s input: `{"id","text"}` with, if known, `language`, `title`, `published` and `url`.
public struct DocumentLine: Hashable, Sendable {
  /// The document's name.
  public var id: String
  /// Its whole text.
  public var text: String
  /// Its language, `und` where the line does not say.
  public var language: LanguageTag
  /// Its headline.
  public var title: String?
  /// The day of publication.
  public var published: CalendarDate?
  /// The address it was published at, which may tell the language.
  public var url: String?

  /// Reads one line of JSON in UTF-8; members that are not known are passed over.
  public init(parsing line: [UInt8]) throws(DocumentLineError) {
    guard line.contains(where: { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }) else { throw .empty }
    guard String(validating: line, as: UTF8.self) != nil else {
      throw .notUTF8(byte: Self.firstInvalidByte(line))
    }
    let fields: Fields
    do {
      fields = try JSONDecoder().decode(Fields.self, from: Data(line))
    } catch DecodingError.typeMismatch(_, let context) where !context.codingPath.isEmpty {
      throw .wrongType(field: context.codingPath[0].stringValue)
    } catch {
      throw .notJSONObject
    }
    guard let id = fields.id else { throw .missing(field: "id") }
    guard let text = fields.text else { throw .missing(field: "text") }
    self.id = id
    self.text = text
    language = fields.language.map { LanguageTag(rawValue: $0) } ?? .undetermined
    title = fields.title
    url = fields.url
    if let published = fields.published, !published.isEmpty {
      guard let date = CalendarDate(iso8601: published) else { throw .badDate(published) }
      self.published = date
    }
  }

  /// The document that the line holds; extraction does not read its hashes.
  func document(hash: ContentHash) -> Document {
    Document(
      text: text,
      blocks: [],
      metadata: DocumentMetadata(
        title: title,
        published: published,
        language: language,
        url: url
      ),
      rawHash: hash,
      textHash: hash
    )
  }

  private struct Fields: Decodable {
    var id: String?
    var text: String?
    var language: String?
    var title: String?
    var published: String?
    var url: String?
  }

  private static func firstInvalidByte(_ line: [UInt8]) -> Int {
    do {
      _ = try UTF8Span(validating: line.span)
      return 0
    } catch {
      return error.byteOffsets.lowerBound
    }
  }
}

/// Why a line of input is not a document.
public enum DocumentLineError: Error, Hashable, CustomStringConvertible {
  /// The line is blank.
  case empty
  /// The line has more bytes than are read.
  case tooLong(bytes: Int)
  /// The line is not UTF-8, from this byte (counted from 0) on.
  case notUTF8(byte: Int)
  /// The line is not one JSON object.
  case notJSONObject
  /// A field is missing or null.
  case missing(field: String)
  /// A field is not a string.
  case wrongType(field: String)
  /// `published` is not a date of the form YYYY-MM-DD.
  case badDate(String)

  /// One line for the error record.
  public var description: String {
    switch self {
    case .empty: return "the line is blank"
    case .tooLong(let bytes): return "the line is too long (\(bytes) bytes)"
    case .notUTF8(let byte): return "the line is not UTF-8 from byte \(byte) on"
    case .notJSONObject: return "the line is not one JSON object"
    case .missing(let field): return "“\(field)” is missing"
    case .wrongType(let field): return "“\(field)” is not a string"
    case .badDate(let text): return "“published” is “\(text)”, not a date of the form YYYY-MM-DD"
    }
  }
}
