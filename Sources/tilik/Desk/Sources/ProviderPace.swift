import Foundation
import SourceLookup

/// Remembers between two runs when each provider may be asked again.
///
/// Who asks the Internet Archive on after it said no is shut out for an hour.
struct ProviderPace {
  /// The folder with one file a provider.
  let folder: URL

  /// Longer than this a command does not wait.
  private static let longestWait = 10.0

  private func file(_ name: String) -> URL { folder.appending(path: name) }

  /// Waits until the provider may be asked, calling `tick` meanwhile, or says that this is too far off.
  func await(_ provider: some SourceProvider, _ tick: () -> Void) throws(ProviderError) {
    guard let text = try? String(contentsOf: file(provider.name), encoding: .utf8),
      let next = Double(text)
    else { return }
    let wait = next - Date().timeIntervalSince1970
    guard wait <= Self.longestWait else {
      throw .exhausted(provider: provider.name, seconds: Int(wait.rounded(.up)))
    }
    while Date().timeIntervalSince1970 < next {
      Thread.sleep(forTimeInterval: min(0.2, max(0, next - Date().timeIntervalSince1970)))
      tick()
    }
  }

  /// Notes that the provider was asked just now, and what it said about the next time.
  func note(_ provider: some SourceProvider, _ error: ProviderError?) {
    var pause = Double(provider.interval) / 1_000
    if case .exhausted(_, let seconds) = error { pause = Double(seconds ?? 60) }
    let next = Date().timeIntervalSince1970 + pause
    // Without the note the next run only waits too little.
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try? "\(next)".write(to: file(provider.name), atomically: true, encoding: .utf8)
  }
}
