/// Which tokens are content already, and of which attribution.
struct TakenTokens {
  /// The number of the attribution that each token is content of, from 1; 0 for none.
  private var owners: [Int32]
  /// The number of a second attribution where two nest.
  private var inner: [Int32]
  /// Each attribution's content.
  private var contents: [[Range<Int>]] = [[]]
  /// How many tokens each attribution shares with those that are asked about; 0 in between.
  private var shares: [Int32] = [0]

  init(count: Int) {
    owners = Array(repeating: 0, count: count)
    inner = owners
  }

  /// The attributions, numbered from 0, that share more than this part of the shorter content with some tokens.
  mutating func rivals(of content: [Range<Int>], sharing limit: Double) -> [Int] {
    var rivals: [Int32] = []
    var size = 0
    for piece in content {
      size += piece.count
      for token in piece {
        count(owners[token], &rivals)
        count(inner[token], &rivals)
      }
    }
    defer { for owner in rivals { shares[Int(owner)] = 0 } }
    return rivals.compactMap { owner in
      let other = contents[Int(owner)].reduce(0) { $0 + $1.count }
      return Double(shares[Int(owner)]) > limit * Double(min(size, other)) ? Int(owner) - 1 : nil
    }
  }

  private mutating func count(_ owner: Int32, _ rivals: inout [Int32]) {
    guard owner > 0 else { return }
    if shares[Int(owner)] == 0 { rivals.append(owner) }
    shares[Int(owner)] += 1
  }

  /// Takes the tokens for the next attribution.
  mutating func take(_ content: [Range<Int>]) {
    let owner = Int32(contents.count)
    contents.append(content)
    shares.append(0)
    mark(content, owner)
  }

  /// Gives an attribution other tokens than it had.
  mutating func retake(_ number: Int, _ content: [Range<Int>]) {
    let owner = Int32(number + 1)
    guard contents[number + 1] != content else { return }
    for piece in contents[number + 1] {
      for token in piece {
        if inner[token] == owner { inner[token] = 0 }
        if owners[token] == owner {
          owners[token] = inner[token]
          inner[token] = 0
        }
      }
    }
    contents[number + 1] = content
    mark(content, owner)
  }

  private mutating func mark(_ content: [Range<Int>], _ owner: Int32) {
    for piece in content {
      for token in piece {
        if owners[token] == 0 { owners[token] = owner } else { inner[token] = owner }
      }
    }
  }

  /// Whether none of the tokens is taken.
  func isFree(_ tokens: Range<Int>) -> Bool { owners[tokens].allSatisfy { $0 == 0 } }
}
