import ClaimModel

/// How the events of a history are shown.
enum HistoryList {
  /// How many digits of an event's name stand beside it.
  static let digits = 12
}

extension AuditView {
  /// Events as a list, oldest first; those that changed what readers are told have a filled dot.
  func list(_ history: [HistoryEntry]) -> Markup {
    "<ol class=\"tl\">\(each: history, item)</ol>"
  }

  private func item(_ entry: HistoryEntry) -> Markup {
    """
    <li\(if: entry.happening.isDecision, " class=\"key\"")>\(words.time(entry.time))\
    <bdi>\(entry.happening.told(by: words, rating: label))</bdi> · <bdi>\(entry.actor)</bdi> \
    <code>\(String(entry.id.hex.prefix(HistoryList.digits)))</code></li>
    """
  }
}
