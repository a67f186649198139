import Foundation

/// A rendered page, taken apart again by other means than those that made it.
struct PageText {
  let page: String

  init(_ page: String) { self.page = page }

  /// The page without the program's own style and script, so that golden files change only when markup does.
  var withoutAssets: String {
    var text = page
    for tag in ["style", "script"] { text = text.emptying("<\(tag)>", "</\(tag)>") }
    return text.emptying("style-src ", ";").emptying("script-src ", ";")
  }

  /// The article without its notes, references and paragraph numbers, as a browser would read it.
  var articleText: String {
    let article = page.between("<article class=\"art\"", "</article>").after(">")
    return article.removing("<a class=\"pn\"", "</a>")
      .removing("<ol class=\"notes\"", "</ol>")
      .removing("<a class=\"ref", "</a>")
      .removing("<", ">")
      .readingReferences
  }
}

extension String {
  /// The text from the first `start` to the next `end`, without either.
  func between(_ start: String, _ end: String) -> String {
    guard let from = range(of: start) else { return "" }
    guard let to = range(of: end, range: from.upperBound..<endIndex) else { return "" }
    return String(self[from.upperBound..<to.lowerBound])
  }

  fileprivate func after(_ mark: String) -> String {
    range(of: mark).map { String(self[$0.upperBound...]) } ?? self
  }

  /// The text without each stretch from `start` to the next `end`.
  fileprivate func removing(_ start: String, _ end: String) -> String {
    var result = ""
    var rest = self[...]
    while let from = rest.range(of: start, options: .literal),
      let to = rest.range(of: end, options: .literal, range: from.upperBound..<rest.endIndex)
    {
      result += rest[..<from.lowerBound]
      rest = rest[to.upperBound...]
    }
    return result + rest
  }

  /// The text with nothing left between each `start` and the next `end`.
  fileprivate func emptying(_ start: String, _ end: String) -> String {
    var result = ""
    var rest = self[...]
    while let from = rest.range(of: start, options: .literal),
      let to = rest.range(of: end, options: .literal, range: from.upperBound..<rest.endIndex)
    {
      result += rest[..<from.upperBound]
      rest = rest[to.lowerBound...]
    }
    return result + rest
  }

  /// The text with HTML's five character references read.
  fileprivate var readingReferences: String {
    let marks = [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
    ]
    return marks.reduce(self) {
      $0.replacingOccurrences(of: $1.0, with: $1.1, options: .literal)
    }
  }
}
