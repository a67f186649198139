/// Why bytes did not become a document.
///
/// The cases are facts; ``description`` words them in English, and whoever speaks another language words them anew.
public enum IngestError: Error, Hashable, Sendable {
  /// There are no bytes, or nothing but white space.
  case empty
  /// The bytes are no text; `looksLike` names the format where it is known: `PNG`, `PDF`, `ZIP`.
  case binary(looksLike: String?)
  /// The input is larger than the limit, both in bytes.
  case tooLarge(bytes: Int, limit: Int)
  /// The page holds no article; `words` counts the words it shows.
  case noArticle(words: Int)
  /// The input is a list of articles, not one: an RSS or Atom feed, a sitemap.
  case listOfPages(kind: String)
  /// The page only shows other pages in frames; `url` is the first one's address.
  case frames(url: String?)
  /// The page is written by a script when it is shown, so its file holds no article.
  case needsScript(words: Int)
  /// The page shows the first words of an article that has to be paid for.
  case paywall(words: Int)
  /// The page says that there is nothing at its address.
  case missingPage(words: Int)
  /// A PDF file of so many pages holds pictures of text.
  case picturesOnly(pages: Int)
  /// The declared charset is not one that can be read.
  case unknownCharset(String)
  /// A program that is needed to read this format is not installed.
  case missingProgram(name: String, package: String, format: String)
  /// The file is of a known format but damaged.
  case damaged(format: String)
}

extension IngestError: CustomStringConvertible {
  /// What happened and what to do, in one line of English.
  public var description: String {
    switch self {
    case .empty:
      "the file is empty"
    case .binary(let format?):
      "the file is not text: it looks like \(format)"
    case .binary(nil):
      "the file is not text"
    case .tooLarge(let bytes, let limit):
      "the file has \(bytes) bytes, more than the limit of \(limit)"
    case .noArticle(let words):
      "no article found: the page has \(words) \(words == 1 ? "word" : "words")"
    case .listOfPages(let kind):
      "no article found: this is \(kind), a list of pages; add one of its pages instead"
    case .frames(let url?):
      "no article found: the page only shows another one; add \(url) instead"
    case .frames(nil):
      "no article found: the page only shows others in frames; add one of those instead"
    case .needsScript(let words):
      "no article found: the page has \(words) \(words == 1 ? "word" : "words") "
        + "and needs JavaScript; save it from a browser once it shows the article"
    case .paywall(let words):
      "no article found: the page shows \(words) \(words == 1 ? "word" : "words") of it and asks to "
        + "subscribe; save it from a browser that is signed in"
    case .missingPage(let words):
      "no article found: the page has \(words) \(words == 1 ? "word" : "words") and says that there "
        + "is nothing at its address"
    case .picturesOnly(let pages):
      "the PDF has \(pages) \(pages == 1 ? "page" : "pages") and no text: it holds pictures; "
        + "make it searchable first, for instance with ocrmypdf"
    case .unknownCharset(let label):
      "the charset “\(label)” cannot be read; convert the file to UTF-8"
    case .missingProgram(let name, let package, let format):
      "reading \(format) needs \(name), which is not installed; install the package \(package)"
    case .damaged(let format):
      "the file is damaged: it begins like \(format) but cannot be read as such"
    }
  }
}
