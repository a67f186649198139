import Foundation

/// Makes a folder one that cannot be written, also for root, for whom permissions mean nothing, until it is told to end.
struct ReadOnlyFolder {
  private let path: String
  /// Whether it worked: inside some containers nothing can be mounted.
  let isMade: Bool

  /// Whether it can be done here.
  static let isPossible: Bool = {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "tilik-\(UUID().uuidString)"
    )
    defer { try? FileManager.default.removeItem(at: folder) }
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let trial = ReadOnlyFolder(folder.path)
    if trial.isMade { trial.end() }
    return trial.isMade
  }()

  init(_ path: String) {
    self.path = path
    if geteuid() != 0 {
      isMade = unsafe chmod(path, 0o500) == 0
    } else {
      isMade =
        Self.run("mount", "--bind", path, path) && Self.run("mount", "-o", "remount,bind,ro", path)
    }
  }

  func end() {
    if geteuid() != 0 { unsafe chmod(path, 0o700) } else { _ = Self.run("umount", "-l", path) }
  }

  private static func run(_ arguments: String...) -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
