/// The chain's other readings of a cue.
extension CueReading {
  /// How many other readings of a cue are kept.
  private static let mostOthers = 3
  /// How many paths are looked at to find them: many differ in the cue's own words alone.
  static let mostPaths = 6
  /// A path whose log-likelihood is so far below the best one's is not looked at.
  static let margin: Float = 3.5

  /// One of the chain's other readings, as its path.
  struct Other: Sendable {
    fileprivate var path: ChainPaths.Path
    /// How it stands among the readings of its cue.
    fileprivate var standing: Standing
  }

  /// The chain's other readings of the same cue, the likeliest first.
  package var others: [CueReading] {
    unread.map { other in
      var reading = CueReading(head: head, cueScore: cueScore, chainScore: chainScore, first: first)
      reading.take(
        ChainReader.labels(other.path.lanes, head: head - first),
        pathScore: pathScore + other.standing.lead
      )
      reading.standing = other.standing
      return reading
    }
  }

  /// Takes the likeliest paths through the window: what the first reads, how it stands among them, and what the others
  /// read.
  mutating func take(_ paths: [ChainPaths.Path], logSum: Float) {
    guard let best = paths.first else { return }
    take(ChainReader.labels(best.lanes, head: head - first), pathScore: best.score - logSum)
    let keys = paths.map { Self.keys($0.lanes, head: head - first) }
    let chances = paths.map { exponential(SIMD8(repeating: $0.score - logSum))[0] }
    func share(of number: Int) -> Standing {
      var standing = Standing()
      for other in paths.indices {
        let isContent = keys[other].content == keys[number].content
        let isSource = keys[other].source == keys[number].source
        if isContent { standing.content += chances[other] }
        if isSource { standing.source += chances[other] }
        if isContent, isSource { standing.both += chances[other] }
      }
      return standing
    }
    standing = share(of: 0)
    var known = [0]
    for number in paths.indices.dropFirst() where known.count <= Self.mostOthers {
      guard keys[number].content != 0, !known.contains(where: { keys[$0] == keys[number] }) else {
        continue
      }
      known.append(number)
      var other = Other(path: paths[number], standing: share(of: number))
      other.standing.rank = unread.count + 1
      other.standing.lead = paths[number].score - best.score
      unread.append(other)
    }
    if let next = unread.first { standing.lead = -next.standing.lead }
  }

  /// What tells a path's content and its source from those of other paths, 0 where there is none.
  private struct Keys: Equatable {
    var content: UInt64 = 0
    var source: UInt64 = 0
  }

  private static func keys(_ lanes: [UInt8], head: Int) -> Keys {
    var keys = Keys()
    for (at, lane) in lanes.enumerated() where lane != 0 || at == head {
      let place = UInt64(at) << 4 | UInt64(lane)
      switch ChainReader.label(Int(lane), isHead: at == head) {
      case .contentFirst, .contentLast, .contentOnly: keys.content = joined(keys.content, place)
      case .sourceFirst, .sourceInside, .cueAndSource: keys.source = joined(keys.source, place)
      default: break
      }
    }
    return keys
  }
}
