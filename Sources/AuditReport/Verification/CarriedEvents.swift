import ClaimModel
import Foundation

/// The events inside a page: packed by ``PackedEvents``, with characters that could end the element around them as `\u`
/// escapes, which canonical JSON never has for them.
struct CarriedEvents {
  /// Each event's canonical JSON.
  let texts: [String]
  /// Each event's name, in the same order.
  let names: [ContentHash]

  /// Takes the events of claims.
  init(_ claims: [AuditedClaim]) {
    texts = claims.flatMap(\.events)
    names = texts.map(Seal.name)
  }

  /// Unpacks the events of the element that holds them.
  ///
  /// What cannot be unpacked becomes an event without text, which no history knows.
  ///
  /// - Parameters:
  ///   - script: the element's content.
  ///   - dossiers: the page's dossiers, whose words the events share.
  init(script: ArraySlice<UInt8>, dossiers: [DossierParts]) {
    let json = RawJSON(Self.unescaped(script)[...])
    var lists: [[UInt8]: [ArraySlice<UInt8>]] = [:]
    for (name, range) in json.members(at: json.next(0)) ?? [] {
      lists[Array(name)] = json.elements(at: range.lowerBound)
    }
    let shapes = (lists[Array("shapes".utf8)] ?? []).map { EventShape($0) }
    let shared = lists[Array("shared".utf8)] ?? []
    var texts: [String] = []
    var names: [ContentHash] = []
    var moment: Int64 = 0
    // Many times what packing ever saves: a short file must not unpack to whatever it likes.
    var room = max(1 << 26, script.count * 256)
    for (place, list) in (lists[Array("claims".utf8)] ?? []).enumerated() {
      let dossier = place < dossiers.count ? dossiers[place] : nil
      let told = dossier.map { [Array($0.claim.utf8)] + $0.told } ?? []
      let words = told.map { RawJSON.string($0)[...] }
      var parent: ContentHash?
      for row in RawJSON(list).elements(at: list.startIndex) ?? [] {
        let text =
          Self.text(row)
          ?? Self.event(row, shapes, shared, words, parent, &moment, &room) ?? ""
        texts.append(text)
        parent = Seal.name(ofEvent: text)
        names.append(parent ?? Seal.name(ofEvent: ""))
      }
    }
    self.texts = texts
    self.names = names
  }

  /// An event that stands as its text.
  private static func text(_ row: ArraySlice<UInt8>) -> String? {
    guard row.first == UInt8(ascii: "\"") else { return nil }
    return try? JSONDecoder().decode(String.self, from: Data(row))
  }

  /// An event put together from its shape and its values.
  private static func event(
    _ row: ArraySlice<UInt8>,
    _ shapes: [EventShape],
    _ shared: [ArraySlice<UInt8>],
    _ words: [ArraySlice<UInt8>],
    _ parent: ContentHash?,
    _ moment: inout Int64,
    _ room: inout Int
  ) -> String? {
    let row = RawJSON(row).elements(at: row.startIndex) ?? []
    let numbers = row.prefix(2).compactMap(number)
    guard numbers.count == 2, shapes.indices.contains(numbers[0]) else { return nil }
    moment += Int64(numbers[1])
    // The years 1 to 9999, which have four digits; a sum of any numbers could leave the range of Int64.
    guard (-62_135_596_800...253_402_300_799).contains(moment) else {
      moment = 0
      return nil
    }
    var values: [ArraySlice<UInt8>] = []
    for value in row.dropFirst(2) {
      if let number = number(value) {
        let place = number < 0 ? -1 - number : number
        let list = number < 0 ? words : shared
        guard list.indices.contains(place) else { return nil }
        values.append(list[place])
      } else {
        values.append(value)
      }
    }
    return shapes[numbers[0]].filled(
      with: values,
      claim: words.first ?? [],
      parent: parent,
      time: Timestamp(secondsSince1970: moment),
      room: &room
    )
  }

  private static func number(_ json: ArraySlice<UInt8>) -> Int? {
    json.count < 18 ? Int(String(decoding: json, as: UTF8.self)) : nil
  }

  /// The text with every `\u` escape read whose code point canonical JSON writes as it is.
  private static func unescaped(_ json: ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(json.count)
    var rest = json
    while let slash = rest.firstIndex(of: UInt8(ascii: "\\")) {
      text += rest[..<slash]
      rest = rest[slash...]
      if let (scalar, length) = escape(rest), scalar.value >= 0x20 {
        text += Array(String(Character(scalar)).utf8)
        rest = rest.dropFirst(length)
      } else {
        text += rest.prefix(2)
        rest = rest.dropFirst(2)
      }
    }
    return text + rest
  }

  /// The code point that an escape at the start of the text stands for, and the escape's length.
  private static func escape(_ text: ArraySlice<UInt8>) -> (Unicode.Scalar, Int)? {
    guard let first = unit(text) else { return nil }
    if let scalar = Unicode.Scalar(first) { return (scalar, 6) }
    guard let second = unit(text.dropFirst(6)), first < 0xDC00, (0xDC00..<0xE000).contains(second)
    else { return nil }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)).map { ($0, 12) }
  }

  private static func unit(_ text: ArraySlice<UInt8>) -> UInt32? {
    guard text.starts(with: Array("\\u".utf8)), text.count >= 6 else { return nil }
    return UInt32(String(decoding: text.dropFirst(2).prefix(4), as: UTF8.self), radix: 16)
  }
}

extension RandomAccessCollection<UInt8> where Index == Int {
  /// Where `bytes` first stand, from `start` on.
  func place(of bytes: [UInt8], from start: Int? = nil) -> Int? {
    guard let first = bytes.first else { return nil }
    var index = start ?? startIndex
    while let candidate = self[index...].firstIndex(of: first) {
      if self[candidate...].starts(with: bytes) { return candidate }
      index = candidate + 1
    }
    return nil
  }
}
