import ClaimModel
import SourceLookup

/// A timestamping authority (RFC 3161) that is asked to say when a snapshot existed.
struct TimestampAuthority {
  let url: String
  let fetcher: Fetcher

  /// Asks for a stamp on a hash and keeps the reply beside the snapshot.
  func stamp(
    _ hash: ContentHash,
    _ archive: SnapshotArchive
  ) throws -> SourceCapture.Stamp {
    let query = TimestampQuery(hash: hash, nonce: .random(in: 1...UInt64.max))
    let page = try fetcher.fetch(query.request(to: url))
    guard page.status == 200, query.isAnswered(by: page.body) else {
      throw Failure(
        .network,
        say(
          "\(url): this is no timestamp of what was asked (status \(page.status)); the snapshot was kept without one",
          "\(url): ini bukan stempel waktu untuk yang ditanyakan (status \(page.status)); salinan disimpan tanpa stempel"
        )
      )
    }
    return SourceCapture.Stamp(
      authority: url,
      date: page.answer.date,
      time: query.time(in: page.body),
      reply: try archive.keep(stamp: page.body, of: hash)
    )
  }
}
