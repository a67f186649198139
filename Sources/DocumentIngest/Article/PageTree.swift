/// What the tree of elements says about every element at once, each in one pass over the page.
struct PageTree {
  /// The words below each element.
  private(set) var words: [Int32]
  /// For each element, the largest group of like siblings that it or an element around it belongs to.
  private(set) var groups: [Repetition]
  /// How deep each element lies.
  private(set) var depths: [Int32]

  /// An element among siblings of the same tag and class, such as one comment of many or one teaser of a list.
  struct Repetition {
    /// The element, or -1 where there is no group.
    var node: Int32 = -1
    /// What tells the group from others.
    var key: UInt64 = 0
    /// How many of them have text.
    var count: Int32 = 1
    /// The words of all of them.
    var words: Int32 = 0
    /// Whether it is the first of them.
    var isFirst = true
  }

  private let page: HTMLPage

  /// Looks at a page and the blocks it was cut into.
  init(_ page: HTMLPage, _ blocks: PageBlocks) {
    self.page = page
    let count = page.nodes.count
    words = [Int32](repeating: 0, count: count)
    depths = [Int32](repeating: 0, count: count)
    groups = [Repetition](repeating: Repetition(), count: count)
    for block in blocks.blocks { words[block.node] += Int32(block.words) }
    // A parent comes before its children, so sums flow up from the end and what is around flows down from the start.
    for node in page.nodes.indices.reversed() where words[node] > 0 {
      let parent = Int(page.nodes[node].parent)
      if parent >= 0 { words[parent] += words[node] }
    }
    var known: [UInt64: Repetition] = [:]
    for node in page.nodes.indices where words[node] > 2 && Self.isContainer(page.nodes[node].tag) {
      let key = Self.key(of: node, in: page)
      var group = known[key] ?? Repetition(node: Int32(node), key: key, count: 0, words: 0)
      group.count += 1
      group.words += words[node]
      known[key] = group
    }
    for node in page.nodes.indices {
      let parent = Int(page.nodes[node].parent)
      let around = parent >= 0 ? groups[parent] : Repetition()
      if parent >= 0 { depths[node] = depths[parent] + 1 }
      groups[node] = around
      guard words[node] > 2, Self.isContainer(page.nodes[node].tag),
        var group = known[Self.key(of: node, in: page)], group.count > around.count
      else { continue }
      group.isFirst = group.node == Int32(node)
      group.node = Int32(node)
      groups[node] = group
    }
  }

  /// For each element, the innermost element around it that also lies around `other`; -1 for none.
  func meetings(with other: Int?) -> [Int32] {
    var meetings = [Int32](repeating: -1, count: page.nodes.count)
    var node = other ?? -1
    while node >= 0 {
      meetings[node] = Int32(node)
      node = Int(page.nodes[node].parent)
    }
    guard other != nil else { return meetings }
    for node in page.nodes.indices where meetings[node] < 0 {
      let parent = Int(page.nodes[node].parent)
      if parent >= 0 { meetings[node] = meetings[parent] }
    }
    return meetings
  }

  /// For each element, what the names say between it and the element that it shares with another one.
  func branches(_ meetings: [Int32], _ cues: [Cues]) -> [Cues] {
    var branches = cues
    for node in page.nodes.indices {
      if Int(meetings[node]) == node {
        branches[node] = []
      } else if page.nodes[node].parent >= 0 {
        branches[node].formUnion(branches[Int(page.nodes[node].parent)])
      }
    }
    return branches
  }

  /// Whether an element holds parts of pages rather than a piece of text.
  private static func isContainer(_ tag: HTMLTag) -> Bool {
    switch tag {
    case .div, .section, .article, .li, .aside, .custom, .table, .tbody, .tr, .dl, .ul, .ol, .a,
      .figure, .blockquote, .header, .main, .form, .td:
      return true
    default: return false
    }
  }

  private static func key(of node: Int, in page: HTMLPage) -> UInt64 {
    var key = Fingerprint()
    key.add(UInt64(UInt32(bitPattern: page.nodes[node].parent)))
    key.add(UInt64(page.nodes[node].tag.rawValue))
    // Classes such as `post-1234 odd` differ from sibling to sibling; the first letters mostly do not.
    if let name = page.value(.class, of: node) {
      for byte in name.prefix(12) where !byte.isDigit { key.add(UInt64(byte)) }
    }
    return key.value
  }
}
