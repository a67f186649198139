import ClaimModel
import ReviewWorkflow
import Testing

@testable import tilik

@Suite("A line of a review")
struct ScriptLineTests {
  @Test("is read with quotes, escapes and comments")
  func reads() throws {
    #expect(
      try ScriptLine(#"note "he said \"no\" # not a comment" # a comment"#)
        == .event(.noted(text: #"he said "no" # not a comment"#))
    )
    #expect(try ScriptLine("   # only a comment") == nil)
    #expect(try ScriptLine("") == nil)
    #expect(try ScriptLine("k") == .event(.taken))
    #expect(try ScriptLine("triage high") == .event(.triaged(priority: .high, reason: "")))
    #expect(
      try ScriptLine(#"cite audit refutes """#)
        == .cite(Evidence(source: SourceID(rawValue: "audit"), stance: .refutes))
    )
    #expect(
      try ScriptLine(#"cite audit context "148 kios" "" "Dari 212 kios," "sudah""#)
        == .cite(
          Evidence(
            source: SourceID(rawValue: "audit"),
            stance: .context,
            excerpt: "148 kios",
            prefix: "Dari 212 kios,",
            suffix: "sudah"
          )
        )
    )
  }

  @Test(
    "that does not fit says how it is written",
    arguments: [
      "triage soon", "ask \"a\" tomorrow", "verdict true", "at noon", "cite a believes", "take it",
    ]
  )
  func usage(line: String) throws {
    let fault = #expect(throws: ScriptFault.self) { try ScriptLine(line) }
    guard case .usage = fault else {
      Issue.record("expected the usage, got \(String(describing: fault))")
      return
    }
  }

  @Test("with an unknown word or an open quotation mark is refused")
  func refused() {
    #expect(throws: ScriptFault.unknownVerb("promote")) { try ScriptLine("promote") }
    #expect(throws: ScriptFault.openQuote) { try ScriptLine(#"note "never ends"#) }
  }

  @Test("has a word and a key that no other has")
  func unique() {
    let names = ScriptForm.all.flatMap { [$0.verb, $0.key] }
    #expect(Set(names).count == names.count)
    for form in ScriptForm.all { #expect(form.usage.hasPrefix(form.verb)) }
  }
}

@Suite("Text for a terminal")
struct TerminalTextTests {
  @Test(
    "cannot steer the terminal",
    arguments: ["\u{1B}[2J", "\u{7}", "\u{9B}31m", "a\u{202E}b", "\u{0}", "\r"]
  )
  func safe(text: String) {
    #expect(Terminal.safe(text).unicodeScalars.contains("\u{FFFD}"))
    #expect(
      !Terminal.safe(text).unicodeScalars.contains {
        $0.value < 0x20 || $0.value == 0x9B || $0.value == 0x202E
      }
    )
  }

  @Test("is wrapped at spaces and never loses a word")
  func wrapping() {
    let text = "satu dua tiga empat-lima-enam-tujuh-delapan sembilan"
    let wrapped = Paragraph.wrapped(text, width: 12)
    #expect(wrapped.split(whereSeparator: \.isWhitespace).joined(separator: " ") == text)
    #expect(
      wrapped.split(separator: "\n").filter { $0.count > 12 } == ["empat-lima-enam-tujuh-delapan"]
    )
  }

  @Test("is wrapped by what the columns hold, and every further line is indented")
  func wrappingInColumns() {
    #expect(Paragraph.wrapped("漢字 漢字 漢字", width: 9) == "漢字 漢字\n漢字")
    #expect(
      Paragraph.wrapped("\u{1B}[1mtebal\u{1B}[0m kata", width: 10) == "\u{1B}[1mtebal\u{1B}[0m kata"
    )
    #expect(
      Paragraph.wrapped("satu dua\n\ntiga empat", width: 7, indent: 2)
        == "satu\n  dua\n\n  tiga\n  empat"
    )
  }

  @Test("is cut at whole characters")
  func cutting() {
    #expect(Terminal.cut("e\u{301}e\u{301}e\u{301}", 2) == "e\u{301}…")
    #expect(Terminal.cut("abc", 3) == "abc")
  }
}
