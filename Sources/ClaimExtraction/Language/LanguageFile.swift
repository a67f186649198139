/// A language's data file while it is read.
///
/// Sections in brackets, entries parted by commas or line ends, remarks after #. The file is read as bytes: it holds
/// some ten thousand words, and every start of the program reads it.
struct LanguageFile {
  /// The single words.
  private(set) var words: [Form: Lexicon.Entry] = [:]
  /// The phrases of two words or more.
  private(set) var phrases: [[Form]: Lexicon.Entry] = [:]
  /// The sections that are plain lists, by name.
  private(set) var lists: [String: [String]] = [:]
  /// The settings.
  private(set) var settings: [String: String] = [:]
  /// The single function words, in the file's order.
  private(set) var functionWords: [Form] = []
  /// The letters of all words but names.
  private(set) var letters = LetterProfile([])
  /// The words that take the clitic, as written.
  private var cliticStems: [String] = []
  /// Where the words stand whose letters count.
  private var spelled: [Range<Int>] = []
  private var section: String?
  private var classes: WordClass?
  private var position: Int16 = 0

  private static let plainLists: Set<String> = [
    "language", "settings", "abbreviation", "related line", "source line", "credit", "vague line",
    "role beginning", "everyday ending", "site",
  ]
  private static let settingValues: [String: Set<String>] = [
    "complementiser": ["in", "out"], "lead": ["in", "out"], "decimal": ["comma", "point"],
    "modifier": ["before", "after"],
  ]

  /// Reads a whole file.
  init(parsing text: String) throws(LanguagePackError) {
    let bytes = Array(text.utf8)
    words.reserveCapacity(bytes.count / 8)
    var start = 0
    var number = 1
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      try read(bytes, Self.trimmed(bytes, start..<end), line: number)
      start = end + 1
      number += 1
    }
    letters = LetterProfile(spelled.lazy.map { bytes[$0] })
    guard let ending = settings["clitic"] else { return }
    for stem in cliticStems {
      words[Form(stem + ending), default: Lexicon.Entry()].classes.formUnion(.clitic)
    }
  }

  private mutating func read(
    _ bytes: [UInt8],
    _ line: Range<Int>,
    line number: Int
  )
    throws(LanguagePackError)
  {
    guard let first = line.first, bytes[first] != UInt8(ascii: "#") else { return }
    if bytes[first] == UInt8(ascii: "["), bytes[line.upperBound - 1] == UInt8(ascii: "]") {
      let name = String(decoding: bytes[(first + 1)..<(line.upperBound - 1)], as: UTF8.self)
      classes = WordClass.sections[name]
      guard classes != nil || Self.plainLists.contains(name) else {
        throw LanguagePackError(line: number, problem: .unknownSection(name))
      }
      section = name
      position = 0
      return
    }
    var start = line.lowerBound
    while start < line.upperBound {
      let end = bytes[start..<line.upperBound].firstIndex(of: UInt8(ascii: ",")) ?? line.upperBound
      let entry = Self.trimmed(bytes, start..<end)
      if !entry.isEmpty { try add(bytes, entry, line: number) }
      start = end + 1
    }
  }

  private mutating func add(
    _ bytes: [UInt8],
    _ entry: Range<Int>,
    line number: Int
  )
    throws(LanguagePackError)
  {
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    guard let section else {
      throw LanguagePackError(line: number, problem: .entryOutsideSection(text(entry)))
    }
    let equals = bytes[entry].firstIndex(of: UInt8(ascii: "="))
    let left = Self.trimmed(bytes, entry.lowerBound..<(equals ?? entry.upperBound))
    let right = equals.map { Self.trimmed(bytes, ($0 + 1)..<entry.upperBound) }
    if section == "settings" {
      let name = text(left)
      guard let right,
        name == "clitic" || Self.settingValues[name]?.contains(text(right)) == true
      else { throw LanguagePackError(line: number, problem: .badSetting(text(entry))) }
      settings[name] = text(right)
      return
    }
    guard let classes else {
      lists[section, default: []].append(text(entry))
      return
    }
    var value: Int16 = 0
    if section == "weekday" || section == "month" {
      position += 1
      value = position
    } else if let right {
      guard let number = Int16(text(right)) else {
        throw LanguagePackError(line: number, problem: .badValue(text(entry)))
      }
      value = number
    }
    add(bytes, left, Lexicon.Entry(classes: classes, value: value))
  }

  private mutating func add(_ bytes: [UInt8], _ words: Range<Int>, _ entry: Lexicon.Entry) {
    if bytes[words].contains(UInt8(ascii: " ")) {
      let parts = bytes[words].split(separator: UInt8(ascii: " ")).map(\.indices)
      let forms = parts.map { Form(bytes.span, $0) }
      spelled += parts
      phrases[forms, default: Lexicon.Entry()].add(entry)
      return
    }
    if entry.classes != .name { spelled.append(words) }
    let form = Form(bytes.span, words)
    self.words[form, default: Lexicon.Entry()].add(entry)
    if entry.classes.contains(.functionWord) { functionWords.append(form) }
    if !entry.classes.isDisjoint(with: [.inverted, .passive, .according]) {
      cliticStems.append(String(decoding: bytes[words], as: UTF8.self))
    }
  }

  /// A range without the blanks at its ends.
  private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, bytes[start] <= UInt8(ascii: " ") { start += 1 }
    while end > start, bytes[end - 1] <= UInt8(ascii: " ") { end -= 1 }
    return start..<end
  }
}

extension Lexicon.Entry {
  /// Joins what another section says of the same word.
  fileprivate mutating func add(_ other: Lexicon.Entry) {
    classes.formUnion(other.classes)
    if other.value != 0 { value = other.value }
  }
}
