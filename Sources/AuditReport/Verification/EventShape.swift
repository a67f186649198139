import ClaimModel

/// What events of one kind have in common, with gaps for what is each one's own.
struct EventShape {
  private enum Piece {
    case text(ArraySlice<UInt8>)
    case value
    case claim
    case parent
    case time
  }

  private var pieces: [Piece] = []

  /// Reads a shape that ``PackedEvents`` has written.
  init(_ shape: ArraySlice<UInt8>) {
    let json = RawJSON(shape)
    var plain = shape.startIndex
    for (name, range) in json.members(at: shape.startIndex) ?? [] {
      guard shape[range].elementsEqual("0".utf8), let piece = Self.known(name) else { continue }
      addText(shape[plain..<range.lowerBound])
      pieces.append(piece)
      plain = range.upperBound
    }
    addText(shape[plain...])
  }

  private static func known(_ name: ArraySlice<UInt8>) -> Piece? {
    if name.elementsEqual("claim".utf8) { return .claim }
    if name.elementsEqual("parents".utf8) { return .parent }
    if name.elementsEqual("time".utf8) { return .time }
    return nil
  }

  /// Adds text, in which `null` outside strings is a gap.
  private mutating func addText(_ text: ArraySlice<UInt8>) {
    var plain = text.startIndex
    var place = text.startIndex
    let json = RawJSON(text)
    while place < text.endIndex {
      switch text[place] {
      case UInt8(ascii: "\""): place = json.end(ofValueAt: place) ?? text.endIndex
      case UInt8(ascii: "n") where text[place...].starts(with: "null".utf8):
        pieces.append(.text(text[plain..<place]))
        pieces.append(.value)
        place += 4
        plain = place
      default: place += 1
      }
    }
    pieces.append(.text(text[plain...]))
  }

  /// The event with these values; nil where there are fewer or more of them than gaps, or it needs more bytes than there is
  /// `room` for, from which it is taken.
  func filled(
    with values: [ArraySlice<UInt8>],
    claim: ArraySlice<UInt8>,
    parent: ContentHash?,
    time: Timestamp,
    room: inout Int
  ) -> String? {
    var event: [UInt8] = []
    var next = 0
    for piece in pieces {
      switch piece {
      case .text(let text): event += text
      case .value:
        guard next < values.count else { return nil }
        event += values[next]
        next += 1
      case .claim: event += claim
      case .parent: event += "[\"\(parent?.hex ?? "")\"]".utf8
      case .time: event += "\"\(time.rfc3339)\"".utf8
      }
      guard event.count <= room else { return nil }
    }
    room -= event.count
    return next == values.count ? String(decoding: event, as: UTF8.self) : nil
  }
}
