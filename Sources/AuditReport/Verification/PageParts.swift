import Foundation

/// The parts of an audit file that verification looks at.
struct PageParts {
  /// The markup that the seal covers: summary, article and register of claims, each without its own tags.
  let sealed: [ArraySlice<UInt8>]
  /// The canonical JSON of each event.
  let events: [String]
  /// The hash that the page gives for what it tells.
  let seal: String
  /// Whether the last line names the hash of all lines before it.
  let isWhole: Bool

  /// Takes a file apart, or returns nil where it is not an audit.
  init?(_ bytes: [UInt8]) {
    guard
      let brief = bytes.between(
        "<section class=\"brief\" aria-labelledby=\"brief\">",
        "</section>"
      ),
      let article = bytes.between("<article class=\"art\"", "</article>"),
      let articleTag = article.firstIndex(of: UInt8(ascii: ">")),
      let dossiers = bytes.between("<section aria-labelledby=\"dossiers\">", "</section>"),
      let seal = bytes.between("<meta name=\"tilik-seal\" content=\"", "\"")
    else { return nil }
    sealed = [brief, article[(articleTag + 1)...], dossiers]
    self.seal = String(decoding: seal, as: UTF8.self)
    let carried = bytes.between("<script type=\"application/json\" id=\"events\">", "</script>")
    events =
      carried.flatMap { try? JSONDecoder().decode([String].self, from: Data($0)) } ?? []
    let end = bytes.dropLast().lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    isWhole = Seal.lastLine(of: bytes[..<end]).bytes.elementsEqual(bytes[end...])
  }

  /// The names of the events that the history of the claims shows.
  var shownEvents: [String] {
    sealed[2].all(between: "data-ev=\"", "\"").map { String(decoding: $0, as: UTF8.self) }
  }

  /// The quotations, explanations and excerpts, which must stand in an event.
  var toldWords: [String] {
    sealed[2].all(between: " data-told>", "</").map {
      String(decoding: PlainText.of($0), as: UTF8.self)
    }
  }
}

extension RandomAccessCollection<UInt8> where SubSequence == ArraySlice<UInt8>, Index == Int {
  /// The bytes from the first `start` to the next `end`, without either.
  fileprivate func between(_ start: String, _ end: String) -> ArraySlice<UInt8>? {
    guard let from = find(Array(start.utf8), from: startIndex) else { return nil }
    let first = from + start.utf8.count
    guard let to = find(Array(end.utf8), from: first) else { return nil }
    return self[first..<to]
  }

  /// Every stretch between a `start` and the next `end`.
  fileprivate func all(between start: String, _ end: String) -> [ArraySlice<UInt8>] {
    var found: [ArraySlice<UInt8>] = []
    var index = startIndex
    while let part = self[index...].between(start, end) {
      found.append(part)
      index = part.endIndex
    }
    return found
  }

  private func find(_ bytes: [UInt8], from start: Int) -> Int? {
    guard let first = bytes.first else { return nil }
    var index = start
    while let candidate = self[index...].firstIndex(of: first) {
      if self[candidate...].starts(with: bytes) { return candidate }
      index = candidate + 1
    }
    return nil
  }
}
