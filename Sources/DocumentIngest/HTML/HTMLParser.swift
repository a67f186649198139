/// Reads a page's bytes into an ``HTMLPage``, the way browsers do where it matters to text.
///
/// It follows the tokenizer of the HTML standard (13.2.5) and of the tree construction the parts that decide where text
/// belongs: void and raw text elements, implied end tags, scopes. Formatting elements that cross blocks are not cloned;
/// they end where the block around them ends. Time is linear in the page's size.
struct HTMLParser {
  /// How far an end tag or an implied end looks for its start; real pages are at most about 50 elements deep.
  private static let reach = 512

  private let bytes: [UInt8]
  private var index = 0
  private var page = HTMLPage()
  /// The open elements.
  private var open: [Int32] = []
  /// How many elements of each tag are open, so that a stray end tag costs nothing.
  private var openCount = [Int32](repeating: 0, count: HTMLTag.allCases.count)

  /// Parses valid UTF-8.
  static func parse(_ utf8: [UInt8]) -> HTMLPage {
    var parser = HTMLParser(bytes: utf8)
    parser.run()
    return parser.page
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
    page.text.reserveCapacity(bytes.count / 4)
    page.nodes.reserveCapacity(bytes.count / 60)
    page.events.reserveCapacity(bytes.count / 30)
    page.values.reserveCapacity(bytes.count / 8)
    page.attributes.reserveCapacity(bytes.count / 60)
  }

  private mutating func run() {
    let end = bytes.count
    while index < end {
      if bytes[index] == UInt8(ascii: "<"), index + 1 < end {
        let next = bytes[index + 1]
        if next.isLetter {
          readStartTag()
          continue
        }
        if next == UInt8(ascii: "/") {
          readEndTag()
          continue
        }
        if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") {
          skipDeclaration()
          continue
        }
      }
      readText()
    }
    while let last = open.last {
      close(last)
    }
  }

  // MARK: - Text

  private mutating func readText() {
    let start = index
    index += 1
    while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
    HTMLEntities.decode(bytes, start..<index, into: &page.text)
  }

  // MARK: - Tags

  private mutating func readStartTag() {
    let name = (index + 1)..<(index + 1 + nameLength(at: index + 1))
    index = name.upperBound
    let tag = HTMLTag(name: bytes[name])
    closeImplied(before: tag)
    let node = page.nodes.count
    page.nodes.append(
      HTMLPage.Node(
        tag: tag,
        parent: open.last ?? -1,
        textStart: Int32(page.text.count),
        textEnd: Int32(page.text.count),
        firstAttribute: Int32(page.attributes.count),
        attributeCount: 0
      )
    )
    let isSelfClosing = readAttributes()
    page.nodes[node].attributeCount =
      Int32(page.attributes.count) - page.nodes[node].firstAttribute
    page.events.append(HTMLPage.Event(code: Int32(node), offset: Int32(page.text.count)))
    if tag.isVoid || (isSelfClosing && (tag == .other || tag == .custom)) {
      page.events.append(HTMLPage.Event(code: ~Int32(node), offset: Int32(page.text.count)))
      return
    }
    open.append(Int32(node))
    openCount[Int(tag.rawValue)] += 1
    if tag.isRawText { readRawText(of: tag, name: bytes[name], node: node) }
  }

  private func nameLength(at start: Int) -> Int {
    var end = start
    while end < bytes.count, !bytes[end].endsName { end += 1 }
    return end - start
  }

  /// Reads the attributes up to and with `>`; returns whether the tag ends in `/>`.
  private mutating func readAttributes() -> Bool {
    var isSelfClosing = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: ">") {
        index += 1
        return isSelfClosing
      }
      if byte.isSpace || byte == UInt8(ascii: "/") {
        isSelfClosing = byte == UInt8(ascii: "/")
        index += 1
        continue
      }
      isSelfClosing = false
      readAttribute()
    }
    return isSelfClosing
  }

  private mutating func readAttribute() {
    let nameStart = index
    index += 1
    while index < bytes.count, !bytes[index].endsName, bytes[index] != UInt8(ascii: "=") {
      index += 1
    }
    let name = nameStart..<index
    while index < bytes.count, bytes[index].isSpace { index += 1 }
    var value = index..<index
    if index < bytes.count, bytes[index] == UInt8(ascii: "=") {
      index += 1
      while index < bytes.count, bytes[index].isSpace { index += 1 }
      value = readValue()
    }
    guard let key = HTMLPage.Key(name: bytes[name]) else { return }
    let start = page.values.count
    HTMLEntities.decode(bytes, value, into: &page.values)
    page.attributes.append(HTMLPage.Attribute(key: key, value: start..<page.values.count))
  }

  private mutating func readValue() -> Range<Int> {
    guard index < bytes.count else { return index..<index }
    let quote = bytes[index]
    if quote == 0x22 || quote == 0x27 {
      index += 1
      let start = index
      while index < bytes.count, bytes[index] != quote { index += 1 }
      let end = index
      index = min(index + 1, bytes.count)
      return start..<end
    }
    let start = index
    while index < bytes.count, !bytes[index].isSpace, bytes[index] != UInt8(ascii: ">") {
      index += 1
    }
    return start..<index
  }

  private mutating func readEndTag() {
    let nameStart = index + 2
    let length = nameLength(at: nameStart)
    index = nameStart + length
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") { index += 1 }
    index = min(index + 1, bytes.count)
    guard length > 0, bytes[nameStart].isLetter else { return }
    end(HTMLTag(name: bytes[nameStart..<(nameStart + length)]))
  }

  /// Skips a comment, a doctype, a processing instruction or a CDATA section's marks.
  private mutating func skipDeclaration() {
    let rest = bytes[index...]
    if rest.starts(with: "<!--".utf8) {
      index += 4
      if index < bytes.count, bytes[index] == UInt8(ascii: ">") {
        index += 1
        return
      }
      while index < bytes.count {
        if bytes[index] == UInt8(ascii: ">"), bytes[index - 1] == 0x2D, bytes[index - 2] == 0x2D {
          index += 1
          return
        }
        index += 1
      }
      return
    }
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") { index += 1 }
    index = min(index + 1, bytes.count)
  }

  /// Reads the content of a script, a style and the like up to its end tag.
  private mutating func readRawText(of tag: HTMLTag, name: ArraySlice<UInt8>, node: Int) {
    let start = index
    var end = bytes.count
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<"), isEndTag(named: name) {
        end = index
        break
      }
      index += 1
    }
    if tag == .title, page.title == nil, openCount[Int(HTMLTag.svg.rawValue)] == 0 {
      let from = page.values.count
      HTMLEntities.decode(bytes, start..<end, into: &page.values)
      page.title = from..<page.values.count
    } else if tag == .script, page.value(.type, of: node)?.range(ofIgnoringCase: "ld+json") != nil {
      let from = page.values.count
      page.values.append(contentsOf: bytes[start..<end])
      page.data.append(from..<page.values.count)
    }
    if index < bytes.count { readEndTag() } else { self.end(tag) }
  }

  private func isEndTag(named name: ArraySlice<UInt8>) -> Bool {
    let after = index + 2 + name.count
    guard after <= bytes.count, bytes[index + 1] == UInt8(ascii: "/") else { return false }
    var position = index + 2
    for byte in name {
      if bytes[position].lowered != byte.lowered { return false }
      position += 1
    }
    return after == bytes.count || bytes[after].endsName
  }

  // MARK: - Tree

  /// Ends the elements that the start of `tag` ends without saying so.
  private mutating func closeImplied(before tag: HTMLTag) {
    if tag.closesParagraph, isOpen(.p) { end(.p) }
    switch tag {
    case .li: endNearest(of: [.li], within: [.ul, .ol, .menu])
    case .dd, .dt: endNearest(of: [.dd, .dt], within: [.dl])
    case .option, .optgroup: endNearest(of: [.option], within: [.select])
    case .tr: endNearest(of: [.tr, .caption], within: [.table])
    case .td, .th: endNearest(of: [.td, .th], within: [.tr, .table])
    case .thead, .tbody, .tfoot: endNearest(of: [.thead, .tbody, .tfoot], within: [.table])
    case .a: if isOpen(.a) { end(.a) }
    case .body: if isOpen(.head) { end(.head) }
    case .h1, .h2, .h3, .h4, .h5, .h6:
      if let last = open.last, page.nodes[Int(last)].tag.headingLevel > 0 { close(last) }
    default: break
    }
  }

  private func isOpen(_ tag: HTMLTag) -> Bool { openCount[Int(tag.rawValue)] > 0 }

  /// Ends the innermost open element of one of `tags` that lies inside the innermost of `limits`.
  private mutating func endNearest(of tags: [HTMLTag], within limits: [HTMLTag]) {
    guard tags.contains(where: isOpen) else { return }
    for node in open.suffix(Self.reach).reversed() {
      let tag = page.nodes[Int(node)].tag
      if tags.contains(tag) { return closeThrough(node) }
      if limits.contains(tag) { return }
    }
  }

  /// Ends the innermost open `tag`, if an end tag here reaches it.
  private mutating func end(_ tag: HTMLTag) {
    guard isOpen(tag) else { return }
    for node in open.suffix(Self.reach).reversed() {
      let candidate = page.nodes[Int(node)].tag
      if candidate == tag { return closeThrough(node) }
      if candidate.isScope, !tag.isScope || tag == .caption, !Self.isTablePart(tag) { return }
      // An inline end tag does not end the blocks around which its element was opened.
      if tag.isInline, !candidate.isInline { return }
    }
  }

  private static func isTablePart(_ tag: HTMLTag) -> Bool {
    [.table, .tr, .td, .th, .tbody, .thead, .tfoot, .body, .html].contains(tag)
  }

  private mutating func closeThrough(_ node: Int32) {
    while let last = open.last {
      close(last)
      if last == node { return }
    }
  }

  private mutating func close(_ node: Int32) {
    open.removeLast()
    openCount[Int(page.nodes[Int(node)].tag.rawValue)] -= 1
    page.nodes[Int(node)].textEnd = Int32(page.text.count)
    page.events.append(HTMLPage.Event(code: ~node, offset: Int32(page.text.count)))
  }
}

extension UInt8 {
  /// Whether a tag's or an attribute's name ends before this byte.
  fileprivate var endsName: Bool { isSpace || self == 0x3E || self == 0x2F }
}
