/// Cuts a parsed page into blocks in one pass over its events.
struct PageBlocks {
  /// The blocks that show text, in page order.
  private(set) var blocks: [PageBlock] = []
  /// Their text, one after the other with a line end between two.
  private(set) var text: [UInt8] = []
  /// What the names of each element say, one entry an element of the page.
  private(set) var cues: [Cues] = []

  /// What holds inside an open element.
  private struct Context {
    var node: Int
    var tag: HTMLTag
    var place: PageBlock.Place
    var own: Cues
    var parentCues: Cues
    var near: Cues
    var isLink: Bool
    var isBold: Bool
  }

  private let page: HTMLPage
  private var stack: [Context] = []
  /// The index in `stack` of the innermost block element.
  private var holders: [Int] = []
  private var current: PageBlock?
  private var pendingSpace = false
  private var breaks = 0
  private var inWord = false
  private var ideographs = 0
  private var known: [UInt64: Cues] = [:]

  /// Cuts `page`.
  init(_ page: HTMLPage) {
    self.page = page
    text.reserveCapacity(page.text.count)
    cues = [Cues](repeating: [], count: page.nodes.count)
    var offset = 0
    for event in page.events {
      addText(offset..<Int(event.offset))
      offset = Int(event.offset)
      if event.code >= 0 { open(Int(event.code)) } else { close() }
    }
    addText(offset..<page.text.count)
    flush()
    stack = []
    known = [:]
  }

  /// What names say; a page repeats the same ones many times.
  private mutating func cues(of names: ArraySlice<UInt8>) -> Cues {
    let hash = Fingerprint.of(names)
    if let known = known[hash] { return known }
    let cues = Cues.of(names)
    known[hash] = cues
    return cues
  }

  private mutating func open(_ node: Int) {
    let tag = page.nodes[node].tag
    let parent = stack.last
    if tag == .br {
      breaks += 1
      pendingSpace = true
      if breaks == 2 { flush() }
    } else if tag == .hr {
      flush()
    }
    var place = parent?.place ?? []
    place.formUnion(Self.place(of: tag))
    var own: Cues = []
    var isLink = parent?.isLink ?? false
    if page.nodes[node].attributeCount > 0 {
      let element = page.nodes[node]
      let first = Int(element.firstAttribute)
      for attribute in page.attributes[first..<(first + Int(element.attributeCount))] {
        let value = page.values[attribute.value]
        switch attribute.key {
        case .class, .id, .testID, .component: own.formUnion(cues(of: value))
        case .href: if tag == .a { isLink = true }
        // React sends parts of a page hidden, with such an id, and shows them by a script.
        case .hidden:
          if page.value(.id, of: node)?.starts(with: "S:".utf8) != true { place.insert(.hidden) }
        case .ariaHidden: if value.elementsEqual("true".utf8), tag != .span { own.insert(.hidden) }
        case .style: if Self.hides(value) { place.insert(.hidden) }
        case .itemprop:
          if value.hasPrefix(ignoringCase: "articlebody") {
            place.insert(.articleBody)
            own.insert(.declaredBody)
          }
        case .role: place.formUnion(Self.place(ofRole: value))
        default: break
        }
      }
    }
    cues[node] = own
    if tag.isHidden { place.insert(.hidden) }
    if isLink, !tag.isInline { place.insert(.blockLink) }
    if !tag.isInline {
      flush()
      holders.append(stack.count)
    }
    stack.append(
      Context(
        node: node,
        tag: tag,
        place: place,
        own: own,
        parentCues: parent?.own ?? [],
        near: own.union(parent?.own ?? []).union(parent?.parentCues ?? []),
        isLink: isLink,
        isBold: (parent?.isBold ?? false) || tag == .b || tag == .strong
      )
    )
    if tag == .a, isLink, current != nil {
      current?.links += 1
    } else if tag == .a {
      startsLink = true
    }
  }

  private var startsLink = false

  private mutating func close() {
    guard let context = stack.popLast() else { return }
    if !context.tag.isInline {
      flush()
      holders.removeLast()
    }
    if context.tag == .a { startsLink = false }
  }

  private mutating func addText(_ range: Range<Int>) {
    guard !range.isEmpty, let context = stack.last else { return }
    let source = page.text[range]
    if context.place.contains(.hidden) { return }
    var index = source.startIndex
    while index < source.endIndex {
      let width = WhiteSpace.width(at: index, in: source)
      if width > 0 {
        pendingSpace = true
        index += width
        continue
      }
      if current == nil { start(context) }
      if pendingSpace {
        if let current, text.count > current.range.lowerBound { text.append(0x20) }
        inWord = false
        pendingSpace = false
      }
      breaks = 0
      // Scripts without spaces: every second character, each of three bytes, counts as a word.
      if (0xE3...0xE9).contains(source[index]) {
        ideographs += 1
        if ideographs % 2 == 0 { inWord = false }
      }
      if !inWord {
        inWord = true
        current?.words += 1
        if context.isLink { current?.linkWords += 1 }
        if context.isBold { current?.boldWords += 1 }
      }
      text.append(source[index])
      index += 1
    }
  }

  private mutating func start(_ context: Context) {
    let holder = holders.last.map { stack[$0] } ?? context
    if !text.isEmpty { text.append(0x0A) }
    pendingSpace = false
    inWord = false
    current = PageBlock(
      node: holder.node,
      range: text.count..<text.count,
      words: 0,
      linkWords: 0,
      boldWords: 0,
      links: startsLink ? 1 : 0,
      place: context.place,
      near: holder.near,
      depth: stack.count
    )
    startsLink = false
  }

  private mutating func flush() {
    pendingSpace = false
    breaks = 0
    guard var block = current else { return }
    current = nil
    block.range = block.range.lowerBound..<text.count
    blocks.append(block)
  }

  private static func place(of tag: HTMLTag) -> PageBlock.Place {
    switch tag {
    case .article: .article
    case .main: .main
    case .aside: .aside
    case .nav, .menu: .navigation
    case .header: .header
    case .footer: .footer
    case .form, .fieldset: .form
    case .figure: .figure
    case .figcaption: [.figure, .figcaption]
    case .ul, .ol, .dl: .list
    case .table: .table
    case .blockquote: .quote
    case .button: .button
    case .section: .section
    case .address: .address
    case .pre: .preformatted
    default: []
    }
  }

  private static func place(ofRole role: ArraySlice<UInt8>) -> PageBlock.Place {
    switch role.string {
    case "main": .main
    case "article": .article
    case "navigation", "menu", "menubar": .navigation
    case "complementary": .aside
    case "banner": .header
    case "contentinfo": .footer
    case "search", "form": .form
    case "button", "tab": .button
    case "dialog", "alertdialog": .hidden
    default: []
    }
  }

  /// Whether a style says that nothing is shown.
  private static func hides(_ style: ArraySlice<UInt8>) -> Bool {
    guard let display = style.range(ofIgnoringCase: "display") else { return false }
    let value = style[display.upperBound...].drop { $0.isSpace || $0 == UInt8(ascii: ":") }
    return value.hasPrefix(ignoringCase: "none")
  }
}
