import Foundation

/// The person's own editor, for what is longer than a line: `$VISUAL`, else `$EDITOR`, else vi.
enum TextEditor {
  static var command: String {
    let environment = ProcessInfo.processInfo.environment
    return [environment["VISUAL"], environment["EDITOR"]].compactMap { $0 }.first { !$0.isEmpty }
      ?? "vi"
  }

  /// What the editor is called, without its folder and options.
  static var name: String {
    let program = command.split(separator: " ").first ?? "vi"
    return String(program.split(separator: "/").last ?? program)
  }

  /// Lets the person write; lines that begin with `#` are left out, white space around the rest, too.
  ///
  /// Throws ``Failure`` where the editor does not start or ends with an error.
  static func edit(_ text: String, hint: String) throws -> String {
    let file = FileManager.default.temporaryDirectory.appending(
      path: "tilik-\(UUID().uuidString).txt"
    )
    defer { try? FileManager.default.removeItem(at: file) }
    let marked = hint.split(separator: "\n").map { "# \($0)\n" }.joined()
    do {
      try Data("\(text)\n\n\(marked)".utf8).write(to: file, options: .withoutOverwriting)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
    } catch {
      throw Failure(.badInput, FileWording.text(error, path: file.path))
    }
    // The shell splits what the variable says, which may have options in it; the file's name is not looked into.
    let status = try run(["/bin/sh", "-c", "\(command) \"$1\"", "sh", file.path])
    guard status == 0 else {
      throw Failure(
        .badInput,
        say(
          "\(command) ended with an error; nothing was taken over",
          "\(command) gagal; tidak ada yang diambil"
        )
      )
    }
    let written: String
    do {
      written = try String(contentsOfFile: file.path, encoding: .utf8)
    } catch {
      throw Failure(.badInput, FileWording.text(error, path: file.path))
    }
    return written.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("#") }.joined(separator: "\n")
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Runs a program on this terminal until it ends; its exit status.
  private static func run(_ words: [String]) throws -> Int32 {
    var child: pid_t = 0
    var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
    defer { unsafe arguments.forEach { unsafe free($0) } }
    let code = unsafe posix_spawn(&child, words[0], nil, nil, &arguments, environ)
    guard code == 0 else { throw Failure(.badInput, FileWording.text(code, path: words[0])) }
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) < 0, errno == EINTR {}
    return status
  }
}
