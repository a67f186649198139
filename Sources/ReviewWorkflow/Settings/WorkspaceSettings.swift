public import ClaimModel

/// What a workspace's own file, `tilik.yaml`, says.
public struct WorkspaceSettings: Hashable, Sendable {
  /// The desk's name, as reports print it.
  public var desk: String
  /// The language of the reports' own words.
  public var language: LanguageTag
  /// The name of the rating scale.
  public var scale: String
  /// Where reports are written, from the workspace's folder.
  public var reports: String
  /// The address the reports are published at, for links from outside; nil where there is none.
  public var publishedAt: String?
  /// Where the ledger is kept, if not in the workspace's own file: `postgresql://…` or another file.
  public var store: String?

  /// The settings of a workspace without a file.
  public init(
    desk: String = "Tilik",
    language: LanguageTag = .english,
    scale: String = "default"
  ) {
    self.desk = desk
    self.language = language
    self.scale = scale
    reports = "reports"
  }

  /// Reads the file.
  ///
  /// Throws every fault that was found, each with its line.
  public init(yaml: String) throws(WorkflowFaults) {
    var reader = YAMLReader()
    let root = reader.root(yaml)
    try reader.check()
    let members = reader.members(
      root,
      of: "file",
      known: ["desk", "language", "scale", "reports", "published-at", "store"]
    )
    self.init()
    desk = reader.text(members["desk"], "desk") ?? desk
    if let code = reader.text(members["language"], "language") {
      language = LanguageTag(rawValue: code)
      if ![.indonesian, .english].contains(language) {
        reader.wrong(members["language"], "language", .one(of: ["id", "en"]))
      }
    }
    scale = reader.text(members["scale"], "scale") ?? scale
    reports = reader.text(members["reports"], "reports") ?? reports
    publishedAt = reader.text(members["published-at"], "published-at")
    store = reader.text(members["store"], "store")
    try reader.check()
  }

  /// The file that says this.
  public var yaml: String {
    """
    # The workspace's own settings.
    desk: \(desk)
    language: \(language.rawValue)   # of the reports' own words: id or en
    scale: \(scale)   # a file in scales/
    reports: \(reports)

    """ + (store.map { "store: \($0)\n" } ?? "")
  }
}
