public import Foundation

/// A folder of audits that can be opened from disk or put on any web server.
///
/// A file is written beside its place and then renamed, so that a reader never meets half a page; one whose bytes would
/// be the same is left alone, with its time.
public struct AuditSite: Sendable {
  /// The folder.
  public let folder: URL

  /// How many claims a page holds before an audit is split.
  public let claimsPerPage: Int

  /// Makes a site of a folder, which need not be there yet.
  public init(folder: URL, claimsPerPage: Int = Audit.claimsPerPage) {
    self.folder = folder
    self.claimsPerPage = claimsPerPage
  }

  /// Writes one audit: its page, or where it is long a page for each part, and a card for each published claim.
  ///
  /// - Parameter audit: what to show.
  /// - Returns: the files, pages first, and whether each changed; and what the index keeps of the audit.
  /// - Throws: ``AuditSiteError`` where the folder or a file cannot be written.
  public func write(
    _ audit: Audit
  ) throws(AuditSiteError) -> (files: [WrittenFile], entry: AuditEntry) {
    let parts = audit.parts(limit: claimsPerPage)
    var files: [WrittenFile] = []
    for part in parts {
      let name = part.part.map { $0.all[$0.index].fileName } ?? audit.fileName
      files.append(try write(AuditPage.render(part), to: name))
    }
    for part in parts {
      for card in ClaimCard.cards(of: part) {
        files.append(try write(card.bytes, to: "\(ClaimCard.folder)/\(card.fileName)"))
      }
    }
    return (files, AuditEntry(audit, parts: parts))
  }

  /// Pages that an earlier run wrote and this one did not: audits of articles that are no longer in the ledger.
  ///
  /// Only files that say of themselves that Tilik wrote them are named, so that nobody else's page is.
  public func stalePages(besides written: [WrittenFile]) -> [URL] {
    let kept = Set(written.map(\.url.standardizedFileURL.path))
    let cards = folder.appending(path: ClaimCard.folder, directoryHint: .isDirectory)
    return [folder, cards].flatMap { folder in
      let files = try? FileManager.default.contentsOfDirectory(
        at: folder,
        includingPropertiesForKeys: nil
      )
      return (files ?? []).filter {
        $0.pathExtension == "html" && !kept.contains($0.standardizedFileURL.path)
          && Self.isOurs($0)
      }
    }.sorted { $0.path < $1.path }
  }

  /// Whether the beginning of a file names Tilik as what generated it.
  private static func isOurs(_ file: URL) -> Bool {
    guard let handle = try? FileHandle(forReadingFrom: file) else { return false }
    defer { try? handle.close() }
    let head = (try? handle.read(upToCount: 2_000)) ?? Data()
    return head.range(of: Data(PageFrame.generator.bytes)) != nil
  }

  /// Writes the index of all audits, the lists beside it, the feed of what was published, and that of ClaimReviews.
  ///
  /// - Parameter index: what to show.
  /// - Returns: the files, and whether each changed.
  /// - Throws: ``AuditSiteError`` where the folder or a file cannot be written.
  public func write(_ index: AuditIndex) throws(AuditSiteError) -> [WrittenFile] {
    var files: [WrittenFile] = []
    for page in 0..<IndexPage.count(of: index) {
      files.append(try write(IndexPage.render(index, page: page), to: IndexPage.fileName(page)))
    }
    for page in IndexView(index).registers {
      files.append(try write(page.bytes, to: page.fileName))
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
      throw AuditSiteError(file: file.path, cause: error)
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
public struct AuditSiteError: Error, Sendable {
  /// The file that could not be written.
  public var file: String
  /// What the system said.
  public var cause: any Error
}
