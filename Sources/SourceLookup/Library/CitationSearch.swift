public import ClaimModel
import Foundation

/// A work that answers a search, and why.
public struct CitationMatch: Hashable, Sendable {
  /// The work.
  public let source: Source
  /// How much of what was asked for the work has, weighted by how rare it is and where it stands: above 0, at most 1.
  public let score: Double
  /// What was found where; a field appears once.
  public let reasons: [Reason]

  /// The words of the search that one field has.
  public struct Reason: Hashable, Sendable {
    /// The field they were found in.
    public let field: Field
    /// The searched words, folded (lower case, no accents), in the order of the search.
    public let words: [String]
  }

  /// A field that is searched.
  public enum Field: String, Hashable, Sendable, CaseIterable {
    /// The title.
    case title
    /// The names of who made it.
    case authors
    /// The year it was issued.
    case year
    /// What it appeared in.
    case container
    /// Who published it.
    case publisher
    /// Its name in the library.
    case id

    /// What a word found here counts, of 1.
    var weight: Double {
      switch self {
      case .title, .year, .id: return 1
      case .authors: return 0.95
      case .container, .publisher: return 0.8
      }
    }
  }
}

extension CitationLibrary {
  /// Finds works by words of their title, authors, container, publisher, year or name.
  ///
  /// Case and accents do not matter; the beginning of a word of three letters or more finds the word. Best first; equal
  /// ones stay in the order of the library. A work needs at least half of what is asked for, so that two words do not
  /// bring everything that has one of them.
  public func find(_ query: String, limit: Int = 20) -> [CitationMatch] {
    var terms: [String] = []
    for word in FoldedWords.of(query) where !terms.contains(word) { terms.append(word) }
    guard !terms.isEmpty else { return [] }
    let sources = self.sources
    let found = sources.map { Self.fields(of: $0, with: terms) }
    let weights = terms.indices.map { term in
      let count = found.count { $0[term] != nil }
      return count == 0 ? 1 : log(1 + Double(sources.count) / Double(count))
    }
    let total = weights.reduce(0, +)
    var matches: [CitationMatch] = []
    for (source, hits) in zip(sources, found) {
      let score = zip(hits, weights).reduce(0) { $0 + ($1.0?.strength ?? 0) * $1.1 } / total
      guard score >= 0.5 else { continue }
      matches.append(
        CitationMatch(source: source, score: score, reasons: Self.reasons(hits, terms))
      )
    }
    let ranked = matches.enumerated().sorted {
      ($1.element.score, $0.offset) < ($0.element.score, $1.offset)
    }
    return ranked.prefix(limit).map(\.element)
  }

  /// Where a searched word stands in a work, and what that counts.
  private struct Hit {
    var field: CitationMatch.Field
    var strength: Double
  }

  /// The best place of each term in a work.
  private static func fields(of source: Source, with terms: [String]) -> [Hit?] {
    var hits = [Hit?](repeating: nil, count: terms.count)
    for field in CitationMatch.Field.allCases {
      let words = FoldedWords.of(text(of: field, source))
      for (index, term) in terms.enumerated() {
        let match = words.contains(term) ? 1 : words.contains { extends($0, term) } ? 0.7 : 0
        let strength = match * field.weight
        if strength > hits[index]?.strength ?? 0 {
          hits[index] = Hit(field: field, strength: strength)
        }
      }
    }
    return hits
  }

  private static func extends(_ word: String, _ term: String) -> Bool {
    term.utf8.count >= 3 && word.hasPrefix(term)
  }

  private static func text(of field: CitationMatch.Field, _ source: Source) -> String {
    switch field {
    case .title: return source.title
    case .authors: return source.authors.map(\.displayName).joined(separator: " ")
    case .year: return source.issued.map { String($0.prefix(4)) } ?? ""
    case .container: return source.containerTitle ?? ""
    case .publisher: return source.publisher ?? ""
    case .id: return source.id.rawValue
    }
  }

  private static func reasons(_ hits: [Hit?], _ terms: [String]) -> [CitationMatch.Reason] {
    CitationMatch.Field.allCases.compactMap { field in
      let words = zip(hits, terms).filter { $0.0?.field == field }.map(\.1)
      return words.isEmpty ? nil : CitationMatch.Reason(field: field, words: words)
    }
  }
}
