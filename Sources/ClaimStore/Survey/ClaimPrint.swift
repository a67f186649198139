import ClaimModel
import GRDBSQLite
import ReviewWorkflow

/// A row of the list of claims as bytes that no other row has, and their hash under a key that each process makes anew.
///
/// A list and a ledger agree where the sums of the hashes of their rows do: so a million rows are compared in whatever order they
/// come, and none of them has to be kept.
struct ClaimPrint {
  private var bytes: [UInt8] = []

  /// Empties it for the next row.
  mutating func clear() { bytes.removeAll(keepingCapacity: true) }

  var hash: UInt64 {
    var hasher = Hasher()
    unsafe bytes.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    return UInt64(bitPattern: Int64(hasher.finalize()))
  }

  // MARK: - Values, with SQLite's numbers for what kind they are

  mutating func add(_ text: Span<UInt8>) {
    begin(SQLITE_TEXT)
    append(text)
    end()
  }

  mutating func add(_ text: String) { add(text.utf8Span.span) }

  mutating func add(_ value: Int64) {
    begin(SQLITE_INTEGER)
    unsafe withUnsafeBytes(of: value) { unsafe bytes.append(contentsOf: $0) }
  }

  mutating func add(_ value: Double) {
    begin(SQLITE_FLOAT)
    unsafe withUnsafeBytes(of: value.bitPattern) { unsafe bytes.append(contentsOf: $0) }
  }

  mutating func add(optional text: String?) {
    if let text { add(text) } else { addNull() }
  }

  mutating func addNull() { begin(SQLITE_NULL) }

  // MARK: - Text in pieces

  mutating func begin(_ kind: Int32) { bytes.append(UInt8(kind)) }

  mutating func append(_ text: Span<UInt8>) {
    unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  mutating func append(_ text: StaticString) {
    unsafe bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    )
  }

  /// Ends a text with a byte that UTF-8 does not have.
  mutating func end() { bytes.append(0xFF) }
}

extension ClaimPrint {
  /// Takes the row that ``ClaimRow/select`` is at.
  mutating func take(_ rows: RawRows) {
    clear()
    for column in 0..<ClaimRow.width {
      switch rows.kind(column) {
      case SQLITE_TEXT: rows.withBytes(column) { add($0) }
      case SQLITE_INTEGER: add(rows.integer(column))
      case SQLITE_FLOAT: add(rows.real(column))
      case SQLITE_NULL: addNull()
      case let other:
        begin(other)
        rows.withBytes(column) { append($0) }
        end()
      }
    }
  }

  /// Takes a row that follows from events.
  mutating func take(_ row: ClaimRow) {
    clear()
    add(row.id)
    add(row.document)
    add(Int64(row.start))
    add(row.kind)
    add(row.quote)
    add(optional: row.speaker)
    add(row.state)
    add(optional: row.rating)
    add(optional: row.owner)
    add(optional: row.priority)
    for number in [row.urgency, row.harm, row.reach, row.said] { add(Int64(number)) }
    add(row.due)
    add(optional: row.published)
    add(row.openVerdict ? 1 as Int64 : 0)
    add(row.conflict ? 1 as Int64 : 0)
    add(row.flags)
    add(row.checkworthiness)
    add(row.heads)
  }

  /// Takes the row that follows from a claim's first event alone.
  mutating func take(
    _ glance: EventGlance,
    _ captured: CapturedGlance,
    _ text: Span<UInt8>,
    head: Span<UInt8>
  ) {
    clear()
    add(text.extracting(glance.claimName))
    add(text.extracting(captured.document))
    add(Int64(captured.spans(text).first?.start ?? 0))
    add(text.extracting(captured.kind))
    begin(SQLITE_TEXT)
    var isFirst = true
    captured.eachPiece(text) { piece in
      if !isFirst { append(" […] ") }
      isFirst = false
      append(piece)
    }
    end()
    if !captured.speaker(text, { add($0) }) { addNull() }
    add(text.extracting(glance.state))
    for _ in 0..<3 { addNull() }
    // Nobody has said yet how urgent it is.
    for number: Int64 in [1, 1, 1, 0] { add(number) }
    add(ClaimRow.never)
    addNull()
    for _ in 0..<2 { add(0 as Int64) }
    begin(SQLITE_TEXT)
    isFirst = true
    captured.eachFlag(text) { flag in
      if !isFirst { append(" ") }
      isFirst = false
      append(flag)
    }
    end()
    add(ClaimRow.thousandths(Double(captured.checkworthiness) / 1000))
    add(head)
  }
}
