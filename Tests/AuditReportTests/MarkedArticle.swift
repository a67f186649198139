/// An article read back from its markup in one pass over its bytes, by other means than those that made it.
struct MarkedArticle {
  /// The article's text without what the page puts into it.
  private(set) var text: [UInt8] = []
  /// The words marked as each claim's.
  private(set) var words: [Int: [UInt8]] = [:]
  /// How many elements are named `t` and a claim's number.
  private(set) var names: [Int: Int] = [:]
  /// How many references lead to each claim.
  private(set) var references: [Int: Int] = [:]
  /// Whether every element closed before the one around it.
  private(set) var isNested = true

  private var open: [(name: [UInt8], claim: Int?, isAddition: Bool)] = []

  init(_ markup: [UInt8]) {
    var index = 0
    while index < markup.count {
      if markup[index] == UInt8(ascii: "<") {
        let end = markup[index...].firstIndex(of: UInt8(ascii: ">")) ?? markup.count - 1
        read(tag: markup[(index + 1)..<end])
        index = end + 1
      } else {
        let end = markup[index...].firstIndex(of: UInt8(ascii: "<")) ?? markup.count
        read(words: markup[index..<end])
        index = end
      }
    }
    isNested = isNested && open.isEmpty
  }

  private mutating func read(tag: ArraySlice<UInt8>) {
    if tag.first == UInt8(ascii: "/") {
      if let last = open.popLast(), tag.dropFirst().elementsEqual(last.name) { return }
      isNested = false
      return
    }
    let name = Array(tag.prefix { $0 != 0x20 })
    let isReference = tag.starts(with: Array("a class=\"ref f".utf8))
    let isAddition =
      isReference || tag.starts(with: Array("a class=\"pn\"".utf8))
      || tag.starts(with: Array("a class=\"ref".utf8)) || tag.starts(with: Array("ol ".utf8))
    let number = Self.number(after: isReference ? " href=\"#k" : " data-c=\"", in: tag)
    if isReference, let number { references[number, default: 0] += 1 }
    if let named = Self.number(after: " id=\"t", in: tag) { names[named, default: 0] += 1 }
    let isMark = name == Array("mark".utf8)
    open.append((name, isMark ? number : nil, isAddition))
  }

  private mutating func read(words bytes: ArraySlice<UInt8>) {
    if open.contains(where: { $0.isAddition }) { return }
    let read = Self.plain(bytes)
    text += read
    for case let claim? in open.map(\.claim) { words[claim, default: []] += read }
  }

  private static func number(after mark: String, in tag: ArraySlice<UInt8>) -> Int? {
    let mark = Array(mark.utf8)
    guard tag.count > mark.count else { return nil }
    for start in tag.startIndex..<(tag.endIndex - mark.count)
    where tag[start] == mark[0] && tag[start...].starts(with: mark) {
      let digits = tag[(start + mark.count)...].prefix { (0x30...0x39).contains($0) }
      return Int(String(decoding: digits, as: UTF8.self))
    }
    return nil
  }

  private static func plain(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "&")) else { return Array(bytes) }
    var text = String(decoding: bytes, as: UTF8.self)
    for (name, mark) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
    ] {
      text = text.replacing(name, with: mark)
    }
    return Array(text.utf8)
  }
}
