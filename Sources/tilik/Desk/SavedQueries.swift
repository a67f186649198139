import Foundation

/// Lists that a desk asks for often, by name: `queries.txt` in the workspace, a line `name: terms` each.
struct SavedQueries {
  static let file = "queries.txt"

  /// The terms by name.
  private(set) var queries: [String: String] = [:]

  init() {}

  init(in workspace: Workspace) throws {
    guard let text = try workspace.read(Self.file) else { return }
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let line = line.trimmingCharacters(in: .whitespaces)
      if line.isEmpty || line.hasPrefix("#") { continue }
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, Self.isName(parts[0]) else {
        throw Failure(
          .badInput,
          say(
            "\(workspace.path(Self.file)):\(index + 1): write it as NAME: TERMS",
            "\(workspace.path(Self.file)):\(index + 1): tulis sebagai NAMA: ISTILAH"
          )
        )
      }
      queries[String(parts[0])] = parts[1].trimmingCharacters(in: .whitespaces)
    }
  }

  /// Keeps a query under a name; one of that name is replaced.
  static func save(_ filter: ClaimFilter, as name: String, in workspace: Workspace) throws {
    guard isName(name) else {
      throw Failure(
        .usage,
        say(
          "a query's name has letters, digits and dashes only",
          "nama kueri hanya huruf, angka dan tanda hubung"
        )
      )
    }
    var saved = try SavedQueries(in: workspace)
    saved.queries[name] = filter.line
    let text = saved.queries.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\n" }.joined()
    try workspace.write("# tilik list --query NAME\n" + text, to: file)
  }

  func unknown(_ name: String) -> Failure {
    let names = queries.keys.sorted().joined(separator: ", ")
    return Failure(
      .usage,
      names.isEmpty
        ? say(
          "there is no saved query “\(name)”; `tilik list … --save \(name)` makes one",
          "tidak ada kueri “\(name)”; buat dengan `tilik list … --save \(name)`"
        )
        : say(
          "there is no saved query “\(name)”; there are: \(names)",
          "tidak ada kueri “\(name)”; yang ada: \(names)"
        )
    )
  }

  private static func isName(_ text: some StringProtocol) -> Bool {
    !text.isEmpty
      && text.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "-"
      }
  }
}
