import ClaimModel

/// Decodes what header fields hold: words in other charsets, names, days.
enum MailHeader {
  /// A field's value with its encoded words decoded (RFC 2047): `=?utf-8?Q?caf=C3=A9?=`.
  static func decoded(_ value: String) -> String {
    var result: [UInt8] = []
    let bytes = Array(value.utf8)
    var index = 0
    var wasEncoded = false
    while index < bytes.count {
      if let word = encodedWord(bytes, at: index) {
        // White space between two encoded words is not part of the text.
        if wasEncoded { while result.last?.isSpace == true { result.removeLast() } }
        result += word.text
        index = word.end
        wasEncoded = true
        continue
      }
      if !bytes[index].isSpace { wasEncoded = false }
      result.append(bytes[index])
      index += 1
    }
    return String(decoding: ArticleBuilder.collapsed(result[...]), as: UTF8.self)
  }

  private static func encodedWord(_ bytes: [UInt8], at start: Int) -> (text: [UInt8], end: Int)? {
    guard bytes[start...].starts(with: "=?".utf8) else { return nil }
    let parts = bytes[(start + 2)...].split(
      separator: UInt8(ascii: "?"),
      maxSplits: 3,
      omittingEmptySubsequences: false
    )
    guard parts.count == 4, parts[3].first == UInt8(ascii: "="), parts[2].count < 1_000 else {
      return nil
    }
    let raw: [UInt8]
    switch parts[1].string.lowercased() {
    case "b": raw = base64(parts[2])
    case "q": raw = quotedPrintable(parts[2], isHeader: true)
    default: return nil
    }
    let type = "text/plain; charset=\(parts[0].string)"
    let text = try? TextDecoder.decode(raw, contentType: type, isMarkup: false)
    return (text?.utf8 ?? raw, parts[3].startIndex + 1)
  }

  /// The name in `Name <address>`, without the address; the address where there is no name.
  static func name(_ value: String) -> String {
    let name = value.prefix { $0 != "<" }.trimmingSpaces.filter { $0 != "\"" }
    return name.isEmpty ? value.filter { $0 != "<" && $0 != ">" } : name
  }

  /// The day in `Mon, 9 Mar 2026 08:15:00 +0700`, as it was where the mail was sent.
  static func day(_ value: String) -> CalendarDate? {
    let months = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    let words = value.split(whereSeparator: { $0 == " " || $0 == "," || $0 == "-" })
    for index in words.indices.dropLast(2) {
      guard let day = Int(words[index]), let year = Int(words[index + 2]), year > 1_900,
        let month = months.firstIndex(of: words[index + 1].prefix(3).lowercased())
      else { continue }
      return CalendarDate(year: year, month: month + 1, day: day)
    }
    return nil
  }

  /// Decodes base64; other bytes among it are passed over.
  static func base64(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count / 4 * 3)
    var bits: UInt32 = 0
    var count: UInt32 = 0
    for byte in text {
      let value: UInt8
      switch byte {
      case 0x41...0x5A: value = byte - 0x41
      case 0x61...0x7A: value = byte - 0x61 + 26
      case 0x30...0x39: value = byte - 0x30 + 52
      case UInt8(ascii: "+"): value = 62
      case UInt8(ascii: "/"): value = 63
      case UInt8(ascii: "="): return result
      default: continue
      }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> count))
      }
    }
    return result
  }

  /// Decodes quoted-printable; in a header `_` is a space.
  static func quotedPrintable(_ text: ArraySlice<UInt8>, isHeader: Bool) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      index += 1
      if byte == UInt8(ascii: "_"), isHeader {
        result.append(0x20)
      } else if byte != UInt8(ascii: "=") {
        result.append(byte)
      } else if let value = hexadecimal(text[index...].prefix(2)) {
        result.append(value)
        index += 2
      } else {
        // A line that ends in `=` goes on in the next one.
        let rest = text[index...]
        if rest.first == 0x0D, rest.dropFirst().first == 0x0A {
          index += 2
        } else if rest.first == 0x0A {
          index += 1
        } else {
          result.append(byte)
        }
      }
    }
    return result
  }

  private static func hexadecimal(_ digits: ArraySlice<UInt8>) -> UInt8? {
    guard digits.count == 2 else { return nil }
    return UInt8(digits.string, radix: 16)
  }
}
