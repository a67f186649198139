/// The file formats in which libraries of citations come and go.
public enum CitationFormat: String, Hashable, Sendable, CaseIterable {
  /// CSL-JSON, what Tilik keeps itself.
  case csl
  /// BibTeX, with the fields of biblatex.
  case bibtex
  /// RIS, as Zotero, EndNote and Mendeley write it.
  case ris
  /// A table for spreadsheets, RFC 4180; written only.
  case csv

  /// The format that a file's name ends in: `.json`, `.bib`, `.ris` or `.csv`.
  public init?(fileName: String) {
    switch fileName.lowercased().split(separator: ".").last {
    case "json", "csl": self = .csl
    case "bib", "bibtex": self = .bibtex
    case "ris": self = .ris
    case "csv": self = .csv
    default: return nil
    }
  }

  /// Reads a library.
  ///
  /// - Parameters:
  ///   - bytes: the file, UTF-8.
  ///   - file: the file's name, for messages.
  /// - Returns: the library; of two entries with the same name the later one stays, but for CSL-JSON.
  /// - Throws: where the file is not in the format; a table cannot be read.
  public func read(_ bytes: [UInt8], file: String) throws(CitationLibraryError) -> CitationLibrary {
    let start = FilePosition(line: 1, column: 1)
    switch self {
    case .csl: return try CitationLibrary(json: bytes, file: file)
    case .csv: throw .malformed(file: file, start, problem: .onlyWritten)
    case .bibtex, .ris:
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw .malformed(file: file, start, problem: .notUTF8)
      }
      return self == .ris
        ? try RISReader.read(text, file: file) : try BibTeXReader.read(bytes, file: file)
    }
  }

  /// Writes a library.
  ///
  /// Independence groups and what Tilik has no field for are written in CSL-JSON only.
  public func write(_ library: CitationLibrary) -> String {
    switch self {
    case .csl: return library.json
    case .bibtex: return BibTeXWriter.write(library.sources)
    case .ris: return library.sources.map(RISWriter.entry).joined()
    case .csv: return CSVWriter.write(library.sources)
    }
  }
}
