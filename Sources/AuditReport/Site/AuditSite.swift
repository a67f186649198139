public import Foundation

/// A folder of audits that can be opened from disk or put on any web server.
///
/// A file is written beside its place and then renamed, so that a reader never meets half a page; one whose bytes would
/// be the same is left alone, with its time.
public struct AuditSite: Sendable {
  /// The folder.
  public let folder: URL

  /// Makes a site of a folder, which need not be there yet.
  public init(folder: URL) { self.folder = folder }

  /// Writes the page of one audit.
  ///
  /// - Parameter audit: what to show.
  /// - Returns: the file, and whether it changed.
  /// - Throws: ``AuditSiteError`` where the folder or the file cannot be written.
  public func write(_ audit: Audit) throws(AuditSiteError) -> WrittenFile {
    try write(AuditPage.render(audit), to: audit.fileName)
  }

  /// Writes a card for each published claim of an audit, into the folder `cards`.
  ///
  /// - Parameter audit: what to show.
  /// - Returns: the files in the order of the claims, and whether each changed.
  /// - Throws: ``AuditSiteError`` where the folder or a file cannot be written.
  public func writeCards(of audit: Audit) throws(AuditSiteError) -> [WrittenFile] {
    var files: [WrittenFile] = []
    for card in ClaimCard.cards(of: audit) {
      files.append(try write(card.bytes, to: "cards/\(card.fileName)"))
    }
    return files
  }

  /// Writes the index of all audits, the feed of what was published, and the feed of ClaimReviews.
  ///
  /// - Parameter index: what to show.
  /// - Returns: the files, and whether each changed.
  /// - Throws: ``AuditSiteError`` where the folder or a file cannot be written.
  public func write(_ index: AuditIndex) throws(AuditSiteError) -> [WrittenFile] {
    var files: [WrittenFile] = []
    for page in 0..<IndexPage.count(of: index) {
      files.append(try write(IndexPage.render(index, page: page), to: IndexPage.fileName(page)))
    }
    files.append(try write(NewsFeed.render(index), to: NewsFeed.fileName))
    files.append(try write(ClaimReviewFeed.render(index), to: ClaimReviewFeed.fileName))
    return files
  }

  private func write(_ bytes: [UInt8], to name: String) throws(AuditSiteError) -> WrittenFile {
    let file = folder.appending(path: name, directoryHint: .notDirectory)
    let data = Data(bytes)
    if let before = try? Data(contentsOf: file), before == data {
      return WrittenFile(url: file, bytes: bytes.count, isChanged: false)
    }
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try data.write(to: file, options: .atomic)
    } catch {
      throw AuditSiteError(file: file.path, reason: error.localizedDescription)
    }
    return WrittenFile(url: file, bytes: bytes.count, isChanged: true)
  }
}

/// A file that a site holds after writing.
public struct WrittenFile: Hashable, Sendable {
  /// Where it is.
  public var url: URL
  /// Its length in bytes.
  public var bytes: Int
  /// Whether it is new or other than before.
  public var isChanged: Bool
}

/// That a page could not be written.
public struct AuditSiteError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file that could not be written.
  public var file: String
  /// What the system said.
  public var reason: String

  /// What happened, where, and what to do.
  public var description: String {
    "cannot write \(file): \(reason); check the folder's permissions and the room on its disk"
  }
}
