/// Checks UTF-8 and mends it.
enum UTF8Repair {
  /// Whether all of `bytes` is valid UTF-8.
  static func isValid(_ bytes: [UInt8]) -> Bool {
    (try? UTF8Span(validating: bytes.span)) != nil
  }

  /// What the bytes outside ASCII look like.
  struct Survey {
    /// Well-formed sequences of two to four bytes.
    var sequences = 0
    /// Places that are not UTF-8.
    var errors = 0
    /// Whether bytes occur that windows-1252 leaves undefined or that hardly any text in it has (þ, ÿ).
    var hasBytesNoTextHas = false

    /// Whether this is UTF-8 with a few errors rather than another charset.
    var looksLikeUTF8: Bool { sequences > errors }
  }

  /// Counts what is and what is not UTF-8 in bytes that are not all valid.
  static func survey(_ bytes: [UInt8]) -> Survey {
    var survey = Survey()
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      guard byte >= 0x80 else {
        index += 1
        continue
      }
      let length = sequenceLength(bytes[index...])
      if length > 0 {
        survey.sequences += 1
        index += length
      } else {
        survey.errors += 1
        switch byte {
        case 0x81, 0x8D, 0x8F, 0x90, 0x9D, 0xFE, 0xFF: survey.hasBytesNoTextHas = true
        default: break
        }
        index += 1
      }
    }
    return survey
  }

  /// The bytes with every place that is not UTF-8 replaced by U+FFFD, and how many there were.
  static func repair(_ bytes: ArraySlice<UInt8>) -> (utf8: [UInt8], replaced: Int) {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var replaced = 0
    var index = bytes.startIndex
    var copied = index
    while index < bytes.endIndex {
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      let length = sequenceLength(bytes[index...])
      if length > 0 {
        index += length
        continue
      }
      result.append(contentsOf: bytes[copied..<index])
      result.append(contentsOf: [0xEF, 0xBF, 0xBD])
      replaced += 1
      index += 1
      // The rest of a broken sequence is one error, not several.
      while index < bytes.endIndex, bytes[index] & 0xC0 == 0x80 { index += 1 }
      copied = index
    }
    result.append(contentsOf: bytes[copied...])
    return (result, replaced)
  }

  /// The length of the well-formed sequence of several bytes that `bytes` begin with, or 0 (Unicode 16, table 3-7).
  private static func sequenceLength(_ bytes: ArraySlice<UInt8>) -> Int {
    let start = bytes.startIndex
    let first = bytes[start]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return 0
    }
    guard bytes.count >= length, second.contains(bytes[start + 1]) else { return 0 }
    for offset in 2..<max(2, length) where bytes[start + offset] & 0xC0 != 0x80 { return 0 }
    return length
  }
}
