public import ClaimModel
public import Foundation

/// The entries of an index, most of them on the disk, so that memory hardly grows with the archive.
///
/// Memory keeps each entry's place in the order, counts, and what is seldom: corrections, sources and the latest news.
public final class AuditEntries {
  private let file: ScratchFile
  private(set) var keys: [Key] = []
  private(set) var tally = IndexTally()
  /// Changes after publication, in the order in which their entries came.
  private(set) var corrections: [(entry: Int, line: AuditEntry.CorrectionLine)] = []
  /// The latest publications and the headlines they belong to; some more than the feed shows.
  private var news: [NewsItem] = []
  /// Where each speaker's claims stand.
  private(set) var speakers: [String: [ClaimSpot]] = [:]
  /// The works cited, each as the first entry in the index's order has it, with the entries that cite it.
  private(set) var sources: [SourceID: (source: Source, first: Int, entries: [Int])] = [:]
  /// The latest event of all entries.
  public private(set) var lastEvent: Timestamp?

  /// What is known of an entry without reading it.
  struct Key {
    var fileName: String
    var published: CalendarDate?
    var isSuperseded: Bool
    /// The stages of its claims, a bit each in the order of all stages.
    var stages: UInt16
    /// Where its line stands in the file; its ClaimReviews follow, with commas between them.
    var place: Int
    var lineLength: Int32
    var reviewsLength: Int32
  }

  /// A publication and the headline of its article.
  typealias NewsItem = (entry: Int, title: String, line: AuditEntry.NewsLine)

  /// A claim by its entry and its place there.
  struct ClaimSpot {
    var entry: UInt32
    var claim: UInt32
  }

  /// Makes an empty list that keeps its file in a folder, which is made where it is missing.
  ///
  /// - Parameter folder: a folder on a disk with room; that of the audits is one.
  /// - Throws: ``AuditSiteError`` where no file can be made there.
  public init(in folder: URL) throws(AuditSiteError) {
    file = try ScratchFile(in: folder)
  }

  /// Adds an entry.
  public func append(_ entry: AuditEntry) throws(AuditSiteError) {
    let number = keys.count
    let line = IndexLine(entry).packed
    let reviews = entry.claimReviews.joined(separator: ",").utf8
    let key = Key(
      fileName: entry.fileName,
      published: entry.published,
      isSuperseded: entry.isSuperseded,
      stages: entry.claims.reduce(0) { $0 | Self.bit($1.stage) },
      place: try file.append(line + reviews),
      lineLength: Int32(line.count),
      reviewsLength: Int32(reviews.count)
    )
    keys.append(key)
    lastEvent = [lastEvent, entry.updated].compactMap { $0 }.max()
    corrections += entry.corrections.map { (number, $0) }
    news += entry.news.map { (number, entry.title, $0) }
    if news.count > NewsFeed.limit * 4 { news = latestNews }
    guard !entry.isSuperseded else { return }
    tally.add(entry)
    for (place, claim) in entry.claims.enumerated() {
      guard let name = claim.speaker, !name.isEmpty else { continue }
      speakers[name, default: []].append(ClaimSpot(entry: UInt32(number), claim: UInt32(place)))
    }
    for source in entry.sources { cite(source, in: number) }
  }

  private func cite(_ source: Source, in number: Int) {
    sources[source.id, default: (source, number, [])].entries.append(number)
    if let first = sources[source.id]?.first, isBefore(number, first) {
      sources[source.id]?.first = number
      sources[source.id]?.source = source
    }
  }

  /// Whether an entry stands before another in the index: the newer article, else the one whose file's name comes first.
  func isBefore(_ left: Int, _ right: Int) -> Bool {
    let (left, right) = (keys[left], keys[right])
    return left.published == right.published
      ? left.fileName < right.fileName
      : (left.published ?? .distantPast) > (right.published ?? .distantPast)
  }

  /// The latest publications, newest first, as many as the feed shows.
  var latestNews: [NewsItem] {
    let sorted = news.sorted { left, right in
      let (one, other) = ((right.line.time, left.line.event), (left.line.time, right.line.event))
      return one == other ? isBefore(left.entry, right.entry) : one < other
    }
    return Array(sorted.prefix(NewsFeed.limit))
  }

  /// What the index shows of an entry.
  func line(_ number: Int) throws(AuditSiteError) -> IndexLine {
    let key = keys[number]
    return IndexLine(packed: try file.read(key.place..<(key.place + Int(key.lineLength))))
  }

  /// The ClaimReviews of an entry as JSON, with commas between them.
  func reviews(_ number: Int) throws(AuditSiteError) -> [UInt8] {
    let key = keys[number]
    let start = key.place + Int(key.lineLength)
    return try file.read(start..<(start + Int(key.reviewsLength)))
  }

  /// The bit of a stage.
  static func bit(_ stage: ClaimStatus.Stage) -> UInt16 {
    ClaimStatus.Stage.allCases.firstIndex(of: stage).map { 1 << UInt16($0) } ?? 0
  }
}

extension CalendarDate {
  /// Before any article: where entries without a date are sorted.
  fileprivate static let distantPast = CalendarDate(daysSince1970: -719_162)
}
