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
  ///
  /// - Parameter written: the names of what this run wrote.
  /// - Returns: the pages, by their paths.
  public func stalePages(besides written: Set<String>) -> [URL] {
    ["", ClaimCard.folder + "/"].flatMap { inside in
      let files = try? FileManager.default.contentsOfDirectory(atPath: place(of: inside).path)
      return (files ?? []).filter { $0.hasSuffix(".html") && !written.contains(inside + $0) }
        .map { place(of: inside + $0) }
        .filter(Self.isOurs)
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
    PageFile.removeDrafts(in: folder)
    let view = IndexView(index)
    var files: [WrittenFile] = []
    for page in 0..<view.pageCount {
      files.append(try write(view.render(page: page), to: IndexPage.fileName(page)))
    }
    for register in view.registers {
      try view.eachPage(of: register) { page, items throws(AuditSiteError) in
        let file = try pageFile(Register.fileName(register.kind, page: page))
        try view.write(register, page: page, items: items, to: file)
        files.append(try file.finish())
      }
    }
    files.append(try write(view.newsFeed.bytes, to: NewsFeed.fileName))
    let feed = try pageFile(ClaimReviewFeed.fileName)
    try view.eachReviewData { piece throws(AuditSiteError) in try feed.append(piece) }
    files.append(try feed.finish())
    return files
  }

  private func pageFile(_ name: String) throws(AuditSiteError) -> PageFile {
    try PageFile(place(of: name), name: name)
  }

  private func place(of name: String) -> URL {
    folder.appending(path: name, directoryHint: .notDirectory)
  }

  private func write(_ bytes: [UInt8], to name: String) throws(AuditSiteError) -> WrittenFile {
    let file = place(of: name)
    let data = Data(bytes)
    if let before = try? Data(contentsOf: file), before == data {
      return WrittenFile(name: name, url: file, bytes: bytes.count, isChanged: false)
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
    return WrittenFile(name: name, url: file, bytes: bytes.count, isChanged: true)
  }
}

/// A file that a site holds after writing.
public struct WrittenFile: Hashable, Sendable {
  /// Its name, from the site's folder.
  public var name: String
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
