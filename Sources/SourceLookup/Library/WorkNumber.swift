import Foundation

/// The numbers that registries give to works, as they stand in fields and in running text.
public enum WorkNumber {
  /// The first DOI in a text, without a resolver in front and without the marks of a sentence behind.
  public static func doi(_ text: String) -> String? {
    let found = text.range(of: #"10\.\d{4,9}/\S+"#, options: .regularExpression)
    return found.map {
      String(text[$0]).trimmingCharacters(in: CharacterSet(charactersIn: ".,;)\"'>"))
    }
  }

  /// The first ISBN in a text whose check digit is right, with the hyphens it has there.
  public static func isbn(_ text: String) -> String? {
    // The last ten digits of a long number that was written wrongly are no number of their own.
    let start = "(?<![0-9])(?<!97[89][- ])[0-9]"
    return first(#"(?<![0-9])97[89](?:[- ]?[0-9]){10}(?![0-9])"#, in: text) {
      isThirteen(signs(of: $0))
    }
      ?? first(start + #"(?:[- ]?[0-9]){8}[- ]?[0-9Xx](?![0-9A-Za-z])"#, in: text) {
        isTen(signs(of: $0))
      }
  }

  /// The first ISSN in a text whose check digit is right: `1234-567X`.
  public static func issn(_ text: String) -> String? {
    let found = first(#"(?<![0-9A-Za-z-])[0-9]{4}-?[0-9]{3}[0-9Xx](?![0-9A-Za-z-])"#, in: text) {
      isEight(signs(of: $0))
    }
    return found.map { "\($0.prefix(4))-\($0.suffix(4).uppercased())" }
  }

  /// A number in PubMed: the digits alone, behind `PMID`, or in the address of its page there.
  public static func pmid(_ text: String) -> String? {
    let rest = withoutNames(text, ["pubmed.ncbi.nlm.nih.gov/", "ncbi.nlm.nih.gov/pubmed/", "pmid"])
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    let tail = rest.dropFirst(digits.count)
    guard (1...8).contains(digits.count), digits.first != "0", tail.isEmpty || tail == "/" else {
      return nil
    }
    return String(digits)
  }

  /// A number in PubMed Central, `PMC1234567`; of digits alone behind `PMCID` or in the address of its page there.
  public static func pmcid(_ text: String) -> String? {
    let found = first(#"(?<![0-9A-Za-z])(?i:PMC)[0-9]{3,9}(?![0-9A-Za-z])"#, in: text) { _ in true }
    if let found { return found.uppercased() }
    let rest = withoutNames(text, ["ncbi.nlm.nih.gov/pmc/articles/", "pmcid"])
    guard rest != text.trimmed else { return nil }
    return first("^[0-9]{3,9}(?=/?$)", in: rest) { _ in true }.map { "PMC\($0)" }
  }

  /// A number at arXiv, `2401.01234v2` or `math.GT/0309136`: alone, behind `arXiv:`, in an address, or in a DOI.
  public static func arxiv(_ text: String) -> String? {
    let rest = withoutNames(
      text,
      ["arxiv.org/abs/", "arxiv.org/pdf/", "10.48550/arxiv.", "arxiv"]
    )
    return first(
      #"^(?:[0-9]{4}\.[0-9]{4,5}|[a-z-]+(?:\.[A-Z]{2})?/[0-9]{7})(?![0-9])(?:v[0-9]+)?"#,
      in: rest
    ) { _ in true }
  }

  /// What stands behind the name of a registry at the beginning of a text: `urn:isbn:978…`, `PMID 123`, `ISSN: …`.
  ///
  /// Nil where the text begins with something else.
  static func behind(_ name: String, in text: String) -> String? {
    let text = text.trimmed
    let rest = text.lowercased().hasPrefix("urn:") ? String(text.dropFirst(4)) : text
    guard rest.lowercased().hasPrefix(name) else { return nil }
    return withoutMarks(String(rest.dropFirst(name.count)))
  }

  /// The text without the first of these names and all that stands before it.
  private static func withoutNames(_ text: String, _ names: [String]) -> String {
    for name in names {
      if let place = text.range(of: name, options: .caseInsensitive) {
        return withoutMarks(String(text[place.upperBound...]))
      }
    }
    return text.trimmed
  }

  private static func withoutMarks(_ text: String) -> String {
    String(text.drop { $0 == ":" || $0 == "=" || $0.isWhitespace }).trimmed
  }

  private static func first(
    _ pattern: String,
    in text: String,
    where isRight: (String) -> Bool
  ) -> String? {
    var rest = text.startIndex..<text.endIndex
    while let found = text.range(of: pattern, options: .regularExpression, range: rest) {
      let number = String(text[found])
      if isRight(number) { return number }
      rest = found.upperBound..<text.endIndex
    }
    return nil
  }

  /// The values of the signs of a number; the sign X counts ten.
  private static func signs(of number: String) -> [Int] {
    number.compactMap { $0 == "X" || $0 == "x" ? 10 : $0.wholeNumberValue }
  }

  private static func isThirteen(_ signs: [Int]) -> Bool {
    let sum = signs.enumerated().reduce(0) { $0 + $1.element * ($1.offset % 2 == 0 ? 1 : 3) }
    return signs.count == 13 && sum % 10 == 0
  }

  private static func isTen(_ signs: [Int]) -> Bool {
    signs.count == 10 && weighed(signs) % 11 == 0
  }

  private static func isEight(_ signs: [Int]) -> Bool {
    signs.count == 8 && weighed(signs) % 11 == 0
  }

  /// Each sign as often as there are signs from it on.
  private static func weighed(_ signs: [Int]) -> Int {
    signs.enumerated().reduce(0) { $0 + $1.element * (signs.count - $1.offset) }
  }
}
