import Foundation

/// The article files that paths on the command line stand for.
struct ArticleFiles {
  /// The files, in the order given; those of a folder sorted by name.
  private(set) var found: [String] = []
  /// What could not be opened.
  private(set) var failures: [Failure] = []

  /// What files in a folder are taken for articles.
  static let endings: Set<String> = [
    "txt", "text", "md", "markdown", "html", "htm", "xhtml", "pdf", "docx", "odt", "epub", "eml",
    "vtt", "srt", "warc", "wacz",
  ]

  /// The largest file that is read, in bytes; a news article is a thousandth of it.
  static let mostBytes = 100 << 20

  /// Where audits are written, which are no articles.
  private let skipped: String

  init(_ paths: [String], skipping skipped: String) {
    self.skipped = skipped
    for path in paths {
      if path == Desk.standardInput {
        found.append(path)
      } else if let isFolder = Self.isFolder(path) {
        if isFolder {
          addFolder(path)
        } else {
          found.append(path)
        }
      } else {
        failures.append(Failure(.badInput, FileWording.text(ENOENT, path: path)))
      }
    }
  }

  /// Whether a path is a folder; nil where nothing is there.
  private static func isFolder(_ path: String) -> Bool? {
    var isFolder: ObjCBool = false
    let exists = unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    return exists ? isFolder.boolValue : nil
  }

  /// Adds a folder's articles; one without any is worth a word.
  private mutating func addFolder(_ folder: String) {
    let before = found.count + failures.count
    add(folder: folder)
    guard found.count + failures.count == before else { return }
    failures.append(
      Failure(
        .badInput,
        say(
          "\(folder): no articles in this folder (.txt, .md, .html, .pdf, .docx, …)",
          "\(folder): tidak ada artikel dalam map ini (.txt, .md, .html, .pdf, .docx, …)"
        )
      )
    )
  }

  private mutating func add(folder: String) {
    guard URL(filePath: folder).standardizedFileURL.path != skipped else { return }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      failures.append(Failure(.badInput, FileWording.text(error, path: folder)))
      return
    }
    for name in names where !name.hasPrefix(".") {
      let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
      guard let isFolder = Self.isFolder(path) else { continue }
      if isFolder {
        add(folder: path)
      } else if Self.isArticle(path.lowercased()) {
        found.append(path)
      }
    }
  }

  private static func isArticle(_ path: String) -> Bool {
    endings.contains(URL(filePath: path).pathExtension) || path.hasSuffix(".warc.gz")
  }

  /// The bytes of a file, or of standard input for `-`.
  static func read(_ path: String) throws -> [UInt8] {
    let handle: FileHandle
    if path == Desk.standardInput {
      handle = .standardInput
    } else {
      do {
        handle = try FileHandle(forReadingFrom: URL(filePath: path))
      } catch {
        throw Failure(.badInput, FileWording.text(error, path: path))
      }
    }
    do {
      // One byte more than allowed is enough to know that there is too much.
      let bytes = try handle.read(upToCount: mostBytes + 1) ?? Data()
      guard bytes.count <= mostBytes else {
        throw Failure(
          .badInput,
          say(
            "\(path): larger than \(mostBytes >> 20) MB; an article has to be smaller",
            "\(path): lebih dari \(mostBytes >> 20) MB; artikel harus lebih kecil"
          )
        )
      }
      return [UInt8](bytes)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw Failure(.badInput, FileWording.text(error, path: path))
    }
  }
}
