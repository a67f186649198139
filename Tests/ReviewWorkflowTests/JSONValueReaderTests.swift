import Foundation
import Testing

@testable import ReviewWorkflow

@Suite("JSON of the ledger")
struct JSONValueReaderTests {
  @Test(
    "that is not JSON, or not the ledger's kind, is refused",
    arguments: [
      "", " ", "{", "[1,]", "{\"a\":1,}", "{\"a\":1,\"a\":2}", "01", "1.5", "1e3", "-", "tru",
      "\"open",
      "\"\u{1}\"", "\"\\x\"", "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\\udc00\"", "{} {}", "nul",
      "99999999999999999999",
      String(repeating: "[", count: 100) + String(repeating: "]", count: 100),
    ]
  )
  func refused(text: String) { #expect(JSONValueReader.value(of: text) == nil) }

  @Test("is read with its escapes, white space and numbers")
  func read() {
    #expect(
      JSONValueReader.value(
        of: " { \"a\\n\" : [ -12 , true,false ,null, \"\\u00e9\\ud83d\\ude00\\/\" ] } "
      )
        == .object([
          "a\n": .array([.integer(-12), .bool(true), .bool(false), .null, .string("é😀/")])
        ])
    )
  }

  @Test(
    "is canonical where printing it again gives the same bytes, and only there",
    arguments: [
      "{}", "[]", "-1", "0", "-0", "[-0]", "12345678901234567", "-1234567890123456789",
      "{\"a\":1,\"b\":2}", "{\"b\":1,\"a\":2}", " {}", "{} ", "{\"a\": 1}", "[1, 2]",
      #""\/""#, #""\u0041""#, #""\u001f""#, #""\u001F""#, #""\u000a""#, #""\n""#, #""\u00e9""#,
      #""\u0022""#, #""\"""#, #""\\""#, "\"\u{7F}\"", #""\u007f""#, #""\ud83d\ude00""#, "\"😀é\"",
      "{\"\u{FFFD}\":1,\"😀\":2}", "{\"😀\":2,\"\u{FFFD}\":1}", "{\"a\":1,\"a\u{301}\":2}",
      "{\"a\":1,\"aa\":2,\"b\":3}", "{\"aa\":1,\"a\":2}",
    ]
  )
  func canonical(text: String) throws {
    let (value, isCanonical) = try #require(JSONValueReader.spelling(of: text))
    #expect(isCanonical == value.canonical.utf8.elementsEqual(text.utf8))
  }

  @Test("comes back as it was written, also through another reader")
  func roundTrip() throws {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2_000 {
      let value = Self.value(depth: 3, &generator)
      let text = value.canonical
      #expect(JSONValueReader.value(of: text) == value, "\(text)")
      #expect(JSONValueReader.spelling(of: text)?.isCanonical == true, "\(text)")
      #expect(try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)) == value, "\(text)")
    }
  }

  private static func value(
    depth: Int,
    _ generator: inout SystemRandomNumberGenerator
  ) -> JSONValue {
    switch Int.random(in: 0..<(depth > 0 ? 6 : 4), using: &generator) {
    case 0: return .bool(.random(using: &generator))
    case 1: return .integer(Int.random(in: -1_000_000...1_000_000, using: &generator))
    case 2, 3: return .string(word(&generator))
    case 4: return .array((0..<3).map { _ in value(depth: depth - 1, &generator) })
    default:
      return .object(
        JSONMembers(
          (0..<3).map { _ in
            JSONMembers.Member(
              name: word(&generator),
              value: value(depth: depth - 1, &generator)
            )
          }
        )
      )
    }
  }

  private static func word(_ generator: inout SystemRandomNumberGenerator) -> String {
    let letters = ["a", "é", "“", "\"", "\\", "\n", "\u{1}", "😀", "/", " ", "z"]
    return (0..<Int.random(in: 0..<6, using: &generator))
      .map { _ in letters.randomElement(using: &generator) ?? "" }.joined()
  }
}
