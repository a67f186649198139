import Foundation

/// A Chromium that prints pages, where one is installed.
struct HeadlessBrowser {
  private let program: String
  /// How long a page may take: 500 claims took 18 seconds on two busy cores.
  private static let seconds = 180.0

  /// Finds the browser: what `TILIK_CHROMIUM` names, else the usual names on the path.
  static func find() throws(Failure) -> HeadlessBrowser {
    let environment = ProcessInfo.processInfo.environment
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
    let folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
    let candidates =
      environment["TILIK_CHROMIUM"].map { [$0] }
      ?? names.flatMap { name in folders.map { "\($0)/\(name)" } }
    guard let program = candidates.first(where: FileManager.default.isExecutableFile) else {
      throw Failure(
        .badInput,
        say(
          "--pdf needs Chromium, and there is none on the path; install it, or name it with TILIK_CHROMIUM",
          "--pdf memerlukan Chromium, dan tidak ditemukan; pasang dahulu, atau sebut jalurnya dengan TILIK_CHROMIUM"
        )
      )
    }
    return HeadlessBrowser(program: program)
  }

  /// Prints a page into a file: A4 by the page's own rules, tagged, with an outline.
  func print(_ page: URL, to file: URL) throws(Failure) {
    let profile = FileManager.default.temporaryDirectory
      .appending(path: "tilik-chromium-\(UUID().uuidString)")
    let unfinished = profile.appendingPathExtension("pdf")
    defer {
      try? FileManager.default.removeItem(at: profile)
      try? FileManager.default.removeItem(at: unfinished)
    }
    var arguments = [
      program, "--headless", "--disable-gpu", "--no-first-run", "--user-data-dir=\(profile.path)",
      "--no-pdf-header-footer", "--export-tagged-pdf", "--generate-pdf-document-outline",
      "--print-to-pdf=\(unfinished.path)",
    ]
    // Chromium's own sandbox refuses to run as root.
    if geteuid() == 0 { arguments.append("--no-sandbox") }
    let status = run(arguments + [page.absoluteString])
    do {
      // Beside its place and then renamed, so that nobody meets half a file.
      let data = try Data(contentsOf: unfinished)
      guard status == 0, data.starts(with: Array("%PDF".utf8)) else {
        throw CocoaError(.fileReadCorruptFile)
      }
      try data.write(to: file, options: .atomic)
    } catch {
      throw Failure(
        .badInput,
        say(
          "\(page.lastPathComponent): \(program) did not print it (status \(status))",
          "\(page.lastPathComponent): \(program) tidak mencetaknya (status \(status))"
        )
      )
    }
  }

  /// Runs a program without streams to its end, or kills it when its time is up.
  ///
  /// Foundation's `Process` would wait for every process that the browser leaves behind.
  private func run(_ words: [String]) -> Int32 {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for stream in Int32(0)...2 {
      let mode = stream == 0 ? O_RDONLY : O_WRONLY
      unsafe posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", mode, 0)
    }
    var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
    var variables =
      unsafe ProcessInfo.processInfo.environment.map { unsafe strdup("\($0)=\($1)") } + [nil]
    defer { unsafe (arguments + variables).forEach { unsafe free($0) } }
    var child: pid_t = 0
    guard unsafe posix_spawn(&child, words[0], &actions, nil, &arguments, &variables) == 0 else {
      return -1
    }
    let deadline = Date(timeIntervalSinceNow: Self.seconds)
    var status: Int32 = 0
    while unsafe waitpid(child, &status, WNOHANG) == 0 {
      if Date() > deadline { kill(child, SIGKILL) }
      usleep(20_000)
    }
    return status
  }
}
