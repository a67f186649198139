/// What the tree of elements says about every element at once, each in one pass over the page.
struct PageTree {
  /// The words below each element.
  private(set) var words: [Int32]
  /// How deep each element lies.
  private(set) var depths: [Int32]

  /// Siblings of the same tag and class, such as the comments of a page or the teasers of a list.
  struct Group {
    /// The first of them that has text.
    var first: Int32
    /// How many of them have text.
    var count: Int32 = 0
    /// The words of all of them.
    var words: Int32 = 0
  }

  private var groups: [Group] = []
  /// For each element, the group it is in, or -1.
  private var groupOf: [Int32]
  /// For each element, the one that belongs to the largest group, it or one around it; -1 where there is none.
  private var members: [Int32]
  private let page: HTMLPage

  /// Looks at a page and the blocks it was cut into.
  init(_ page: HTMLPage, _ blocks: PageBlocks) {
    self.page = page
    let count = page.nodes.count
    words = [Int32](repeating: 0, count: count)
    depths = [Int32](repeating: 0, count: count)
    groupOf = [Int32](repeating: -1, count: count)
    members = groupOf
    for block in blocks.blocks { words[block.node] += Int32(block.words) }
    // A parent comes before its children, so sums flow up from the end and what is around flows down from the start.
    for node in page.nodes.indices.reversed() where words[node] > 0 {
      let parent = Int(page.nodes[node].parent)
      if parent >= 0 { words[parent] += words[node] }
    }
    var known: [UInt64: Int32] = [:]
    for node in page.nodes.indices where words[node] > 2 && Self.isContainer(page.nodes[node].tag) {
      let group = known[Self.key(of: node, in: page), default: Int32(groups.count)]
      if group == groups.count {
        known[Self.key(of: node, in: page)] = group
        groups.append(Group(first: Int32(node)))
      }
      groupOf[node] = group
      groups[Int(group)].count += 1
      groups[Int(group)].words += words[node]
    }
    for node in page.nodes.indices {
      let parent = Int(page.nodes[node].parent)
      if parent >= 0 {
        depths[node] = depths[parent] + 1
        members[node] = members[parent]
      }
      guard groupOf[node] >= 0 else { continue }
      let around = members[node] >= 0 ? groups[Int(groupOf[Int(members[node])])].count : 1
      if groups[Int(groupOf[node])].count > around { members[node] = Int32(node) }
    }
  }

  /// The largest group of like siblings that an element or one around it belongs to, and which of them it is.
  func group(around node: Int) -> (member: Int, Group)? {
    let member = Int(members[node])
    return member < 0 ? nil : (member, groups[Int(groupOf[member])])
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
