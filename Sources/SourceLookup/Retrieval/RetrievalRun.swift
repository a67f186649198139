/// Why a line of a library or of queries cannot be used.
public struct RetrievalInputError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file's name.
  public let file: String
  /// The line, from 1.
  public let line: Int
  /// What is wrong.
  public let problem: FormatProblem

  /// One line for people.
  public var description: String { "\(file):\(line): \(problem)" }
}

/// Looks for many claims at once: a library and queries as NDJSON in, a run in TREC's form out.
public enum RetrievalRun {
  /// A query and its name.
  public struct Query: Hashable, Sendable {
    /// The name.
    public let id: String
    /// What is asked for.
    public let query: ClaimQuery
  }

  /// Reads a library: one object a line with `id`, `claim` and, if it has one, `title`.
  public static func library(
    _ ndjson: [UInt8],
    file: String
  ) throws(RetrievalInputError) -> ClaimIndex {
    var index = ClaimIndex()
    try eachNode(ndjson, file) { line, node throws(RetrievalInputError) in
      let claim = try text(node, "claim", file, line)
      index.add(
        id: try text(node, "id", file, line),
        claim: claim,
        title: node["title"]?.scalarText
      )
    }
    return index
  }

  /// Reads queries: one object a line with `id` and `text`, and `speaker` and `date` where they are known; a post that
  /// ends in its author and date is taken apart.
  public static func queries(
    _ ndjson: [UInt8],
    file: String
  ) throws(RetrievalInputError) -> [Query] {
    var queries: [Query] = []
    try eachNode(ndjson, file) { line, node throws(RetrievalInputError) in
      let id = try text(node, "id", file, line)
      let text = try text(node, "text", file, line)
      let speaker = node["speaker"]?.scalarText
      let date = node["date"]?.scalarText
      let query =
        speaker == nil && date == nil
        ? ClaimQuery(post: text) : ClaimQuery(text: text, speaker: speaker, date: date)
      queries.append(Query(id: id, query: query))
    }
    return queries
  }

  /// The lines of a run for one query: `query Q0 claim rank score tilik`.
  ///
  /// Scores that are equal when written are made to fall with the rank, because trec_eval orders by score alone.
  public static func lines(_ query: Query, in index: ClaimIndex, limit: Int = 100) -> String {
    var least = Int.max
    return index.find(query.query, limit: limit).enumerated()
      .map { rank, match in
        least = min(least - 1, Int(match.score * 1_000_000))
        let score = Double(least) / 1_000_000
        return "\(query.id) Q0 \(match.id) \(rank + 1) \(score) tilik\n"
      }
      .joined()
  }

  /// Hands over one line's value at a time, so that a library of millions need not be in memory twice.
  private static func eachNode(
    _ ndjson: [UInt8],
    _ file: String,
    _ body: (_ line: Int, JSONNode) throws(RetrievalInputError) -> Void
  ) throws(RetrievalInputError) {
    var start = 0
    var line = 0
    while start < ndjson.count {
      let end = ndjson[start...].firstIndex(of: 0x0A) ?? ndjson.count
      line += 1
      let bytes = ndjson[start..<end]
      start = end + 1
      if bytes.allSatisfy({ $0 <= 0x20 }) { continue }
      let node: JSONNode
      do throws(JSONFault) {
        node = try JSONReader.read(Array(bytes))
      } catch {
        throw RetrievalInputError(file: file, line: line, problem: error.problem)
      }
      try body(line, node)
    }
  }

  private static func text(
    _ node: JSONNode,
    _ name: String,
    _ file: String,
    _ line: Int
  ) throws(RetrievalInputError) -> String {
    guard let text = node[name]?.scalarText else {
      throw RetrievalInputError(file: file, line: line, problem: .lacks(member: name))
    }
    return text
  }
}
