import ClaimModel
import ClaimStore
import Foundation
import ReviewWorkflow

/// A folder with a ledger in it, found the way git finds its repository.
struct Workspace {
  /// The folder that holds `.tilik`, the settings files and usually the articles.
  var folder: URL

  /// The ledger's file.
  var ledger: URL { folder.appending(path: ".tilik/ledger.sqlite") }

  /// Where its ledger is kept: where its settings say, else in its own file.
  func address(_ settings: WorkspaceSettings) -> StoreAddress {
    settings.store.map { StoreAddress($0) } ?? .file(path: ledger.path)
  }

  /// Finds the workspace that a folder lies in.
  ///
  /// With a ledger that is elsewhere, a folder without settings will do: the default ones hold.
  static func find(from start: URL, ledgerIsElsewhere: Bool = false) throws(Failure) -> Workspace {
    var folder = start.standardizedFileURL
    while true {
      let workspace = Workspace(folder: folder)
      if FileManager.default.fileExists(atPath: workspace.ledger.path) { return workspace }
      if FileManager.default.fileExists(atPath: folder.appending(path: "tilik.yaml").path) {
        let settings = try workspace.settings()
        if ledgerIsElsewhere || settings.store != nil { return workspace }
      }
      let parent = folder.deletingLastPathComponent().standardizedFileURL
      if parent.path == folder.path { break }
      folder = parent
    }
    if ledgerIsElsewhere { return Workspace(folder: start.standardizedFileURL) }
    throw Failure(
      .badInput,
      say(
        "no workspace in \(start.path) or above it; `tilik init` makes one here",
        "tidak ada ruang kerja di \(start.path) atau di atasnya; buat dengan `tilik init`"
      )
    )
  }

  func settings() throws(Failure) -> WorkspaceSettings {
    guard let yaml = try read("tilik.yaml") else { return WorkspaceSettings() }
    return try checked("tilik.yaml") { () throws(WorkflowFaults) in
      try WorkspaceSettings(yaml: yaml)
    }
  }

  func workflow() throws(Failure) -> Workflow {
    let yaml = try read("workflow.yaml") ?? DefaultSettings.workflow
    return try checked("workflow.yaml") { () throws(WorkflowFaults) in try Workflow(yaml: yaml) }
  }

  func scale(named name: String) throws(Failure) -> RatingScale {
    let file = "scales/\(name).yaml"
    let own = DefaultSettings.scales.first { $0.name == name }?.yaml
    guard let yaml = try read(file) ?? own else {
      throw Failure(
        .badInput,
        say(
          "\(path(file)): tilik.yaml names the scale “\(name)”, but there is no such file",
          "\(path(file)): tilik.yaml menyebut skala “\(name)”, tetapi berkasnya tidak ada"
        )
      )
    }
    return try checked(file) { () throws(WorkflowFaults) in try RatingScale(yaml: yaml) }
  }

  /// The scale a verdict was given on: the desk's own, one of the workspace's files, or one that comes with Tilik.
  func scale(of verdict: Verdict, else own: RatingScale) -> RatingScale? {
    if verdict.scale == own.name { return own }
    // The name comes from an event, perhaps another desk's: it must not lead out of the folder.
    let isName = verdict.scale.utf8.allSatisfy {
      $0 > 0x20 && $0 != UInt8(ascii: "/") && $0 != 0x2E
    }
    if isName, let scale = try? scale(named: verdict.scale) { return scale }
    return DefaultSettings.scales.first { $0.name == verdict.scale }
      .flatMap { try? RatingScale(yaml: $0.yaml) }
  }

  /// Writes the settings files that are not there yet; those that are stay as they are.
  func writeMissingSettings(_ settings: WorkspaceSettings) throws(Failure) -> [String] {
    let files =
      [
        ("tilik.yaml", settings.yaml),
        ("workflow.yaml", DefaultSettings.workflow),
      ]
      + DefaultSettings.scales.filter { $0.name == settings.scale }
      .map { ("scales/\($0.name).yaml", $0.yaml) }
    var written: [String] = []
    for (name, text) in files {
      let url = folder.appending(path: name)
      if FileManager.default.fileExists(atPath: url.path) { continue }
      do {
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(),
          withIntermediateDirectories: true
        )
        try text.write(to: url, atomically: true, encoding: .utf8)
      } catch {
        throw Failure(.badInput, FileWording.text(error, path: url.path))
      }
      written.append(name)
    }
    return written
  }

  func path(_ name: String) -> String { folder.appending(path: name).path }

  /// Writes a file of the workspace whole or not at all.
  func write(_ text: String, to name: String) throws(Failure) {
    do {
      try text.write(toFile: path(name), atomically: true, encoding: .utf8)
    } catch {
      throw Failure(.badInput, FileWording.text(error, path: path(name)))
    }
  }

  func read(_ name: String) throws(Failure) -> String? {
    let path = path(name)
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    do {
      return try String(contentsOfFile: path, encoding: .utf8)
    } catch {
      throw Failure(.badInput, FileWording.text(error, path: path))
    }
  }

  private func checked<Value>(
    _ name: String,
    _ read: () throws(WorkflowFaults) -> Value
  ) throws(Failure) -> Value {
    do {
      return try read()
    } catch {
      throw Failure(.badInput, WorkflowWording.text(error, file: path(name)))
    }
  }
}
