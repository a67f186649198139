/// Why a model file cannot be used.
package enum ModelFileError: Error, Hashable {
  /// It does not begin as a model file does, or is of another version.
  case notAModel
  /// It ends too early, at this byte.
  case cutShort(Int)
}

/// A trained model as stored: tables of weights, the chain's transitions and the record of the training.
///
/// All numbers are little-endian. Features are sorted and written as differences in seven-bit groups; of each row only
/// the weights that are not zero are written, in seven-bit groups too, behind a mask that says which.
package struct ModelFile: Sendable {
  /// One table of weights.
  package struct Table: Sendable {
    /// What one step of a weight is worth.
    package var scale: Float
    /// The features, ascending.
    package var features: [UInt32]
    /// Their weights.
    package var weights: [SIMD16<Int16>]

    /// The lanes that hold weights.
    static let lanes = 12
    /// The largest size of a stored weight, so that the sum of a token's features cannot overflow.
    package static let largest: Float = 400
    /// The largest size of a label's weight, so that it fits in a byte.
    package static let largestOfLabels: Float = 127

    /// Makes a table.
    package init(scale: Float, features: [UInt32], weights: [SIMD16<Int16>]) {
      self.scale = scale
      self.features = features
      self.weights = weights
    }
  }

  /// How and from what the model was trained, as JSON.
  package var record: String
  /// A reading of a cue below this chance is dropped.
  package var threshold: Float
  /// A token whose log-odds of being a cue's head are not above this is not looked at again.
  package var candidateScore: Float
  /// Right beside a quotation the log-odds may be lower by this.
  package var patience: Float
  /// Whether a quotation that no cue claims goes on the one before it in the paragraph, not just in the sentence.
  package var joinsParagraphs: Bool
  /// The weights that tell which words can be cues at all, in lane 0.
  package var gate: Table
  /// The weights that tell heads of cues, in lane 0.
  package var cues: Table
  /// The weights of the labels.
  package var arguments: Table
  /// The weights that judge a reading, in lane 0.
  package var judge: Table
  /// The trees that say how likely a reading is an attribution.
  package var verdict = DecisionTrees.none
  /// The trees that choose among the readings of one cue.
  package var choice = DecisionTrees.none
  /// The word groups that features look at.
  package var groups: WordGroups
  /// The chain over the labels.
  package var chain: ArgumentChain

  private static let magic = Array("tilik-model-4\n".utf8)

  /// Makes a file's contents.
  package init(
    record: String,
    threshold: Float,
    candidateScore: Float,
    patience: Float,
    joinsParagraphs: Bool,
    gate: Table,
    cues: Table,
    arguments: Table,
    judge: Table,
    groups: WordGroups,
    chain: ArgumentChain
  ) {
    self.record = record
    self.threshold = threshold
    self.candidateScore = candidateScore
    self.patience = patience
    self.joinsParagraphs = joinsParagraphs
    self.gate = gate
    self.cues = cues
    self.arguments = arguments
    self.judge = judge
    self.groups = groups
    self.chain = chain
  }

  /// The file's bytes.
  package var encoded: [UInt8] {
    var bytes = Self.magic
    Self.write(UInt32(record.utf8.count), to: &bytes)
    bytes.append(contentsOf: record.utf8)
    Self.write(threshold.bitPattern, to: &bytes)
    Self.write(candidateScore.bitPattern, to: &bytes)
    Self.write(patience.bitPattern, to: &bytes)
    bytes.append(joinsParagraphs ? 1 : 0)
    for row in chain.transitions {
      for lane in 0..<ArgumentLabel.count { Self.write(row[lane].bitPattern, to: &bytes) }
    }
    Self.write(gate, to: &bytes)
    Self.write(cues, to: &bytes)
    Self.write(arguments, to: &bytes)
    Self.write(judge, to: &bytes)
    Self.write(verdict, to: &bytes)
    Self.write(choice, to: &bytes)
    Self.write(UInt32(groups.forms.count), to: &bytes)
    for (form, group) in zip(groups.forms, groups.groups) {
      Self.write(form, to: &bytes)
      bytes.append(UInt8(group & 0xFF))
      bytes.append(UInt8(group >> 8))
    }
    return bytes
  }

  /// Reads a file's bytes.
  package init(_ bytes: [UInt8]) throws(ModelFileError) {
    var reader = ModelReader(bytes)
    guard try reader.bytes(Self.magic.count) == Self.magic else { throw .notAModel }
    record = String(decoding: try reader.bytes(Int(try reader.word())), as: UTF8.self)
    threshold = Float(bitPattern: try reader.word())
    candidateScore = Float(bitPattern: try reader.word())
    patience = Float(bitPattern: try reader.word())
    joinsParagraphs = try reader.byte() == 1
    chain = ArgumentChain()
    for row in chain.transitions.indices {
      for lane in 0..<ArgumentLabel.count {
        chain.transitions[row][lane] = Float(bitPattern: try reader.word())
      }
    }
    gate = try reader.table()
    cues = try reader.table()
    arguments = try reader.table()
    judge = try reader.table()
    verdict = try reader.trees()
    choice = try reader.trees()
    guard verdict.width <= ReadingMeasures.count, choice.width <= ReadingMeasures.countOfChoice
    else { throw .notAModel }
    groups = try reader.groups()
  }

  private static func write(_ word: UInt32, to bytes: inout [UInt8]) {
    for shift in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: word >> (8 * UInt32(shift)))) }
  }

  private static func write(_ trees: DecisionTrees, to bytes: inout [UInt8]) {
    write(trees.scale.bitPattern, to: &bytes)
    write(UInt32(trees.values.count / DecisionTrees.leaves), to: &bytes)
    for question in trees.questions {
      bytes.append(question.measure)
      write(question.limit.bitPattern, to: &bytes)
    }
    for value in trees.values {
      bytes.append(UInt8(truncatingIfNeeded: value))
      bytes.append(UInt8(truncatingIfNeeded: value >> 8))
    }
  }

  private static func write(_ table: Table, to bytes: inout [UInt8]) {
    write(table.scale.bitPattern, to: &bytes)
    write(UInt32(table.features.count), to: &bytes)
    var last: UInt32 = 0
    for (feature, row) in zip(table.features, table.weights) {
      var difference = feature - last
      last = feature
      while difference >= 0x80 {
        bytes.append(UInt8(difference & 0x7F) | 0x80)
        difference >>= 7
      }
      bytes.append(UInt8(difference))
      var mask: UInt16 = 0
      for lane in 0..<Table.lanes where row[lane] != 0 { mask |= 1 << UInt16(lane) }
      bytes.append(UInt8(mask & 0xFF))
      bytes.append(UInt8(mask >> 8))
      for lane in 0..<Table.lanes where row[lane] != 0 {
        var folded = UInt16(bitPattern: (row[lane] << 1) ^ (row[lane] >> 15))
        while folded >= 0x80 {
          bytes.append(UInt8(folded & 0x7F) | 0x80)
          folded >>= 7
        }
        bytes.append(UInt8(folded))
      }
    }
  }
}

/// Reads the parts of a model file one after another.
private struct ModelReader {
  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func byte() throws(ModelFileError) -> UInt8 {
    guard at < bytes.count else { throw .cutShort(at) }
    at += 1
    return bytes[at - 1]
  }

  mutating func bytes(_ count: Int) throws(ModelFileError) -> [UInt8] {
    guard count >= 0, count <= bytes.count - at else { throw .cutShort(at) }
    var read: [UInt8] = []
    read.reserveCapacity(count)
    for index in at..<(at + count) { read.append(bytes[index]) }
    at += count
    return read
  }

  mutating func word() throws(ModelFileError) -> UInt32 {
    var word: UInt32 = 0
    for shift in 0..<4 { word |= UInt32(try byte()) << (8 * UInt32(shift)) }
    return word
  }

  /// A number written in seven-bit groups, the lowest first.
  mutating func group() throws(ModelFileError) -> UInt32 {
    var number: UInt32 = 0
    var shift: UInt32 = 0
    while true {
      let next = try byte()
      number |= UInt32(next & 0x7F) << shift
      shift += 7
      if next < 0x80 || shift > 28 { return number }
    }
  }

  mutating func groups() throws(ModelFileError) -> WordGroups {
    let count = Int(try word())
    guard count <= (bytes.count - at) / 6 else { throw .cutShort(at) }
    var words: [(form: UInt32, group: UInt16)] = []
    words.reserveCapacity(count)
    for _ in 0..<count {
      let form = try word()
      words.append((form, UInt16(try byte()) | UInt16(try byte()) << 8))
    }
    return WordGroups(words)
  }

  mutating func trees() throws(ModelFileError) -> DecisionTrees {
    let scale = Float(bitPattern: try word())
    let count = Int(try word())
    guard count <= (bytes.count - at) / DecisionTrees.leaves else { throw .cutShort(at) }
    var questions: [DecisionTrees.Question] = []
    for _ in 0..<count * DecisionTrees.depth {
      let measure = try byte()
      questions.append(.init(measure: measure, limit: Float(bitPattern: try word())))
    }
    var values: [Int16] = []
    for _ in 0..<count * DecisionTrees.leaves {
      values.append(Int16(bitPattern: UInt16(try byte()) | UInt16(try byte()) << 8))
    }
    return DecisionTrees(questions: questions, values: values, scale: scale)
  }

  mutating func table() throws(ModelFileError) -> ModelFile.Table {
    let scale = Float(bitPattern: try word())
    let count = Int(try word())
    // A row is at least three bytes, so a count that the rest cannot hold is found before any room is taken.
    guard count <= (bytes.count - at) / 3 else { throw .cutShort(at) }
    var features: [UInt32] = []
    var weights: [SIMD16<Int16>] = []
    features.reserveCapacity(count)
    weights.reserveCapacity(count)
    var feature: UInt32 = 0
    for _ in 0..<count {
      feature &+= try group()
      let mask = UInt16(try byte()) | UInt16(try byte()) << 8
      var row = SIMD16<Int16>()
      for lane in 0..<ModelFile.Table.lanes where mask & (1 << UInt16(lane)) != 0 {
        let folded = UInt16(truncatingIfNeeded: try group())
        row[lane] = Int16(bitPattern: folded >> 1) ^ -Int16(bitPattern: folded & 1)
      }
      features.append(feature)
      weights.append(row)
    }
    return ModelFile.Table(scale: scale, features: features, weights: weights)
  }
}
