/// A page's `meta` and `link` elements and its declared language, by name.
struct MetaElements {
  /// Contents by lower-case name, in page order.
  private var contents: [String: [String]] = [:]
  /// The address of `link rel=canonical`.
  private(set) var canonical: String?
  /// The address of `link rel=next`.
  private(set) var next: String?
  /// The `lang` of the root element.
  private(set) var language: String?

  /// Reads a page.
  init(_ page: HTMLPage) {
    for (index, node) in page.nodes.enumerated() {
      switch node.tag {
      case .html:
        if language == nil { language = page.value(.lang, of: index).flatMap(Self.filled) }
      case .meta:
        let name =
          page.value(.property, of: index) ?? page.value(.name, of: index)
          ?? page.value(.itemprop, of: index) ?? page.value(.httpEquiv, of: index)
        guard let name, let content = page.value(.content, of: index).flatMap(Self.filled) else {
          continue
        }
        contents[name.string.lowercased(), default: []].append(content)
      case .link:
        guard let rel = page.value(.rel, of: index), let href = page.value(.href, of: index) else {
          continue
        }
        if rel.hasPrefix(ignoringCase: "canonical") { canonical = canonical ?? Self.filled(href) }
        if rel.elementsEqual("next".utf8) { next = next ?? Self.filled(href) }
      default: break
      }
    }
  }

  /// The first content under any of the names, tried in order.
  func first(_ names: String...) -> String? {
    for name in names {
      if let content = contents[name]?.first { return content }
    }
    return nil
  }

  /// Every content under a name.
  func all(_ name: String) -> [String] { contents[name] ?? [] }

  private static func filled(_ value: ArraySlice<UInt8>) -> String? {
    let words = ArticleBuilder.collapsed(value)
    return words.isEmpty ? nil : String(decoding: words, as: UTF8.self)
  }
}
