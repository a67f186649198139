import Foundation
import TestSupport
import Testing

/// The built program, run as a person runs it.
struct Program: Sendable {
  /// What a run left behind.
  struct Result {
    var status: Int32
    var output: String
    var talk: String
    /// Whether it ended by a signal.
    var wasKilled: Bool
  }

  /// The binary that the tests were built with.
  static let url: URL = {
    let besideTests = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "tilik")
    if FileManager.default.isExecutableFile(atPath: besideTests.path) { return besideTests }
    return SharedData.project.appending(path: ".build/debug/tilik")
  }()

  /// A folder of its own, removed when the test is over.
  let scratch: Scratch
  /// More environment for every run.
  var environment: [String: String] = [:]

  init() throws { scratch = try Scratch() }

  /// Runs the program in its folder until it ends.
  @discardableResult
  func callAsFunction(
    _ arguments: String...,
    input: [UInt8] = [],
    in folder: String = "",
    environment extra: [String: String] = [:]
  ) throws -> Result {
    try run(Self.url.path, arguments, input: input, in: folder, environment: extra)
  }

  /// Runs any program in the folder until it ends.
  func run(
    _ executable: String,
    _ arguments: [String],
    input: [UInt8] = [],
    in folder: String = "",
    environment extra: [String: String] = [:]
  ) throws -> Result {
    let process = try start(executable, arguments, input: input, in: folder, environment: extra)
    return try process.finish()
  }

  /// Starts any program in the folder.
  func start(
    _ executable: String,
    _ arguments: [String],
    input: [UInt8] = [],
    in folder: String = "",
    environment extra: [String: String] = [:]
  ) throws -> Running {
    try Running(
      executable,
      arguments,
      input: input,
      scratch: scratch,
      folder: folder,
      environment: environment.merging(extra) { $1 }
    )
  }

  /// Writes a file into the folder and gives its path.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try write(name, bytes: Array(text.utf8))
  }

  @discardableResult
  func write(_ name: String, bytes: [UInt8]) throws -> String {
    let url = scratch.folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(bytes).write(to: url)
    return url.path
  }

  /// Sets who may do what with a file or folder.
  func permit(_ mode: Int, _ name: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path(name))
  }

  func path(_ name: String) -> String { scratch.folder.appending(path: name).path }
}

/// A run that goes on.
struct Running {
  let process: ChildProcess

  init(
    _ executable: String,
    _ arguments: [String],
    input: [UInt8],
    scratch: Scratch,
    folder: String,
    environment extra: [String: String]
  ) throws {
    var environment = ProcessInfo.processInfo.environment
    for name in ["LC_ALL", "LC_MESSAGES", "TILIK_AS", "TILIK_NOW", "NO_COLOR"] {
      environment[name] = nil
    }
    environment["LANG"] = "C.UTF-8"
    environment["TILIK_LANG"] = "en"
    environment["USER"] = "tester"
    environment["XDG_CONFIG_HOME"] = scratch.config.path
    process = try ChildProcess(
      executable,
      arguments,
      input: input,
      environment: environment.merging(extra) { $1 },
      folder: scratch.folder.appending(path: folder).path
    )
  }

  func kill() { process.kill() }

  func finish() throws -> Program.Result {
    let result = try process.finish()
    return Program.Result(
      status: result.status,
      output: String(decoding: result.output, as: UTF8.self),
      talk: String(decoding: result.talk, as: UTF8.self),
      wasKilled: result.wasKilled
    )
  }
}

/// A folder that goes away with the test.
final class Scratch: Sendable {
  let folder: URL
  /// Where private keys are kept: outside the folder, which may be a workspace.
  let config: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "tilik-\(UUID().uuidString)")
    config = URL(filePath: folder.path + "-config")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: config)
    // A test may have taken away the permission to remove what it made.
    try? FileManager.default.removeItem(at: folder)
  }
}
