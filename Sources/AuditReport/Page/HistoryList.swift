import ClaimModel

/// How the events of a history are shown.
enum HistoryList {
  /// How many digits of an event's name stand beside it.
  static let digits = 12
}

extension AuditView {
  /// Events as a list, oldest first; those that changed what readers are told have a filled dot.
  func list(_ history: [HistoryEntry]) -> Markup {
    let before = [nil] + history.map { Optional($0.time) }
    return "<ol class=\"tl\">\(each: zip(history, before), item)</ol>"
  }

  private func item(_ entry: HistoryEntry, after before: Timestamp?) -> Markup {
    """
    <li\(if: entry.happening.isDecision, " class=\"key\"")>\(words.time(entry.time, after: before))\
    \(isolating: entry.happening.told(by: words, rating: label)) · \(isolating: entry.actor) \
    <code>\(String(entry.id.hex.prefix(HistoryList.digits)))</code></li>
    """
  }
}
