import DocumentIngest
import Foundation

/// A page with what its blocks are: the article's or not.
struct TrainingPage: Sendable {
  let id: String
  /// The set it comes from, which is the part of its name before the first hyphen.
  let set: String
  /// Its site; pages of one site are never on both sides of a test.
  let site: String
  let page: IsolationPage
  let truth: String
  /// Which blocks are the article's.
  let answers: [Bool]
  /// How much each block counts.
  let importance: [Float]

  /// Reads the pages that the truth files name.
  ///
  /// - Parameters:
  ///   - folder: where the pages lie, as `NAME.html.gz`.
  ///   - truths: JSON files, each an object of `{"articleBody", "url"}` by name.
  /// - Returns: the pages, sorted by name; those without any text are left out.
  /// - Throws: where a file cannot be read.
  static func read(_ folder: String, _ truths: [String]) throws -> [TrainingPage] {
    var pages: [TrainingPage] = []
    for path in truths {
      let data = try Data(contentsOf: URL(filePath: path))
      let truth = try JSONDecoder().decode([String: Truth].self, from: data)
      for (id, entry) in truth {
        let file = URL(filePath: folder).appending(path: "\(id).html.gz")
        let page = try IsolationPage([UInt8](try Data(contentsOf: file)))
        guard !page.words.isEmpty else { continue }
        pages.append(TrainingPage(id: id, page: page, entry))
      }
    }
    return pages.sorted { $0.id < $1.id }
  }

  private struct Truth: Decodable {
    var articleBody: String
    var url: String?
  }

  private init(id: String, page: IsolationPage, _ truth: Truth) {
    self.id = id
    set = id.split(separator: "-").first.map { String($0) } ?? ""
    site = truth.url.flatMap { Self.site(of: $0) } ?? id
    self.page = page
    self.truth = truth.articleBody
    answers = Self.answers(page, truth.articleBody)
    importance = page.words.map { min(Float($0 + 1).squareRoot(), 12) / 3 }
  }

  /// The last two parts of the host, or three where the second last is short (`example.co.uk`).
  private static func site(of url: String) -> String? {
    guard let host = URL(string: url)?.host(percentEncoded: false) else { return nil }
    let parts = host.lowercased().split(separator: ".")
    let kept = parts.count > 2 && parts[parts.count - 2].count <= 3 ? 3 : 2
    return parts.suffix(kept).joined(separator: ".")
  }

  /// The longest blocks first take their words from the truth, so that a teaser with the same words comes away empty.
  private static func answers(_ page: IsolationPage, _ truth: String) -> [Bool] {
    let truthWords = Shingles.words(of: truth)
    let whole = " " + truthWords.joined(separator: " ") + " "
    var left = Shingles(words: truthWords)
    var answers = [Bool](repeating: false, count: page.words.count)
    let words = page.words.indices.map { index in
      let kept = page.article(of: [index])
      return Shingles.words(of: kept.isEmpty ? page.text(of: index) : kept)
    }
    for index in page.words.indices.sorted(by: { (-page.words[$0], $0) < (-page.words[$1], $1) }) {
      if words[index].count >= 4 {
        let own = Shingles(words: words[index])
        answers[index] = own.shared(with: left) * 2 >= own.total
        if answers[index] { left.remove(own) }
      } else if !words[index].isEmpty {
        answers[index] = whole.contains(" " + words[index].joined(separator: " ") + " ")
      }
    }
    // A word or two stand in many places; they count only where the article is.
    let sure = answers.indices.filter { answers[$0] && page.words[$0] >= 8 }
    guard let first = sure.first, let last = sure.last else { return answers }
    for index in answers.indices where words[index].count < 4 {
      if index < first - 2 || index > last + 2 { answers[index] = false }
    }
    return answers
  }
}
