import Testing

@testable import tilik

@Suite("Keys and lines")
struct KeyReaderTests {
  private func keys(_ bytes: [UInt8], isComplete: Bool = true) -> [Key] {
    var reader = KeyReader()
    reader.take(bytes)
    var keys: [Key] = []
    while let key = reader.next(isComplete: isComplete) { keys.append(key) }
    return keys
  }

  @Test("come whole out of the bytes of a terminal")
  func read() {
    #expect(keys(Array("aé😀".utf8)) == [.character("a"), .character("é"), .character("😀")])
    #expect(keys([0x0D, 0x7F, 0x03, 0x09]) == [.enter, .backspace, .control("c"), .tab])
    #expect(
      keys(Array("\u{1B}[A\u{1B}OB\u{1B}[5~\u{1B}[1;5C".utf8)) == [.up, .down, .pageUp, .right]
    )
    #expect(keys([0x1B]) == [.escape])
    #expect(keys([0x1B], isComplete: false).isEmpty)
    #expect(keys(Array("\u{1B}q".utf8)) == [.escape, .character("q")])
  }

  @Test("that are damaged or unknown do no harm")
  func damaged() {
    #expect(keys([0xC3]).isEmpty)
    #expect(keys([0xFF, 0x61]) == [.character("a")])
    #expect(keys(Array("\u{1B}[999;9zx".utf8)) == [.character("x")])
    #expect(keys(Array("\u{1B}[12".utf8)).isEmpty)
  }

  @Test("pasted with line ends do not send the line off")
  func pasted() {
    #expect(
      keys(Array("\u{1B}[200~a\nb\u{1B}[201~\r".utf8))
        == [.pasted("a b"), .enter]
    )
    #expect(keys(Array("\u{1B}[200~q\u{3}é".utf8)) == [.pasted("qé")])
    #expect(keys(Array("\u{1B}[200~q".utf8), isComplete: false).isEmpty)
    // A paste whose end was lost ends with Esc.
    #expect(keys(Array("\u{1B}[200~q\u{1B}".utf8)) == [.pasted("q")])
    #expect(keys(Array("\u{1B}[200~q\u{1B}y\u{1B}[201~".utf8)) == [.pasted("qy")])
    var reader = KeyReader()
    reader.take(Array("\u{1B}[200~q".utf8))
    #expect(reader.next(isComplete: true) == .pasted("q"))
    reader.take([0x1B])
    #expect(reader.next(isComplete: true) == nil)
    reader.take([UInt8(ascii: "q")])
    #expect(reader.next(isComplete: true) == .character("q"))
  }

  @Test("edit a line")
  func editing() {
    var line = LineEditor("dua kata")
    for key in [Key.control("w"), .character("x"), .home, .delete, .end, .character("é"), .left] {
      let isTaken = line.press(key)
      #expect(isTaken)
    }
    #expect(line.text == "ua xé")
    #expect(line.cursor == 4)
    let isSentOff = !line.press(.enter)
    #expect(isSentOff)
    _ = line.press(.control("u"))
    #expect(line.text == "é")
  }

  @Test("show the end of a line as a sign, and keep it in the text")
  func lineEnds() {
    let line = LineEditor("satu\ndua")
    #expect(line.window(20).text == "satu↵dua")
    #expect(line.window(20).column == 8)
    #expect(line.text == "satu\ndua")
  }

  @Test("keep the cursor in sight where the line is longer than the window")
  func window() {
    var line = LineEditor(String(repeating: "ab", count: 50))
    #expect(line.window(10).column < 10)
    #expect(line.window(10).text.count <= 10)
    _ = line.press(.home)
    #expect(line.window(10).column == 0)
    #expect(line.window(10).text == "ababababa")
  }

  @Test("take the columns that a terminal gives them")
  func widths() {
    #expect(TextWidth.columns("abc") == 3)
    #expect(TextWidth.columns("日本") == 4)
    #expect(TextWidth.columns("e\u{301}") == 1)
    #expect(TextWidth.columns("\u{1B}[1mab\u{1B}[0m") == 2)
    #expect(TextWidth.cut("日本語です", 6) == "日本…")
    #expect(TextWidth.cut("short", 6) == "short")
  }
}
