import ClaimModel

/// Maps one line of NDJSON to one line: a document to its extraction, anything else to an error record.
///
/// Pure and Sendable: any number of lines can be mapped at once, in any order.
public struct BulkExtractor: Sendable {
  private let extractor: ClaimExtractor
  private let format: Format
  /// Stands for hashes that extraction does not read.
  private let hash: ContentHash

  /// The forms of an output line.
  public enum Format: String, Hashable, Sendable, CaseIterable {
    /// Tilik's own record, attributions in the form of the gold data.
    case tilik
    /// A page of W3C Web Annotations.
    case webannotation
  }

  /// Makes an extractor for lines.
  public init(_ extractor: ClaimExtractor = ClaimExtractor(), format: Format = .tilik) {
    self.extractor = extractor
    self.format = format
    hash = ContentHash(bytes: [UInt8](repeating: 0, count: 32))
  }

  /// What became of a line.
  public struct Result: Sendable {
    /// The output line's bytes, without a line end.
    public let line: [UInt8]
    /// Why the input line is not a document; nil where it is one.
    public let error: DocumentLineError?
    /// The number of attributions found.
    public let attributions: Int
    /// The number of check-worthy assertions found.
    public let assertions: Int
  }

  /// Maps one line; `number`, from 1, names it in an error record: `{"line":7,"error":"…"}`.
  public func result(for line: [UInt8], number: Int) -> Result {
    do {
      let input = try DocumentLine(parsing: line)
      let extraction = extractor.extract(input.document(hash: hash))
      let line =
        switch format {
        case .tilik:
          ExtractionRecord.line(id: input.id, text: input.text, extraction: extraction)
        case .webannotation: AnnotationRecord.line(input, extraction: extraction)
        }
      return Result(
        line: line,
        error: nil,
        attributions: extraction.attributions.count,
        assertions: extraction.assertions.count
      )
    } catch {
      return refusal(of: error, number: number)
    }
  }

  /// The error record for a line that cannot be mapped.
  public func refusal(of error: DocumentLineError, number: Int) -> Result {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("line")
    writer.value(number)
    writer.key("error")
    writer.value(error.description)
    writer.endObject()
    return Result(line: writer.bytes, error: error, attributions: 0, assertions: 0)
  }
}
