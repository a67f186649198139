public import ClaimModel

/// A list of citable works, as in a CSL-JSON file.
///
/// What Tilik has no field for is kept and written back as it was read.
public struct CitationLibrary: Sendable {
  /// A work, and the item it was read from.
  private struct Entry: Sendable {
    var source: Source
    var original: JSONNode?
  }

  private var entries: [Entry] = []
  private var places: [SourceID: Int] = [:]

  /// Makes an empty library.
  public init() {}

  /// Makes a library of sources; of two with the same name the later one stays.
  public init(_ sources: some Sequence<Source>) {
    for source in sources { add(source) }
  }

  /// Reads a CSL-JSON file: a list of items.
  ///
  /// - Parameters:
  ///   - json: the file's bytes, UTF-8.
  ///   - file: the file's name, for messages.
  /// - Throws: ``CitationLibraryError`` naming line, column, citation and field.
  public init(json: [UInt8], file: String) throws(CitationLibraryError) {
    let root: JSONNode
    do {
      root = try JSONReader.read(json)
    } catch {
      let position = FilePosition(offset: error.offset, in: json)
      throw .malformed(file: file, position, problem: error.problem)
    }
    guard let items = root.elements else {
      throw .notAList(file: file, FilePosition(offset: root.offset, in: json))
    }
    for (index, item) in items.enumerated() {
      let source: Source
      do {
        source = try CSLReader.source(item)
      } catch {
        throw .badField(
          file: file,
          FilePosition(offset: error.offset, in: json),
          item: index + 1,
          name: item["id"]?.scalarText,
          field: error.field,
          expected: error.expected
        )
      }
      if let first = places[source.id] {
        throw .sameName(
          file: file,
          FilePosition(offset: item["id"]?.offset ?? item.offset, in: json),
          item: index + 1,
          name: source.id.rawValue,
          firstItem: first + 1
        )
      }
      places[source.id] = entries.count
      entries.append(Entry(source: source, original: item))
    }
  }

  /// The works, in the order of the file.
  public var sources: [Source] { entries.map(\.source) }

  /// The work of that name.
  public subscript(id: SourceID) -> Source? { places[id].map { entries[$0].source } }

  /// Adds a work, or replaces the one that has its name; what the old one had beside Tilik's fields stays.
  public mutating func add(_ source: Source) {
    if let place = places[source.id] {
      entries[place].source = source
    } else {
      places[source.id] = entries.count
      entries.append(Entry(source: source))
    }
  }

  /// The library as a CSL-JSON file, ending in a line break.
  public var json: String {
    let items = entries.map { CSLWriter.item($0.source, original: $0.original) }
    return JSONNode.list(items).json() + "\n"
  }
}
