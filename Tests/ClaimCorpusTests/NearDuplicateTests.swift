import Testing

@testable import ClaimCorpus

/// Numbers that are the same every time.
private struct Numbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Shingles.mix(state)
  }
}

@Suite("Statements that say nearly the same")
struct NearDuplicateTests {
  @Test("are compared by their pairs of words, whatever marks and capitals stand around them")
  func shingles() {
    let one = Shingles("Harga beras naik 12 persen, kata dia.")
    #expect(one.count == 6)
    #expect(Shingles("“HARGA beras — naik 12 persen” kata\u{A0}dia").similarity(to: one) == 1)
    #expect(Shingles("harga beras turun 12 persen kata dia").similarity(to: one) == 4.0 / 8.0)
    #expect(Shingles("dia kata persen 12 naik beras harga").similarity(to: one) == 0)
    #expect(Shingles("").similarity(to: Shingles("")) == 0)
    #expect(Shingles("beras").similarity(to: Shingles("Beras!")) == 1)
    #expect(Shingles("kafé élan").similarity(to: Shingles("kafé élan")) == 1)
  }

  @Test("a sketch estimates Jaccard's coefficient as exactly as theory says")
  func estimate() {
    var numbers = Numbers(state: 1)
    let hash = MinHash(count: 512)
    var total = 0.0
    var trials = 0.0
    for percent in stride(from: 5, through: 95, by: 5) {
      for _ in 0..<6 {
        let size = Int.random(in: 20...200, using: &numbers)
        let shared = Set((0..<size * percent / 100).map { _ in numbers.next() })
        let left = shared.union((0..<(size - shared.count) / 2).map { _ in numbers.next() })
        let right = shared.union((0..<(size - shared.count) / 2).map { _ in numbers.next() })
        let exact = Shingles(hashes: left).similarity(to: Shingles(hashes: right))
        #expect(exact == Double(shared.count) / Double(left.union(right).count))
        let guess = MinHash.similarity(
          hash.sketch(Shingles(hashes: left)),
          hash.sketch(Shingles(hashes: right))
        )
        let deviation = (exact * (1 - exact) / 512).squareRoot()
        #expect(abs(guess - exact) <= 4.5 * deviation + 1e-9, "\(exact): \(guess)")
        total += guess - exact
        trials += 1
      }
    }
    // Errors of both signs: no bias.
    #expect(abs(total / trials) < 0.006)
  }

  /// A sentence of words from a vocabulary.
  private func sentence(_ length: Int, _ numbers: inout Numbers) -> [String] {
    (0..<length).map { _ in "kata\(Int.random(in: 0..<400, using: &numbers))" }
  }

  @Test("are grouped as comparing all with all groups them")
  func groups() {
    var numbers = Numbers(state: 2)
    var texts: [String] = []
    for _ in 0..<250 {
      var words = sentence(Int.random(in: 6...30, using: &numbers), &numbers)
      texts.append(words.joined(separator: " "))
      // Retold up to four times, each time from the telling before.
      for _ in 0..<Int.random(in: 0...4, using: &numbers) {
        for _ in 0..<Int.random(in: 0...max(1, words.count / 5), using: &numbers) {
          words[Int.random(in: words.indices, using: &numbers)] =
            "baru\(Int.random(in: 0..<400, using: &numbers))"
        }
        texts.append(words.joined(separator: " "))
      }
    }
    texts.shuffle(using: &numbers)
    let statements = texts.map { Shingles($0) }
    let found = NearDuplicates(threshold: 0.5).groups(statements)

    // The same by brute force: pairs first, then whatever hangs together.
    var pairs = 0
    var missed = 0
    var group = [Int](repeating: 0, count: texts.count)
    for (number, members) in found.enumerated() {
      for member in members { group[member] = number + 1 }
      #expect(members == members.sorted())
    }
    for one in statements.indices {
      for other in statements.indices.dropFirst(one + 1) {
        guard statements[one].similarity(to: statements[other]) >= 0.5 else { continue }
        pairs += 1
        if group[one] == 0 || group[one] != group[other] { missed += 1 }
      }
    }
    #expect(pairs > 300)
    #expect(missed <= pairs / 250, "\(missed) of \(pairs)")
    // Nobody is in a group without somebody alike in it.
    for members in found {
      for member in members {
        #expect(
          members.contains {
            $0 != member && statements[$0].similarity(to: statements[member]) >= 0.5
          }
        )
      }
    }
    #expect(NearDuplicates(threshold: 0.5).groups(statements) == found)
  }

  @Test("the same words a hundred thousand times are one group, found in no time")
  func repeated() {
    let one = Shingles("Pemerintah menegaskan bahwa semua warga akan menerima bantuan.")
    let other = Shingles("Tidak ada yang sama dengan kalimat yang ini.")
    let groups = NearDuplicates().groups([other] + [Shingles](repeating: one, count: 100_000))
    #expect(groups.map(\.count) == [100_000])
  }

  @Test("drift is shown word by word")
  func drift() {
    let first = "Kami akan memperbaiki 148 kios sebelum Lebaran"
    #expect(
      WordDrift(from: first, to: "Kami sudah memperbaiki 212 kios sebelum Lebaran tiba").description
        == "Kami [-akan-] {+sudah+} memperbaiki [-148-] {+212+} kios sebelum Lebaran {+tiba+}"
    )
    #expect(WordDrift(from: first, to: first).pieces == [.same(first)])
    #expect(WordDrift(from: "", to: "baru").pieces == [.new("baru")])
    #expect(WordDrift(from: "lama", to: "").pieces == [.gone("lama")])
    let long = String(repeating: "kata ", count: 1_001)
    #expect(WordDrift(from: long, to: "x").pieces == [.gone(long), .new("x")])
  }
}
