import Testing

@testable import ClaimExtraction

@Suite("A model file")
struct ModelFileTests {
  private static var file: ModelFile {
    var row = SIMD16<Int16>()
    row[1] = 5
    row[8] = -800
    var chain = ArgumentChain()
    chain.transitions[3][4] = 0.25
    var file = ModelFile(
      record: "{\"documents\": 2}",
      threshold: 0.3,
      candidateScore: -3,
      patience: 1,
      joinsParagraphs: true,
      gate: .init(scale: 0.5, features: [8], weights: [SIMD16(repeating: 0)]),
      cues: .init(scale: 0.5, features: [7], weights: [SIMD16(repeating: 0)]),
      arguments: .init(scale: 0.01, features: [3, 300, 4_000_000_000], weights: [row, row, row]),
      judge: .init(scale: 0.25, features: [1, 2], weights: [row, row]),
      groups: WordGroups([(form: 9, group: 0x21), (form: 4, group: 0x10)]),
      chain: chain
    )
    let question = DecisionTrees.Question(measure: 3, limit: -1.5)
    let trees = DecisionTrees(
      questions: Array(repeating: question, count: DecisionTrees.depth),
      values: (0..<DecisionTrees.leaves).map { Int16($0 * 1_000 - 16_000) },
      scale: 0.001
    )
    file.verdict = trees
    file.choice = trees
    return file
  }

  @Test("comes back as it was written")
  func roundTrip() throws {
    let file = Self.file
    let read = try ModelFile(file.encoded)
    #expect(read.record == file.record)
    #expect(read.threshold == 0.3)
    #expect(read.candidateScore == -3)
    #expect(read.patience == 1)
    #expect(read.joinsParagraphs)
    #expect(read.arguments.features == [3, 300, 4_000_000_000])
    #expect(read.arguments.weights == file.arguments.weights)
    #expect(read.judge.features == [1, 2])
    #expect(read.verdict == file.verdict)
    #expect(read.choice == file.choice)
    #expect(read.groups.forms == [4, 9])
    #expect(read.groups.groups == [0x10, 0x21])
    #expect(read.chain.transitions == file.chain.transitions)
    #expect(read.encoded == file.encoded)
  }

  @Test("cut short anywhere is refused, never read beyond its end")
  func cutShort() throws {
    let bytes = Self.file.encoded
    for count in bytes.indices {
      #expect(throws: ModelFileError.self) { try ModelFile(Array(bytes[..<count])) }
    }
  }

  @Test("whose trees ask for a measure that there is none of is refused")
  func unknownMeasure() throws {
    var file = Self.file
    let question = DecisionTrees.Question(measure: 255, limit: 0)
    file.choice = DecisionTrees(
      questions: Array(repeating: question, count: DecisionTrees.depth),
      values: Array(repeating: 0, count: DecisionTrees.leaves),
      scale: 1
    )
    #expect(throws: ModelFileError.notAModel) { try ModelFile(file.encoded) }
  }

  @Test("of another kind is refused")
  func notAModel() {
    #expect(throws: ModelFileError.notAModel) {
      try ModelFile([UInt8](repeating: 0x41, count: 64))
    }
  }
}
