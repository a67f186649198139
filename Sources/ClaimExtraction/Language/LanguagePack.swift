package import ClaimModel

/// What the rules know of one language, read from its data file.
///
/// A class only so that it is passed on without being copied; nothing in it changes.
package final class LanguagePack: Sendable {
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
  /// How words begin that are roles, whatever follows: "kapol" of "kapolres" and "kapolda".
  package let roleBeginnings: [[UInt8]]
  /// How words end that are no names: "nya" of "mulanya".
  package let everydayEndings: [[UInt8]]
  /// How the hosts of sites end that mostly write it: ".id".
  package let siteEndings: [String]
  /// The letters of its words.
  let letters: LetterProfile
  /// Whether a name before a noun only says more of it: "Trump campaign manager", "Lowe's lawyer".
  package let modifiesBefore: Bool
  /// Whether the linking word ("that") belongs to the content.
  package let keepsComplementiser: Bool
  /// Whether what stands before a cue that interrupts a sentence belongs to the content: "Tahun ini, kata Budi, …".
  package let keepsLead: Bool
  /// Whether a comma stands before the decimals of a number.
  package let hasDecimalComma: Bool

  /// Reads a data file: sections in brackets, entries parted by commas or line ends, remarks after #.
  package init(parsing text: String) throws(LanguagePackError) {
    let file = try LanguageFile(parsing: text)
    guard let language = file.lists["language"]?.first else {
      throw LanguagePackError(line: 0, problem: .missingLanguage)
    }
    func bytes(_ list: String) -> [[UInt8]] { (file.lists[list] ?? []).map { Array($0.utf8) } }
    self.language = LanguageTag(rawValue: language)
    lexicon = Lexicon(file.words, phrases: file.phrases)
    functionWords = file.functionWords
    abbreviations = file.lists["abbreviation"] ?? []
    relatedLines = bytes("related line")
    sourceLines = bytes("source line")
    credits = bytes("credit")
    vagueLines = bytes("vague line")
    roleBeginnings = bytes("role beginning")
    everydayEndings = bytes("everyday ending")
    siteEndings = file.lists["site"] ?? []
    letters = file.letters
    keepsComplementiser = file.settings["complementiser"] == "in"
    keepsLead = file.settings["lead"] == "in"
    hasDecimalComma = file.settings["decimal"] == "comma"
    modifiesBefore = file.settings["modifier"] == "before"
  }
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
