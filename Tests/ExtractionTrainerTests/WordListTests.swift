import ClaimExtraction
import Testing

@testable import ExtractionTrainer

@Suite("A word list")
struct WordListTests {
  private static func group(_ word: String, _ groups: WordGroups) -> UInt16 {
    groups.group(of: Form(word))
  }

  @Test("makes the forms of its roots by the patterns")
  func forms() throws {
    let groups = try WordList(
      parsing: """
        # remark
        [class pronoun]
        dia, ia
        [pattern act]
        t:men>kan, aiueo:meng~kan
        [pattern noun]
        ~an, =ed, <ied
        [root say]
        tutur, ungkap
        [root ask]
        reply
        """
    ).groups
    let say = Self.group("menuturkan", groups)
    #expect(say != 0)
    #expect(Self.group("mengungkapkan", groups) == say)
    #expect(Self.group("menungkapkan", groups) == 0)
    #expect(Self.group("tuturan", groups) >> 4 == say >> 4)
    #expect(Self.group("tuturan", groups) != say)
    #expect(Self.group("replied", groups) != 0)
    #expect(Self.group("dia", groups) & 0xF == 0)
    #expect(Self.group("dia", groups) >> 4 != say >> 4)
  }

  @Test("says which line stands in no section")
  func outside() {
    #expect(throws: WordListError.outsideSection(line: 2)) { try WordList(parsing: "\nkata") }
    #expect(throws: WordListError.unknownSection("[verbs]", line: 1)) {
      try WordList(parsing: "[verbs]\nkata")
    }
  }
}
