/// A parsed page in flat arrays: elements in document order, their attributes, and all text one after the other.
///
/// Nothing in it is a reference and nothing recursive, so that a page 200,000 elements deep costs what it weighs.
struct HTMLPage {
  /// One element.
  struct Node {
    var tag: HTMLTag
    /// The index of the element around it, or -1.
    var parent: Int32
    /// Where its text begins and ends in ``HTMLPage/text``.
    var textStart: Int32
    var textEnd: Int32
    /// Its first attribute in ``HTMLPage/attributes``, and how many there are.
    var firstAttribute: Int32
    var attributeCount: Int32
  }

  /// The attributes that are kept.
  enum Key: UInt8 {
    case `class`, id, itemprop, itemtype, rel, role, href, name, property, content, httpEquiv
    case datetime, type, lang, hidden, ariaHidden, ariaLabel, style, alt, src, testID, component
  }

  /// One attribute: its key and where its value stands in ``HTMLPage/values``.
  struct Attribute {
    var key: Key
    var value: Range<Int>
  }

  /// An element's start or end, and how much text came before it.
  struct Event {
    /// The element's index for a start, its complement for an end.
    var code: Int32
    /// Bytes of ``HTMLPage/text`` before it.
    var offset: Int32
  }

  var nodes: [Node] = []
  var attributes: [Attribute] = []
  /// The attributes' values and the contents of elements of raw text, references decoded where HTML says so.
  var values: [UInt8] = []
  /// All text, references decoded, white space as it came.
  var text: [UInt8] = []
  var events: [Event] = []
  /// Contents of `script` elements of a JSON type, in ``values``.
  var data: [Range<Int>] = []
  /// The content of the first `title` element, in ``values``.
  var title: Range<Int>?

  /// The value of an attribute of an element, or nil where it has none.
  func value(_ key: Key, of node: Int) -> ArraySlice<UInt8>? {
    let element = nodes[node]
    let first = Int(element.firstAttribute)
    for index in first..<(first + Int(element.attributeCount)) where attributes[index].key == key {
      return values[attributes[index].value]
    }
    return nil
  }

  /// The text inside an element, white space collapsed.
  func words(of node: Int) -> [UInt8] {
    ArticleBuilder.collapsed(text[Int(nodes[node].textStart)..<Int(nodes[node].textEnd)])
  }
}

extension HTMLPage.Key {
  /// The key of an attribute's name, or nil where the attribute is not kept.
  init?(name: ArraySlice<UInt8>) {
    guard
      let key = Self.byName.first(where: {
        name.count == $0.0.utf8.count && name.hasPrefix(ignoringCase: $0.0)
      })
    else { return nil }
    self = key.1
  }

  private static let byName: [(String, HTMLPage.Key)] = [
    ("class", .class), ("id", .id), ("href", .href), ("style", .style), ("name", .name),
    ("content", .content), ("property", .property), ("type", .type), ("rel", .rel),
    ("role", .role), ("lang", .lang), ("itemprop", .itemprop), ("itemtype", .itemtype),
    ("http-equiv", .httpEquiv), ("datetime", .datetime), ("hidden", .hidden),
    ("aria-hidden", .ariaHidden), ("aria-label", .ariaLabel), ("alt", .alt), ("src", .src),
    ("data-testid", .testID), ("data-component", .component),
  ]
}
