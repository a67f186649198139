import GRDB

/// Goes over the list of claims.
struct SurveyedList {
  private let rows: RawRows
  private var print = ClaimPrint()

  init(in db: Database) throws {
    rows = try RawRows("\(ClaimRow.select) WHERE rowid >= ? AND rowid < ?", in: db)
  }

  /// The sum of the rows' hashes, and their number.
  mutating func take(_ numbers: Range<Int>) throws -> (prints: UInt64, count: Int) {
    var prints: UInt64 = 0
    var count = 0
    try rows.begin([numbers.lowerBound, numbers.upperBound])
    while try rows.next() {
      print.take(rows)
      prints &+= print.hash
      count += 1
    }
    return (prints, count)
  }
}
