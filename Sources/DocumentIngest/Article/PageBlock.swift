/// One block of a page as a reader sees it: text between two block boundaries.
struct PageBlock {
  /// What kinds of element it stands in.
  struct Place: OptionSet, Hashable {
    let rawValue: UInt32

    static let article = Place(rawValue: 1 << 0)
    static let main = Place(rawValue: 1 << 1)
    static let aside = Place(rawValue: 1 << 2)
    static let navigation = Place(rawValue: 1 << 3)
    static let header = Place(rawValue: 1 << 4)
    static let footer = Place(rawValue: 1 << 5)
    static let form = Place(rawValue: 1 << 6)
    static let figure = Place(rawValue: 1 << 7)
    static let figcaption = Place(rawValue: 1 << 8)
    static let list = Place(rawValue: 1 << 9)
    static let table = Place(rawValue: 1 << 10)
    static let quote = Place(rawValue: 1 << 11)
    static let button = Place(rawValue: 1 << 12)
    static let section = Place(rawValue: 1 << 13)
    static let articleBody = Place(rawValue: 1 << 14)
    static let address = Place(rawValue: 1 << 15)
    static let blockLink = Place(rawValue: 1 << 16)
    static let hidden = Place(rawValue: 1 << 17)
    static let preformatted = Place(rawValue: 1 << 18)

    static let count = 17
  }

  /// The block element it stands in.
  var node: Int
  /// Its words in ``PageBlocks/text``, white space collapsed.
  var range: Range<Int>
  /// The number of words.
  var words: Int
  /// The words inside links.
  var linkWords: Int
  /// The words in bold.
  var boldWords: Int
  /// The number of links.
  var links: Int
  /// Where it stands.
  var place: Place
  /// What the names of its element and the two around it say.
  var near: Cues
  /// How deep its element lies.
  var depth: Int
}
