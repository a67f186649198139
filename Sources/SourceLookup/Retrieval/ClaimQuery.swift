import ClaimModel
import Foundation

/// A claim to look for among claims that were checked before.
public struct ClaimQuery: Hashable, Sendable {
  /// What is claimed.
  public var text: String
  /// Who claims it, and about when, in words; what was checked often names both.
  public var circumstances: String

  /// Asks for a claim.
  ///
  /// - Parameters:
  ///   - text: what is claimed.
  ///   - speaker: who claims it.
  ///   - date: when, in words or as `2026-03-09`.
  public init(text: String, speaker: String? = nil, date: String? = nil) {
    self.text = text
    let day = date.map { date in
      PartialDate(iso8601: date).map { ReferenceWords(.english).full($0) } ?? date
    }
    circumstances = [speaker, day].compactMap { $0 }.joined(separator: " ")
  }

  /// Asks for a post as it is shared: its text, and after a dash at its end its author and date, `— Name (@name) January
  /// 6, 2020`.
  public init(post: String) {
    let (text, signature) = Self.split(post)
    self.text = text
    circumstances = signature
  }

  private static func split(_ post: String) -> (text: String, signature: String) {
    guard let dash = post.lastIndex(of: "—") else { return (post, "") }
    let signature = post[post.index(after: dash)...]
    guard let open = signature.range(of: "(@"), let close = signature.lastIndex(of: ")"),
      open.lowerBound < close
    else { return (post, "") }
    let date = signature[signature.index(after: close)...].split(separator: " ")
    guard let year = date.last, year.count == 4, Int(year) != nil, date.count <= 3 else {
      return (post, "")
    }
    return (String(post[..<dash]), String(signature))
  }
}
