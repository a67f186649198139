import ClaimModel

/// Words for what the argument parser says, which it says in English only.
enum UsageWording {
  /// The parser's help or complaint in the person's language.
  static func text(_ english: String) -> String {
    guard speech == .indonesian else { return english }
    return english.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line($0) }.joined(separator: "\n")
  }

  private static func line(_ english: Substring) -> String {
    var line = String(english)
    for (start, words) in starts where line.hasPrefix(start) {
      line = words + line.dropFirst(start.count)
    }
    let group = " SUBCOMMANDS:"
    if line.hasSuffix(group) { line = "SUBPERINTAH \(line.dropLast(group.count)):" }
    for (part, words) in parts(of: line) { line = line.replacing(part, with: words) }
    return line
  }

  /// How whole lines begin.
  private static let starts: [(String, String)] = [
    ("OVERVIEW:", "RINGKASAN:"), ("USAGE:", "PEMAKAIAN:"), ("ARGUMENTS:", "ARGUMEN:"),
    ("OPTIONS:", "OPSI:"), ("SUBCOMMANDS:", "SUBPERINTAH:"), ("Usage:", "Pemakaian:"),
    ("Help:", "Bantuan:"), ("Error:", "Galat:"), ("  See '", "  Lihat '"),
  ]

  /// What stands in lines of a kind; nothing in the desk's own words.
  private static func parts(of line: String) -> [(String, String)] {
    if line.hasPrefix("  Lihat '") {
      return [
        ("' for more information.", "' untuk keterangan lebih lanjut."),
        ("' for detailed help.", "' untuk bantuan terperinci."),
      ]
    }
    if line.hasPrefix("Galat:") {
      return [
        ("Missing expected argument", "belum ada argumen"),
        ("Missing one of:", "belum ada salah satu dari:"),
        ("Missing value for", "belum ada nilai untuk"),
        ("Unexpected argument", "argumen ini tidak dikenal:"),
        ("Unknown option", "opsi ini tidak dikenal:"),
        ("unexpected arguments:", "argumen yang tidak dikenal:"),
        ("The value", "nilai"), ("is invalid for", "tidak berlaku untuk"),
        ("Please provide one of", "Berikan salah satu dari"), ("' or '", "' atau '"),
        ("Did you mean", "Maksud Anda"),
      ]
    }
    return [
      ("Show help information.", "Tampilkan bantuan."),
      ("Show the version.", "Tampilkan versi."),
      ("Show subcommand help information.", "Tampilkan bantuan subperintah."),
      (" (values: ", " (nilai: "), (" (default: ", " (bawaan: "), ("; default: ", "; bawaan: "),
    ]
  }
}
