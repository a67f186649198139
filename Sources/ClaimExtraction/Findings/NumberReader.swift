/// A number as printed, with the power of ten and the currency beside it.
struct PrintedNumber {
  /// Its value.
  let value: Double
  /// Its tokens, currency and power of ten included.
  let tokens: Range<Int>
  /// Whether a currency stands beside it.
  let isMoney: Bool
  /// Whether a sign or word for hundredths follows it; that belongs to ``tokens``, too.
  let isPercentage: Bool
}

/// Reads numbers from tagged tokens, with the decimal sign of the text's language: "1.250,5", "1,250.5", "Rp3 miliar".
struct NumberReader {
  let tagged: TaggedText
  private let tokens: [Token]
  private let bytes: [UInt8]

  init(_ tagged: TaggedText) {
    self.tagged = tagged
    tokens = tagged.text.tokens
    bytes = tagged.text.bytes
  }

  /// The number whose digits begin at a token, or nil where there is none, or only part of a date, a time or a range.
  func number(at index: Int, in range: Range<Int>) -> PrintedNumber? {
    guard mayBegin(index) else { return nil }
    let token = tokens[index]
    var start = index
    var digits = Int(token.start)..<Int(token.end)
    var isMoney = false
    if token.kind == .word {
      // "Rp719", "Rp1,5".
      guard isRupiah(token) else { return nil }
      digits = digits.lowerBound + 2..<digits.upperBound
      isMoney = true
    } else if token.kind != .number {
      return nil
    }
    guard var value = value(of: digits) else { return nil }
    var before = index - 1
    if before > range.lowerBound, tokens[before].kind == .terminator { before -= 1 }
    if before >= range.lowerBound, tagged.has(before, .currency), tagged.tags[before].length == 1 {
      isMoney = true
      start = before
    }
    var end = index + 1
    while end < range.upperBound, tagged.has(end, .multiplier) {
      for _ in 0..<tagged.tags[end].value { value *= 10 }
      end = tagged.end(end)
    }
    var isPercentage = false
    if end < range.upperBound {
      if tagged.has(end, .percent) {
        isPercentage = true
        end = min(range.upperBound, tagged.end(end))
      } else if tagged.has(end, .currency) {
        isMoney = true
        end = min(range.upperBound, tagged.end(end))
      }
    }
    return PrintedNumber(
      value: value,
      tokens: start..<end,
      isMoney: isMoney,
      isPercentage: isPercentage
    )
  }

  /// Whether a number can begin at a token at all: most cannot.
  @inline(__always)
  private func mayBegin(_ index: Int) -> Bool {
    tokens[index].kind == .number
      || tokens[index].kind == .word && tokens[index].length > 2
        && bytes[Int(tokens[index].start) + 2] &- UInt8(ascii: "0") < 10
  }

  /// Whether a word is a sum of rupiah: "Rp" and digits.
  func isRupiah(_ token: Token) -> Bool {
    guard token.kind == .word, token.length > 2 else { return false }
    let bytes = tagged.text.bytes
    let start = Int(token.start)
    return bytes[start] | 0x20 == UInt8(ascii: "r") && bytes[start + 1] | 0x20 == UInt8(ascii: "p")
      && bytes[start + 2] &- UInt8(ascii: "0") < 10
  }

  /// The value of digits with separators; nil for a date, a time, a range, a version or more digits than 15.
  private func value(of range: Range<Int>) -> Double? {
    let decimal = tagged.pack.hasDecimalComma ? UInt8(ascii: ",") : UInt8(ascii: ".")
    let thousands = tagged.pack.hasDecimalComma ? UInt8(ascii: ".") : UInt8(ascii: ",")
    guard range.count <= 20 else { return nil }
    var value = 0.0
    var scale = 0.0
    var sinceThousands: Int?
    for offset in range {
      let byte = tagged.text.bytes[offset]
      let digit = byte &- UInt8(ascii: "0")
      if digit < 10 {
        if scale > 0 {
          value += Double(digit) * scale
          scale /= 10
        } else {
          value = value * 10 + Double(digit)
          sinceThousands = sinceThousands.map { $0 + 1 }
        }
      } else if byte == thousands, scale == 0, sinceThousands == nil || sinceThousands == 3 {
        sinceThousands = 0
      } else if byte == decimal, scale == 0 {
        scale = 0.1
        if let digits = sinceThousands, digits != 3 { return nil }
        sinceThousands = nil
      } else {
        return nil
      }
    }
    // "15.30" with a decimal comma is a time, no thousands.
    if let digits = sinceThousands, digits != 3 { return nil }
    return value
  }

  /// A value as a finding shows it: at most two decimals, a point before them, none that are zero.
  static func text(_ value: Double) -> String {
    guard value < 1e15 else { return String(value) }
    let hundredths = Int((value * 100).rounded())
    var text = String(hundredths / 100)
    let rest = hundredths % 100
    if rest != 0 {
      text += rest % 10 == 0 ? ".\(rest / 10)" : rest < 10 ? ".0\(rest)" : ".\(rest)"
    }
    return text
  }
}
