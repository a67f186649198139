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
    return ModelFile(
      record: "{\"documents\": 2}",
      threshold: 0.3,
      candidateScore: -3,
      joinsParagraphs: true,
      gate: .init(scale: 0.5, features: [8], weights: [SIMD16(repeating: 0)]),
      cues: .init(scale: 0.5, features: [7], weights: [SIMD16(repeating: 0)]),
      arguments: .init(scale: 0.01, features: [3, 300, 4_000_000_000], weights: [row, row, row]),
      judge: .init(scale: 0.25, features: [1, 2], weights: [row, row]),
      groups: WordGroups([(form: 9, group: 0x21), (form: 4, group: 0x10)]),
      chain: chain
    )
  }

  @Test("comes back as it was written")
  func roundTrip() throws {
    let file = Self.file
    let read = try ModelFile(file.encoded)
    #expect(read.record == file.record)
    #expect(read.threshold == 0.3)
    #expect(read.candidateScore == -3)
    #expect(read.joinsParagraphs)
    #expect(read.arguments.features == [3, 300, 4_000_000_000])
    #expect(read.arguments.weights == file.arguments.weights)
    #expect(read.judge.features == [1, 2])
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

  @Test("of another kind is refused")
  func notAModel() {
    #expect(throws: ModelFileError.notAModel) {
      try ModelFile([UInt8](repeating: 0x41, count: 64))
    }
  }
}
