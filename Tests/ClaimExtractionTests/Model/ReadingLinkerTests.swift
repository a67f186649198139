import ClaimModel
import Testing

@testable import ClaimExtraction

@Suite("Linking")
struct ReadingLinkerTests {
  private static func tagged(_ text: String, _ language: LanguageTag) throws -> TaggedText {
    let pack = try #require(LanguagePack.all.first { $0.language == language })
    return TaggedText(AnalysedText(text), pack)
  }

  /// A reading of the words that are given, each once in the text.
  private static func reading(
    _ tagged: TaggedText,
    cue: String,
    source: String,
    content: [String]
  ) throws -> CueReading {
    func tokens(_ words: String) throws -> Range<Int> {
      let text = tagged.text.string(TextSpan(0, tagged.text.bytes.count))
      let range = try #require(text.firstRange(of: words))
      let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      return tagged.text.tokens(in: TextSpan(start, start + words.utf8.count))
    }
    let head = try tokens(cue).lowerBound
    var reading = CueReading(head: head, cueScore: 3, chainScore: 3, first: 0)
    reading.cue = [try tokens(cue)]
    reading.source = [try tokens(source)]
    reading.content = try content.map(tokens)
    reading.odds = 3
    return reading
  }

  @Test(
    "takes what stands before an interrupting cue for content, but for connectors",
    arguments: [
      ("Saat ini, kata Rina, jembatan ditutup.", "kata", "Rina", "Saat ini"),
      ("Namun di hulu, menurut Rina, jembatan ditutup.", "menurut", "Rina", "di hulu"),
      ("Jembatan lama, terangnya, jembatan ditutup.", "terangnya", "terangnya", "Jembatan lama"),
      ("Selain itu, kata Rina, jembatan ditutup.", "kata", "Rina", nil),
      ("Tidak hanya itu, kata Rina, jembatan ditutup.", "kata", "Rina", nil),
      ("Dalam rapat itu Rina mengatakan jembatan ditutup.", "mengatakan", "Rina", nil),
      ("Menurut Rina, jembatan ditutup.", "Menurut", "Rina", nil),
      ("Tahun ini, berdasarkan data dinas, jembatan ditutup.", "berdasarkan", "data dinas", nil),
      ("Ia bilang dinas, kata Rina, jembatan ditutup.", "kata", "Rina", nil),
      ("“Tahun ini,” kata Rina, jembatan ditutup.", "kata", "Rina", nil),
      ("Hanya warga desa, kata Rina, jembatan ditutup.", "kata", "Rina", "Hanya warga desa"),
      ("Seperti, kata Rina, jembatan ditutup.", "kata", "Rina", nil),
      ("Warga pulang, kata Rina. Lalu jembatan ditutup.", "kata", "Rina", nil),
    ]
  )
  func lead(text: String, cue: String, source: String, lead: String?) throws {
    let tagged = try Self.tagged(text, .indonesian)
    let content = ["jembatan ditutup"]
    let reading = try Self.reading(tagged, cue: cue, source: source, content: content)
    let found = ReadingLinker.lead(of: reading, in: tagged).map { tagged.text.string($0) }
    #expect(found == lead)
  }

  @Test("leaves what stands before an interrupting cue alone in English")
  func englishLead() throws {
    let tagged = try Self.tagged("This year, said Ellwood, the bridge is closed.", .english)
    let content = ["the bridge is closed"]
    let reading = try Self.reading(tagged, cue: "said", source: "Ellwood", content: content)
    #expect(ReadingLinker.lead(of: reading, in: tagged) == nil)
  }

  @Test("takes no title of a programme for what was said on it")
  func titles() throws {
    let text = "“The wall will hold,” Ellwood said on “Harbour Morning.” “Nobody has to leave.”"
    let tagged = try Self.tagged(text, .english)
    let pieces = ["The wall will hold,", "Harbour Morning.", "Nobody has to leave."]
    var reading = try Self.reading(tagged, cue: "said", source: "Ellwood", content: pieces)
    ReadingLinker.dropTitles(of: &reading, in: tagged.text)
    #expect(reading.content.map { tagged.text.string($0) } == [pieces[0], pieces[2]])
    // A title that is all that was said stays.
    var alone = try Self.reading(tagged, cue: "said", source: "Ellwood", content: [pieces[1]])
    ReadingLinker.dropTitles(of: &alone, in: tagged.text)
    #expect(alone.content.count == 1)
  }

  @Test(
    "gives a paragraph of one quotation to the speaker before it, where the language's model does",
    arguments: [
      (true, ["The wall will hold … Nobody has to leave the quay tonight."]),
      (false, ["The wall will hold", "Nobody has to leave the quay tonight."]),
    ]
  )
  func goesOn(joinsParagraphs: Bool, contents: [String]) throws {
    let text = "Ellwood said: The wall will hold.\n“Nobody has to leave the quay tonight.”"
    let tagged = try Self.tagged(text, .english)
    let content = ["The wall will hold"]
    let reading = try Self.reading(tagged, cue: "said", source: "Ellwood", content: content)
    let linker = ReadingLinker(threshold: 0.5, joinsParagraphs: joinsParagraphs)
    let found = linker.link([reading], in: tagged).map { attribution in
      attribution.content.map { tagged.text.string($0) }.joined(separator: " … ")
    }
    #expect(found == contents)
  }

  @Test("leaves a paragraph alone that begins with a quotation and goes on without it")
  func beginsParagraph() throws {
    let text =
      "Ellwood said: The wall will hold.\n“Nobody has to leave the quay tonight.” It rained for days."
    let tagged = try Self.tagged(text, .english)
    let content = ["The wall will hold"]
    let reading = try Self.reading(tagged, cue: "said", source: "Ellwood", content: content)
    let found = ReadingLinker(threshold: 0.5, joinsParagraphs: true).link([reading], in: tagged)
    #expect(found.count == 2)
  }

  @Test(
    "names the speakers of transcripts and of signed quotations, and parts them",
    arguments: [
      (
        "“RAMOS: Who closed the wall that night?”\n“ELLWOOD: We closed it before the tide came.”",
        ["RAMOS: Who closed the wall that night?", "ELLWOOD: We closed it before the tide came."]
      ),
      (
        "“Nobody has to leave the quay.” ― Mara Ellwood\n“The pumps were not paid for.” — A. Lund.",
        ["Mara Ellwood: Nobody has to leave the quay.", "A. Lund: The pumps were not paid for."]
      ),
      (
        "“Nobody has to leave the quay.”\n- Ellwood.\n“The pumps were never paid for.”\n- Lund.",
        ["Ellwood: Nobody has to leave the quay.", "Lund: The pumps were never paid for."]
      ),
      (
        "“NO ONE HAS TO LEAVE:”\n“NO ONE HAS TO LEAVE TONIGHT",
        [": NO ONE HAS TO LEAVE: … NO ONE HAS TO LEAVE TONIGHT"]
      ),
      (
        "“Nobody has to leave the quay.” ― and so it was\n“The pumps were never paid for.”",
        [": Nobody has to leave the quay.", ": The pumps were never paid for."]
      ),
    ]
  )
  func named(text: String, expected: [String]) throws {
    let tagged = try Self.tagged(text, .english)
    let found = ReadingLinker(threshold: 0.5, joinsParagraphs: true).link([], in: tagged)
    func words(_ spans: [TextSpan]) -> String {
      spans.map { tagged.text.string($0) }.joined(separator: " … ")
    }
    #expect(found.map { words($0.mention) + ": " + words($0.content) } == expected)
  }

  @Test("gives up a few words that a framing cue was read with, but not a clause")
  func framed() throws {
    let question = "“Why has nobody repaired the pumps since March?” Ellwood said "
    for (told, count) in [("of it.", 1), ("the pumps were never paid for by anybody.", 2)] {
      let tagged = try Self.tagged(question + told, .english)
      let content = [String(told.dropLast())]
      let reading = try Self.reading(tagged, cue: "said", source: "Ellwood", content: content)
      let found = ReadingLinker(threshold: 0.5, joinsParagraphs: true).link([reading], in: tagged)
      #expect(found.count == count, "\(told)")
    }
  }

  @Test("takes linear time for many lone quotations before many marks", .timeLimit(.minutes(1)))
  func manyLone() throws {
    let text =
      String(repeating: "\"a b c d e f\" ", count: 20_000) + String(repeating: "! ", count: 200_000)
    let tagged = try Self.tagged(text, .indonesian)
    let found = ReadingLinker(threshold: 0.5, joinsParagraphs: false).link([], in: tagged)
    #expect(found.count == 20_000)
  }

  @Test("takes the speaker of an unlikely cue for a quotation that its clause frames")
  func unlikely() throws {
    let text =
      "“The wall will hold until May,” Ellwood bristled. “It held in the flood, too.” Arne slept."
    let tagged = try Self.tagged(text, .english)
    var near = try Self.reading(tagged, cue: "bristled", source: "Ellwood", content: ["wall"])
    near.odds = -3
    var far = try Self.reading(tagged, cue: "slept", source: "Arne", content: ["flood"])
    far.odds = 0
    let linker = ReadingLinker(threshold: 0.6, joinsParagraphs: true)
    let found = linker.link([near, far], in: tagged)
    #expect(found.map { $0.content.count } == [2])
    #expect(found.first?.mention.map { tagged.text.string($0) } == ["Ellwood"])
  }
}
