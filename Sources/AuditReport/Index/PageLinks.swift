/// Links from one page of a list to the others.
struct PageLinks {
  /// Up to so many pages, each page links to every other.
  ///
  /// Beyond, the links alone would grow with the square of the list.
  static let most = 200

  let count: Int
  let current: Int
  let fileName: (Int) -> String

  /// The pages that are named, counted from 0: all, or those beside this one, the ends, and some on the way.
  var shown: [Int] {
    guard count > Self.most else { return Array(0..<count) }
    var step = 10
    while count / step > 50 { step *= 10 }
    return (0..<count).filter {
      abs($0 - current) <= 5 || $0 == 0 || $0 == count - 1 || ($0 + 1).isMultiple(of: step)
    }
  }

  /// The links, with an ellipsis where pages are passed over.
  var markup: Markup {
    var links: [Markup] = []
    var last = -1
    for page in shown {
      if page > last + 1 { links.append("…") }
      links.append(
        page == current
          ? "<b aria-current=\"page\">\(page + 1)</b>"
          : "<a href=\"\(fileName(page))\">\(page + 1)</a>"
      )
      last = page
    }
    return Markup.joined(links, by: " ")
  }
}
