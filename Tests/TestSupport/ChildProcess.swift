import Foundation
public import Glibc

/// Another program, run to its end with its streams in files.
///
/// Foundation's `Process` waits until every descendant has let go of a socket that all of them inherit, so a program that
/// leaves a server behind (tmux, a browser) is waited for without end. This one hands down its three streams and nothing
/// else, waits for the child alone, and kills it when its time is up.
public final class ChildProcess {
  /// What a run left behind.
  public struct Result: Sendable {
    /// The exit status, or the number of the signal that ended it.
    public var status: Int32
    /// What it wrote to standard output.
    public var output: [UInt8]
    /// What it wrote to standard error.
    public var talk: [UInt8]
    /// Whether it ended by a signal.
    public var wasKilled: Bool
    /// Whether it was killed because its time was up.
    public var timedOut: Bool
  }

  /// Why a program did not start.
  public struct Failure: Error, CustomStringConvertible {
    /// The sentence that says it.
    public let description: String
  }

  /// The child's process number.
  public let identifier: pid_t
  private let streams: URL
  private let deadline: Date
  private var hasEnded = false

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - executable: Its path, or its name if it is to be looked for in `PATH`.
  ///   - arguments: Its arguments, without its own name.
  ///   - input: What it reads on standard input.
  ///   - environment: All of its environment; that of the tests unless given.
  ///   - folder: The folder it runs in; that of the tests unless given.
  ///   - seconds: How long it may take before it is killed.
  /// - Throws: `Failure` if the system refuses to start it, or the error of a stream's file.
  public init(
    _ executable: String,
    _ arguments: [String],
    input: [UInt8] = [],
    environment: [String: String]? = nil,
    folder: String = ".",
    seconds: Double = 300
  ) throws {
    let streams = FileManager.default.temporaryDirectory.appending(
      path: "tilik-streams-\(UUID().uuidString)"
    )
    try FileManager.default.createDirectory(at: streams, withIntermediateDirectories: true)
    let paths = ["in", "out", "err"].map { streams.appending(path: $0).path }
    try Data(input).write(to: URL(filePath: paths[0]))
    self.streams = streams
    deadline = Date(timeIntervalSinceNow: seconds)
    identifier = try Self.spawn(
      ["/usr/bin/env", "-C", folder, executable] + arguments,
      environment: (environment ?? ProcessInfo.processInfo.environment).map { "\($0)=\($1)" },
      streams: paths
    )
  }

  /// Ends it where nobody waited for it: a child that has ended and is not waited for keeps Swift Testing's own wait for
  /// the children of exit tests busy without end.
  deinit {
    if !hasEnded {
      kill()
      var status: Int32 = 0
      unsafe waitpid(identifier, &status, 0)
    }
    try? FileManager.default.removeItem(at: streams)
  }

  private static func spawn(
    _ words: [String],
    environment: [String],
    streams: [String]
  ) throws -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for (number, path) in streams.enumerated() {
      let mode = number == 0 ? O_RDONLY : O_WRONLY | O_CREAT | O_TRUNC
      unsafe posix_spawn_file_actions_addopen(&actions, Int32(number), path, mode, 0o600)
    }
    // More than any test has open; closing what is not open is no error here.
    for number in Int32(3)..<512 { unsafe posix_spawn_file_actions_addclose(&actions, number) }
    // The threads that tests run on block signals, and a child would inherit that: tmux then lets its server live on.
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe posix_spawnattr_setsigmask(&attributes, &signals)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var arguments = unsafe words.map { unsafe strdup($0) } + [nil]
    var variables = unsafe environment.map { unsafe strdup($0) } + [nil]
    defer { unsafe (arguments + variables).forEach { unsafe free($0) } }
    var child: pid_t = 0
    let code = unsafe posix_spawnp(&child, words[0], &actions, &attributes, &arguments, &variables)
    guard code == 0 else {
      throw Failure(
        description: "\(words[0]) does not start: \(unsafe String(cString: strerror(code)))"
      )
    }
    return child
  }

  /// Ends it at once, as `kill -9` does.
  public func kill() { Glibc.kill(identifier, SIGKILL) }

  /// Waits until it ends, or until its time is up.
  ///
  /// - Throws: The error of reading what it printed.
  public func finish() throws -> Result {
    var status: Int32 = 0
    var timedOut = false
    while unsafe waitpid(identifier, &status, WNOHANG) == 0 {
      if !timedOut, Date() > deadline {
        timedOut = true
        kill()
      }
      usleep(2_000)
    }
    hasEnded = true
    let signal = status & 0x7F
    return Result(
      status: signal == 0 ? (status >> 8) & 0xFF : signal,
      output: try read("out"),
      talk: try read("err") + (timedOut ? Array("\nkilled: it took too long".utf8) : []),
      wasKilled: signal != 0,
      timedOut: timedOut
    )
  }

  private func read(_ stream: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: streams.appending(path: stream)))
  }

  /// Runs a program to its end, with the parameters of `init`.
  public static func run(
    _ executable: String,
    _ arguments: [String],
    input: [UInt8] = [],
    environment: [String: String]? = nil,
    folder: String = ".",
    seconds: Double = 300
  ) throws -> Result {
    try ChildProcess(
      executable,
      arguments,
      input: input,
      environment: environment,
      folder: folder,
      seconds: seconds
    ).finish()
  }
}
