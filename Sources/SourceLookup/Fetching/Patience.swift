import CCurl
import ClaimModel
import Glibc

/// When to ask a server again, and after how long.
enum Patience {
  /// Statuses of a server that may answer otherwise soon.
  private static let passing: Set<Int> = [408, 425, 429, 500, 502, 503, 504]

  /// How long to wait before asking again after an answer; nil where the answer stands.
  ///
  /// - Throws: `FetchError.busy` where the server asks for more time than is waited for.
  static func wait(
    after answer: FetchedAnswer,
    _ attempts: Int,
    _ rules: FetchRules
  ) throws(FetchError) -> Duration? {
    // An archive hands over the fault that a page had when it was copied; asking again changes nothing.
    guard passing.contains(answer.status), answer.headers.first("Memento-Datetime") == nil else {
      return nil
    }
    if let seconds = retryAfter(answer) {
      guard seconds <= rules.mostRetryAfter else { throw .busy(url: answer.url, seconds: seconds) }
      return attempts < rules.mostRetries ? .seconds(seconds) : nil
    }
    return attempts < rules.mostRetries ? backOff(attempts, rules) : nil
  }

  /// Whether an error is one that may not come again.
  static func mayPass(_ error: FetchError) -> Bool {
    switch error {
    case .unreachable, .cutShort: return true
    default: return false
    }
  }

  /// Doubled for each attempt, and varied by half, so that many who failed together do not come back together.
  static func backOff(_ attempts: Int, _ rules: FetchRules) -> Duration {
    let base = rules.retryMilliseconds << min(attempts, 6)
    return .milliseconds(Int.random(in: (base / 2)...(base + base / 2)))
  }

  /// The seconds that a server asks to wait: a number, or a date held against the server's own clock.
  private static func retryAfter(_ answer: FetchedAnswer) -> Int? {
    guard let text = answer.headers.first("Retry-After") else { return nil }
    if !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      return Int(text) ?? .max
    }
    let wanted = unsafe curl_getdate(text, nil)
    guard wanted > 0 else { return nil }
    let served = answer.headers.first("Date").map { unsafe curl_getdate($0, nil) } ?? -1
    let from = served > 0 ? served : Int(answer.date.secondsSince1970)
    return max(0, wanted - from)
  }
}
