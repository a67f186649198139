import ClaimModel

/// Gives each of a set of spans a lane, so that spans that share a byte never share a lane.
///
/// The shortest span takes the lowest free lane, which puts its underline nearest the text; a longer span that crosses
/// several others then lies below them all.
struct Lanes {
  /// As many lanes as are drawn; further spans over the same words would only be noise.
  static let limit = 8

  /// Per lane, the spans in it in text order.
  private var taken: [[TextSpan]] = []

  /// The lane of each span, in the order given; nil for those that no lane below the limit had room for.
  static func assign(_ spans: [TextSpan], limit: Int = Lanes.limit) -> [Int?] {
    var lanes = Lanes()
    var result = [Int?](repeating: nil, count: spans.count)
    let shortestFirst = spans.indices.sorted { (spans[$0].length, $0) < (spans[$1].length, $1) }
    for index in shortestFirst {
      result[index] = lanes.place(spans[index], limit: limit)
    }
    return result
  }

  private mutating func place(_ span: TextSpan, limit: Int) -> Int? {
    for lane in 0..<limit {
      if lane == taken.count { taken.append([]) }
      let place = Self.place(of: span, in: taken[lane])
      let isFree =
        (place == 0 || taken[lane][place - 1].end <= span.start)
        && (place == taken[lane].count || span.end <= taken[lane][place].start)
      if isFree {
        taken[lane].insert(span, at: place)
        return lane
      }
    }
    return nil
  }

  /// The number of spans that begin before `span`, found by halving.
  private static func place(of span: TextSpan, in spans: [TextSpan]) -> Int {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].start < span.start { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
