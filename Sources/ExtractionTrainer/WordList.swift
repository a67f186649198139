import ClaimExtraction

/// Why a word list cannot be read.
enum WordListError: Error, Hashable, CustomStringConvertible {
  /// A line stands before any section.
  case outsideSection(line: Int)
  /// A section's head is none of class, pattern and root.
  case unknownSection(String, line: Int)

  var description: String {
    switch self {
    case .outsideSection(let line): "line \(line) stands in no section"
    case .unknownSection(let name, let line): "line \(line): there is no section “\(name)”"
    }
  }
}

/// A language's words by class and pattern, read from a file that lists words and roots.
struct WordList {
  private var classes: [String: UInt16] = [:]
  private var patterns: [String: UInt16] = [:]
  private var made: [(form: UInt32, group: UInt16)] = []
  /// The patterns' names with the forms they make, in the file's order.
  private var recipes: [(name: String, forms: [String])] = []

  /// The groups of all words and of all forms of all roots.
  var groups: WordGroups { WordGroups(made) }

  /// Reads a list.
  init(parsing text: String) throws(WordListError) {
    var section: (kind: String, name: String)?
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      if line.isEmpty || line.hasPrefix("#") { continue }
      if line.hasPrefix("[") {
        let head = line.dropFirst().prefix { $0 != "]" }.split(separator: " ", maxSplits: 1)
        guard head.count == 2, ["class", "pattern", "root"].contains(head[0]) else {
          throw .unknownSection(String(line), line: number + 1)
        }
        section = (String(head[0]), String(head[1]))
        continue
      }
      guard let section else { throw .outsideSection(line: number + 1) }
      let entries = line.split(separator: ",").map {
        String($0.drop { $0 == " " })
      }.filter { !$0.isEmpty }
      read(entries, kind: section.kind, name: section.name)
    }
  }

  private mutating func read(_ entries: [String], kind: String, name: String) {
    switch kind {
    case "pattern":
      if recipes.last?.name == name {
        recipes[recipes.count - 1].forms += entries
      } else {
        recipes.append((name, entries))
      }
    case "root":
      for root in entries {
        for recipe in recipes {
          for form in recipe.forms {
            guard let word = Self.word(form, of: root), word.utf8.count > 3 else { continue }
            add(word, name, recipe.name)
          }
        }
      }
    default:
      let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
      for word in entries { add(word, parts[0], parts.count > 1 ? parts[1] : nil) }
    }
  }

  private mutating func add(_ word: String, _ name: String, _ pattern: String?) {
    let number = classes[name] ?? UInt16(classes.count + 1)
    classes[name] = number
    var group = number << 4
    if let pattern {
      let number = patterns[pattern] ?? UInt16(patterns.count + 1)
      patterns[pattern] = number
      group |= number & 0xF
    }
    made.append((WordGroups.key(Form(word)), group))
  }

  /// The word that a form's recipe makes of a root; nil where the recipe is not for roots that begin so.
  private static func word(_ recipe: String, of root: String) -> String? {
    var recipe = recipe[...]
    if let colon = recipe.firstIndex(of: ":") {
      guard let first = root.first, recipe[..<colon].contains(first) else { return nil }
      recipe = recipe[recipe.index(after: colon)...]
    }
    var word = ""
    for character in recipe {
      switch character {
      case "~": word += root
      case ">": word += root.dropFirst()
      case "<": word += root.dropLast()
      case "=": word += root + root.suffix(1)
      default: word.append(character)
      }
    }
    return word
  }
}
