/// How much text lies together: by parent, by grandparent, by likeness of element, and round the page's centre.
struct BlockGroups {
  /// What is known of the groups that one block is in.
  struct Sums {
    var parentWords: Float = 0
    var parentLinkShare: Float = 0
    var parentBlocks: Float = 0
    var grandparentWords: Float = 0
    var grandparentLinkShare: Float = 0
    var signatureWords: Float = 0
    var signatureLinkShare: Float = 0
    var signatureBlocks: Float = 0
    /// The score of the best container round the block, over the best of the page.
    var topShare: Float = 0
    /// Steps from the block up to a container that holds the page's best one, at most 12.
    var topDistance = 12
    /// How many other blocks have the same words.
    var repeats = 0
  }

  /// One entry a block.
  private(set) var sums: [Sums]
  /// The element that holds most of the page's running text, or nil where there is none.
  private(set) var top: Int?

  private struct Count {
    var words: Int32 = 0
    var links: Int32 = 0
    var blocks: Int32 = 0

    var share: Float { Float(links) / Float(max(1, words)) }

    mutating func add(_ block: PageBlock) {
      words += Int32(block.words)
      links += Int32(block.linkWords)
      blocks += 1
    }
  }

  /// Groups the blocks of a page.
  init(_ page: HTMLPage, _ blocks: PageBlocks) {
    let list = blocks.blocks
    sums = [Sums](repeating: Sums(), count: list.count)
    // Place 0 is that of the page itself, the parent of the root.
    var byNode = [Count](repeating: Count(), count: page.nodes.count + 1)
    var byGrandparent = byNode
    var bySignature: [UInt64: Count] = [:]
    var byText: [UInt64: Int] = [:]
    var scores = [Float](repeating: 0, count: page.nodes.count)
    var signatures: [UInt64] = []
    var hashes: [UInt64] = []
    for block in list {
      let parent = Int(page.nodes[block.node].parent)
      let grandparent = parent >= 0 ? Int(page.nodes[parent].parent) : -1
      let signature = Self.signature(of: block.node, in: page)
      let hash = Fingerprint.of(blocks.text[block.range])
      signatures.append(signature)
      hashes.append(hash)
      byNode[parent + 1].add(block)
      byGrandparent[grandparent + 1].add(block)
      bySignature[signature, default: Count()].add(block)
      byText[hash, default: 0] += 1
      Self.raise(&scores, block, page)
    }
    let most = scores.max() ?? 0
    top = most > 0 ? scores.firstIndex(of: most) : nil
    let around = Self.ancestors(of: top, in: page)
    for (index, block) in list.enumerated() {
      let parent = Int(page.nodes[block.node].parent)
      let grandparent = parent >= 0 ? Int(page.nodes[parent].parent) : -1
      let same = byNode[parent + 1]
      let wider = byGrandparent[grandparent + 1]
      let alike = bySignature[signatures[index]] ?? Count()
      var sum = Sums()
      sum.parentWords = Float(same.words - same.links)
      sum.parentLinkShare = same.share
      sum.parentBlocks = Float(same.blocks)
      sum.grandparentWords = Float(wider.words - wider.links)
      sum.grandparentLinkShare = wider.share
      sum.signatureWords = Float(alike.words - alike.links)
      sum.signatureLinkShare = alike.share
      sum.signatureBlocks = Float(alike.blocks)
      sum.repeats = min(9, (byText[hashes[index]] ?? 1) - 1)
      var node = block.node
      var step = 0
      var best: Float = 0
      while node >= 0, step < 12 {
        best = max(best, scores[node])
        if sum.topDistance == 12, around[node] { sum.topDistance = step }
        node = Int(page.nodes[node].parent)
        step += 1
      }
      sum.topShare = best / max(1, most)
      sums[index] = sum
    }
  }

  /// Adds a block's words to the containers round it, less the farther they are.
  private static func raise(_ scores: inout [Float], _ block: PageBlock, _ page: HTMLPage) {
    let share = Float(block.linkWords) / Float(max(1, block.words))
    guard share < 0.5, block.words > 5,
      block.place.isDisjoint(with: [.navigation, .footer, .form, .aside, .button])
    else { return }
    var weight = Float(block.words - 5) * (1 - share)
    var node = Int(page.nodes[block.node].parent)
    if page.nodes[block.node].tag.headingLevel == 0, page.nodes[block.node].tag == .div {
      node = block.node
    }
    var step = 0
    while node >= 0, step < 4 {
      scores[node] += weight
      weight *= 0.6
      node = Int(page.nodes[node].parent)
      step += 1
    }
  }

  /// Which elements are a node or lie around it, up to the page itself.
  private static func ancestors(of node: Int?, in page: HTMLPage) -> [Bool] {
    var marks = [Bool](repeating: false, count: page.nodes.count)
    var node = node ?? -1
    while node >= 0, page.nodes[node].tag != .body, page.nodes[node].tag != .html {
      marks[node] = true
      node = Int(page.nodes[node].parent)
    }
    return marks
  }

  /// The same for elements with the same tag and class under parents with the same tag and class.
  private static func signature(of node: Int, in page: HTMLPage) -> UInt64 {
    var signature = Fingerprint()
    var element = node
    for _ in 0..<2 where element >= 0 {
      signature.add(UInt64(page.nodes[element].tag.rawValue))
      if let name = page.value(.class, of: element) { signature.add(name) }
      element = Int(page.nodes[element].parent)
    }
    return signature.value
  }
}
