import Foundation

/// Runs another program on some bytes and takes what it prints.
enum HelperProgram {
  /// Runs `name` with the path of a file that holds `input` in the place of `{}` among the arguments.
  ///
  /// - Returns: what it wrote to standard output, or nil where it failed.
  /// - Throws: ``IngestError/missingProgram(name:package:format:)`` where it is not installed.
  static func run(
    _ name: String,
    _ arguments: [String],
    on input: [UInt8],
    package: String,
    format: String
  ) throws(IngestError) -> [UInt8]? {
    guard let program = path(of: name) else {
      throw .missingProgram(name: name, package: package, format: format)
    }
    let file = FileManager.default.temporaryDirectory
      .appending(path: "tilik-\(ProcessInfo.processInfo.globallyUniqueString)")
    defer { try? FileManager.default.removeItem(at: file) }
    do {
      try Data(input).write(to: file)
      let process = Process()
      process.executableURL = program
      process.arguments = arguments.map { $0 == "{}" ? file.path : $0 }
      let output = Pipe()
      process.standardOutput = output
      process.standardError = FileHandle.nullDevice
      process.standardInput = FileHandle.nullDevice
      try process.run()
      let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      return process.terminationStatus == 0 ? [UInt8](bytes) : nil
    } catch {
      return nil
    }
  }

  /// Where a program is installed, by the search path.
  private static func path(of name: String) -> URL? {
    let folders = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return folders.split(separator: ":").map { URL(filePath: "\($0)/\(name)") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }
}
