import ClaimModel
import Foundation
import SourceLookup

/// The Internet Archive, asked to keep a page that was just fetched (Save Page Now): who doubts the desk can look there.
struct IndependentArchive {
  let fetcher: Fetcher
  /// Asked several times a second while the archive is waited for.
  let goesOn: () -> Bool
  private let service = SavePageNow(ProviderList.settings(of: "save-page-now"))

  init(fetcher: Fetcher, goesOn: @escaping () -> Bool) {
    self.fetcher = fetcher
    self.goesOn = goesOn
  }

  /// Seconds between two looks at how far the archive is; it takes up to a minute.
  private static let waits: [Double] = [1, 2, 4, 8, 16, 32]

  /// Has a copy made and gives its address.
  func keep(_ url: String) throws -> String {
    var progress = try service.progress(service.request(url), fetcher)
    for wait in Self.waits {
      guard case .pending(let job) = progress else { break }
      let end = Date() + wait
      while Date() < end, goesOn() { Thread.sleep(forTimeInterval: 0.2) }
      guard goesOn() else { break }
      progress = try service.progress(service.status(of: job), fetcher)
    }
    switch progress {
    case .done(let capture): return capture.url
    // The archive leads from this address to its latest copy.
    case .alreadyThere: return "https://web.archive.org/web/\(url)"
    case .pending:
      throw Failure(
        .network,
        say(
          "\(url): the Internet Archive is still at work; look later at https://web.archive.org/web/\(url)",
          "\(url): Internet Archive masih bekerja; lihat nanti di https://web.archive.org/web/\(url)"
        )
      )
    case .failed(let code, _, let message):
      throw Failure(
        .network,
        say(
          "\(url): the Internet Archive made no copy (\(code)): \(message)",
          "\(url): Internet Archive tidak membuat salinan (\(code)): \(message)"
        )
      )
    }
  }
}
