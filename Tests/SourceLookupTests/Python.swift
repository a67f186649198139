import Foundation
import TestSupport

/// Other people's programs in Python that some tests are held against.
///
/// `TILIK_PYTHON` names the interpreter; without it that of the project's `.venv` is asked, or else that of the path.
enum Python {
  static let interpreter: String = {
    if let named = ProcessInfo.processInfo.environment["TILIK_PYTHON"] { return named }
    let own = SharedData.project.appending(path: ".venv/bin/python3").path
    return FileManager.default.isExecutableFile(atPath: own) ? own : "python3"
  }()

  /// Whether the interpreter has these modules.
  static func has(_ modules: String...) -> Bool {
    let lines = modules.map { "import \($0)" }.joined(separator: "\n")
    return (try? run(lines, input: Data())) != nil
  }

  /// What a script prints.
  static func run(_ script: String, arguments: [String] = [], input: Data) throws -> Data {
    try command(interpreter, ["-c", script] + arguments, input: input)
  }

  /// What a command prints; the command lies beside the interpreter or in the path.
  static func tool(_ name: String, _ arguments: [String]) throws -> String {
    let beside = URL(filePath: interpreter).deletingLastPathComponent().appending(path: name).path
    let tool =
      interpreter.contains("/") && FileManager.default.isExecutableFile(atPath: beside)
      ? beside : name
    return String(decoding: try command(tool, arguments, input: Data()), as: UTF8.self)
  }

  /// Why a command did not do what it should.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private static func command(_ name: String, _ arguments: [String], input: Data) throws -> Data {
    let result = try ChildProcess.run(name, arguments, input: Array(input))
    guard result.status == 0 else {
      let talk = String(decoding: result.output + result.talk, as: UTF8.self)
      throw Failure(description: "\(name) ended with \(result.status): \(talk)")
    }
    return Data(result.output)
  }
}

/// A small deterministic generator (SplitMix64), so that a failing case can be made again.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
