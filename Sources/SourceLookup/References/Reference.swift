public import ClaimModel

/// A source as people write it in a list of references.
public enum Reference {
  /// How a reference is written.
  public enum Style: String, Hashable, Sendable, CaseIterable {
    /// *Publication Manual of the American Psychological Association*, 7th edition.
    case apa
    /// *The Chicago Manual of Style*, 18th edition, author-date system.
    ///
    /// Titles keep the capitals they have; nobody can know by rule which words of a title are names.
    case chicago
  }

  /// A piece of a reference: its words, and whether print sets them in italics.
  public struct Run: Hashable, Sendable {
    /// The words, with the marks and spaces after them.
    public let text: String
    /// Whether they are the name of a work that stands alone, which print sets in italics.
    public let isEmphasised: Bool
  }

  /// The reference as plain text on one line.
  ///
  /// - Parameters:
  ///   - source: the source.
  ///   - style: the style.
  ///   - language: the language of dates and words; Indonesian, or English for anything else.
  /// - Returns: the reference.
  public static func text(
    _ source: Source,
    style: Style = .apa,
    language: LanguageTag = .english
  ) -> String {
    runs(source, style: style, language: language).map(\.text).joined()
  }

  /// The reference in pieces, so that a report can set titles in italics; together they are ``text(_:style:language:)``.
  public static func runs(
    _ source: Source,
    style: Style = .apa,
    language: LanguageTag = .english
  ) -> [Run] {
    let words = ReferenceWords(language)
    var sentences: [Sentence]
    switch style {
    case .apa: sentences = APAReference(source: source, words: words).sentences
    case .chicago: sentences = ChicagoReference(source: source, words: words).sentences
    }
    sentences.removeAll { $0.text.isEmpty }
    var runs: [Run] = []
    for (index, sentence) in sentences.enumerated() {
      let isLast = index == sentences.count - 1
      runs += sentence.runs(closing: !sentence.isAddress, space: !isLast)
    }
    return runs
  }

  /// A part of a reference that ends in a full stop, unless it ends in a mark of its own or is an address.
  struct Sentence {
    var text: String
    /// What follows ``text`` inside the same sentence, in plain type.
    var tail = ""
    var isEmphasised = false
    var isAddress = false

    fileprivate func runs(closing: Bool, space: Bool) -> [Run] {
      let whole = text + tail
      let stop = closing && !Self.isClosed(whole) ? "." : ""
      let end = tail + stop + (space ? " " : "")
      guard isEmphasised else { return [Run(text: text + end, isEmphasised: false)] }
      let head = Run(text: text, isEmphasised: true)
      return end.isEmpty ? [head] : [head, Run(text: end, isEmphasised: false)]
    }

    /// Whether a text ends in a mark after which no full stop is set.
    private static func isClosed(_ text: String) -> Bool {
      guard let last = text.unicodeScalars.last(where: { !"”\"'’)".unicodeScalars.contains($0) })
      else { return false }
      if text.unicodeScalars.last == ")" { return false }
      return ".?!…".unicodeScalars.contains(last)
    }
  }
}

extension Source {
  /// The work's address as a link: its DOI where it has one.
  var link: String? { doi == nil ? url ?? registryAddress : registryAddress }

  /// Whether the work stands alone (a report, a book, a page) rather than in something else.
  var standsAlone: Bool {
    switch type {
    case "article", "article-journal", "article-magazine", "article-newspaper", "chapter", "entry",
      "entry-dictionary", "entry-encyclopedia", "paper-conference", "review":
      return containerTitle == nil
    default: return true
    }
  }

  /// Whether readers look for the day it came out, not just the year.
  var isDated: Bool {
    [
      "article", "article-magazine", "article-newspaper", "broadcast", "interview",
      "motion_picture",
      "personal_communication", "post", "post-weblog", "speech", "webpage",
    ].contains(type)
  }
}
