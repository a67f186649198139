import ClaimModel

/// Reads the transcripts that WebVTT and SRT files are: a paragraph for each turn of a speaker, with the time of its first
/// words before it and the speaker's name, where the file has one.
enum CaptionsReader {
  /// A stretch that is shown at once.
  private struct Cue {
    var start: String
    var speaker: String?
    var words: [UInt8]
  }

  /// Seconds of silence after which a new paragraph begins.
  private static let pause = 2.0
  /// A paragraph of one speaker ends at the first sentence's end beyond so many bytes.
  private static let long = 600

  /// Whether text is a file of captions: `WEBVTT` at its head, or a number and then a line of times.
  static func isCaptions(_ utf8: [UInt8]) -> Bool {
    let lines = utf8.prefix(2_048).split(separator: 0x0A).map(\.trimmed)
    guard let first = lines.first else { return false }
    if first.starts(with: "WEBVTT".utf8) { return true }
    return first.allSatisfy(\.isDigit) && lines.count > 1 && times(lines[1]) != nil
  }

  /// The transcript.
  static func content(_ utf8: [UInt8]) throws(IngestError) -> ReadContent {
    var text: [UInt8] = []
    var blocks: [Block] = []
    var turn: Cue?
    var lastEnd = 0.0
    var lastSpeaker: String?
    func flush() {
      guard let cue = turn, !cue.words.isEmpty else { return }
      if !text.isEmpty { text += [0x0A, 0x0A] }
      let start = text.count
      text += Array("[\(cue.start)]".utf8)
      blocks.append(Block(.dateline, TextSpan(start, text.count)))
      text.append(0x20)
      let body = text.count
      if let speaker = cue.speaker { text += Array("\(speaker): ".utf8) }
      text += cue.words
      blocks.append(Block(.paragraph, TextSpan(body, text.count)))
      turn = nil
    }
    for (cue, start, end) in cues(utf8) {
      let speaker = cue.speaker ?? lastSpeaker
      let isLong = turn.map { $0.words.count > long && Sentence.ends($0.words[...]) } ?? true
      if cue.speaker != nil && cue.speaker != lastSpeaker || start - lastEnd > pause || isLong {
        flush()
      }
      if turn == nil {
        turn = Cue(start: cue.start, speaker: speaker, words: cue.words)
      } else {
        turn?.words += [0x20] + cue.words
      }
      lastSpeaker = speaker
      lastEnd = end
    }
    flush()
    guard !blocks.isEmpty else { throw .empty }
    return ReadContent(text: text, blocks: blocks, metadata: DocumentMetadata())
  }

  private static func cues(_ utf8: [UInt8]) -> [(Cue, start: Double, end: Double)] {
    var found: [(Cue, start: Double, end: Double)] = []
    var current: (start: Double, end: Double, words: [UInt8])?
    func finish() {
      guard let cue = current else { return }
      current = nil
      for (speaker, words) in turns(cue.words) where !words.isEmpty {
        let shown = Cue(start: clock(cue.start), speaker: speaker, words: words)
        // Captions made by machines repeat the line before on the way up the screen.
        if found.last?.0.words == words { continue }
        found.append((shown, cue.start, cue.end))
      }
    }
    for line in utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let line = line.trimmed
      if line.isEmpty {
        finish()
      } else if let times = times(line) {
        finish()
        current = (times.start, times.end, [])
      } else if current != nil {
        current?.words += line + [0x0A]
      }
    }
    finish()
    return found
  }

  /// The turns inside one cue: what `<v Name>`, a dash at a line's head, or `NAME:` tells apart.
  private static func turns(_ lines: [UInt8]) -> [(speaker: String?, words: [UInt8])] {
    var turns: [(speaker: String?, words: [UInt8])] = []
    for line in lines.split(separator: 0x0A) {
      var voice: String?
      var words: [UInt8] = []
      var tag: [UInt8]?
      for byte in line {
        if byte == UInt8(ascii: "<") {
          tag = []
        } else if byte == UInt8(ascii: ">"), let name = tag {
          tag = nil
          if name.first == UInt8(ascii: "v"), let space = name.firstIndex(of: 0x20) {
            voice = name[(space + 1)...].trimmed.string
          }
        } else if tag != nil {
          tag?.append(byte)
        } else {
          words.append(byte)
        }
      }
      var rest = words[...].trimmed
      let isDashed = rest.first == UInt8(ascii: "-") || rest.starts(with: ">>".utf8)
      if isDashed { rest = rest.drop { $0 == 0x2D || $0 == 0x3E || $0.isSpace } }
      if voice == nil, let name = label(rest) {
        voice = name.string
        rest = rest.dropFirst(name.count + 1).trimmed
      }
      var decoded: [UInt8] = []
      let bytes = Array(rest)
      HTMLEntities.decode(bytes, 0..<bytes.count, into: &decoded)
      let clean = ArticleBuilder.collapsed(decoded[...])
      if voice == nil, !isDashed, let last = turns.indices.last {
        turns[last].words += [0x20] + clean
      } else {
        turns.append((voice, clean))
      }
    }
    return turns
  }

  /// The name in `RINA HALIM: …` or `Rina Halim: …`: up to four words that begin with capitals.
  private static func label(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let colon = line.prefix(50).firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let name = line[line.startIndex..<colon]
    let words = name.split(separator: 0x20)
    guard (1...4).contains(words.count), line.index(after: colon) < line.endIndex,
      line[colon + 1] == 0x20,
      words.allSatisfy({ ($0.first?.isUpper ?? false) || ($0.first ?? 0) >= 0x80 })
    else { return nil }
    return name
  }

  /// The times in `00:01:02.500 --> 00:01:04,000 line:90%`, in seconds.
  private static func times(_ line: ArraySlice<UInt8>) -> (start: Double, end: Double)? {
    guard let arrow = line.range(ofIgnoringCase: "-->"),
      let start = seconds(line[..<arrow.lowerBound]),
      let end = seconds(line[arrow.upperBound...].trimmed.prefix { !$0.isSpace })
    else { return nil }
    return (start, end)
  }

  private static func seconds(_ text: ArraySlice<UInt8>) -> Double? {
    let parts = text.trimmed.string.replacing(",", with: ".").split(separator: ":")
    guard (2...3).contains(parts.count) else { return nil }
    var total = 0.0
    for part in parts {
      guard let number = Double(part) else { return nil }
      total = total * 60 + number
    }
    return total
  }

  /// `1:02:03` as `01:02:03`.
  private static func clock(_ seconds: Double) -> String {
    let whole = Int(seconds)
    return [whole / 3_600, whole / 60 % 60, whole % 60]
      .map { $0 < 10 ? "0\($0)" : "\($0)" }
      .joined(separator: ":")
  }
}
