package import ClaimModel

/// What the rules know of one language, read from its data file.
package struct LanguagePack: Sendable {
  /// The language.
  package let language: LanguageTag
  /// Its words and phrases.
  package let lexicon: Lexicon
  /// Its most frequent words, which tell the language.
  package let functionWords: [Form]
  /// Words whose full stop ends no sentence.
  package let abbreviations: [String]
  /// How lines begin that link to other articles, as lower-case UTF-8.
  package let relatedLines: [[UInt8]]
  /// How lines begin that name where the article was taken from.
  package let sourceLines: [[UInt8]]
  /// How picture credits begin.
  package let credits: [[UInt8]]
  /// What a source line says that names nobody.
  package let vagueLines: [[UInt8]]
  /// Whether the linking word ("that") belongs to the content.
  package let keepsComplementiser: Bool
  /// Whether a comma stands before the decimals of a number.
  package let hasDecimalComma: Bool
}

/// Why a language's data file cannot be read.
package struct LanguagePackError: Error, Hashable, CustomStringConvertible {
  /// The line, from 1.
  package let line: Int
  /// What is wrong there.
  package let problem: Problem

  /// The things that can be wrong.
  package enum Problem: Hashable, Sendable {
    /// A section that no word class has.
    case unknownSection(String)
    /// An entry outside any section.
    case entryOutsideSection(String)
    /// A setting that does not exist or has an impossible value.
    case badSetting(String)
    /// A number was expected after "=".
    case badValue(String)
    /// The file does not say which language it is.
    case missingLanguage
  }

  /// One line for whoever edits the file.
  package var description: String {
    switch problem {
    case .unknownSection(let name): return "line \(line): there is no section “\(name)”"
    case .entryOutsideSection(let entry): return "line \(line): “\(entry)” stands in no section"
    case .badSetting(let setting): return "line \(line): “\(setting)” is not a setting"
    case .badValue(let entry): return "line \(line): “\(entry)” needs a number after “=”"
    case .missingLanguage: return "the section [language] is missing or empty"
    }
  }
}

extension LanguagePack {
  /// Reads a data file: sections in brackets, entries parted by commas or line ends, remarks after #.
  package init(parsing text: String) throws(LanguagePackError) {
    var file = LanguageFile()
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      try file.read(line, number: number + 1)
    }
    guard let language = file.lists["language"]?.first else {
      throw LanguagePackError(line: 0, problem: .missingLanguage)
    }
    self.language = LanguageTag(rawValue: language)
    lexicon = Lexicon(file.entriesWithClitics())
    functionWords = file.entries
      .filter { $0.key.count == 1 && $0.value.classes.contains(.functionWord) }.map { $0.key[0] }
    abbreviations = file.lists["abbreviation"] ?? []
    relatedLines = file.bytes("related line")
    sourceLines = file.bytes("source line")
    credits = file.bytes("credit")
    vagueLines = file.bytes("vague line")
    keepsComplementiser = file.settings["complementiser"] == "in"
    hasDecimalComma = file.settings["decimal"] == "comma"
  }
}

/// A data file while it is read.
private struct LanguageFile {
  var entries: [[Form]: Lexicon.Entry] = [:]
  var lists: [String: [String]] = [:]
  var settings: [String: String] = [:]
  /// The words that take the clitic, as written.
  private var cliticStems: [String] = []
  private var section: String?
  private var position: Int16 = 0

  private static let plainLists: Set<String> = [
    "language", "settings", "abbreviation", "related line", "source line", "credit", "vague line",
  ]
  private static let settingValues: [String: Set<String>] = [
    "complementiser": ["in", "out"], "decimal": ["comma", "point"],
  ]

  func bytes(_ list: String) -> [[UInt8]] { (lists[list] ?? []).map { Array($0.utf8) } }

  mutating func read(_ line: Substring, number: Int) throws(LanguagePackError) {
    let line = line.trimmed
    if line.isEmpty || line.hasPrefix("#") { return }
    if line.hasPrefix("["), line.hasSuffix("]") {
      let name = String(line.dropFirst().dropLast())
      guard Self.plainLists.contains(name) || WordClass.sections[name] != nil else {
        throw LanguagePackError(line: number, problem: .unknownSection(name))
      }
      section = name
      position = 0
      return
    }
    for entry in line.split(separator: ",").map(\.trimmed) where !entry.isEmpty {
      guard let section else {
        throw LanguagePackError(line: number, problem: .entryOutsideSection(String(entry)))
      }
      try add(String(entry), to: section, number: number)
    }
  }

  private mutating func add(
    _ entry: String,
    to section: String,
    number: Int
  ) throws(LanguagePackError) {
    let sides = entry.split(separator: "=", maxSplits: 1).map { String($0.trimmed) }
    if section == "settings" {
      guard sides.count == 2,
        sides[0] == "clitic" || Self.settingValues[sides[0]]?.contains(sides[1]) == true
      else { throw LanguagePackError(line: number, problem: .badSetting(entry)) }
      settings[sides[0]] = sides[1]
      return
    }
    guard let classes = WordClass.sections[section] else {
      lists[section, default: []].append(entry)
      return
    }
    var value: Int16 = 0
    if section == "weekday" || section == "month" {
      position += 1
      value = position
    } else if sides.count == 2 {
      guard let number = Int16(sides[1]) else {
        throw LanguagePackError(line: number, problem: .badValue(entry))
      }
      value = number
    }
    let words = sides[0]
    let forms = words.split(separator: " ").map { Form($0) }
    entries[forms, default: Lexicon.Entry()].classes.formUnion(classes)
    if value != 0 { entries[forms]?.value = value }
    if forms.count == 1, !classes.isDisjoint(with: [.inverted, .passive, .according]) {
      cliticStems.append(words)
    }
  }

  /// All entries, with a clitic form for each cue that can have one.
  func entriesWithClitics() -> [[Form]: Lexicon.Entry] {
    guard let ending = settings["clitic"] else { return entries }
    var all = entries
    for stem in cliticStems {
      all[[Form(stem + ending)], default: Lexicon.Entry()].classes.formUnion(.clitic)
    }
    return all
  }
}

extension StringProtocol {
  /// The text without white space at its ends.
  fileprivate var trimmed: SubSequence {
    let head = drop { $0.isWhitespace }
    guard let last = head.lastIndex(where: { !$0.isWhitespace }) else { return head }
    return head[...last]
  }
}
