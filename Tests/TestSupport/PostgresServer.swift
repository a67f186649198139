import Foundation
import Glibc

/// A PostgreSQL server of the tests' own, on a socket in a folder of its own, gone when the tests are.
///
/// A watchman, a shell that outlives the tests, stops it and removes its folder, also when they are killed.
public struct PostgresServer: Sendable {
  /// Why there is none.
  public struct Failure: Error, CustomStringConvertible {
    /// The sentence that says it.
    public let description: String
  }

  let folder: String
  /// Its port on the loopback where it speaks TLS; nil where it is only on a socket.
  let port: Int?
  private let programs: String
  /// As whom its programs run: a server refuses to run as root.
  private let runner: [String]

  /// Whether PostgreSQL is installed.
  public static let isInstalled = programsFolder != nil

  private static let programsFolder: String? = {
    let home = "/usr/lib/postgresql"
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: home)) ?? []
    return versions.compactMap(Int.init).sorted().last { $0 >= 15 }.map { "\(home)/\($0)/bin" }
  }()

  /// Makes a server and starts it.
  ///
  /// With `tls` it is on the loopback, too, where it takes only connections over TLS.
  ///
  /// - Throws: ``Failure`` with what the server's programs said.
  public init(tls: Bool = false) throws {
    guard let programs = Self.programsFolder else {
      throw Failure(description: "no PostgreSQL 15 or later in /usr/lib/postgresql")
    }
    self.programs = programs
    runner = getuid() == 0 ? ["runuser", "-u", "postgres", "--"] : []
    port = tls ? try Self.freePort() : nil
    folder = "/tmp/tilik-pg-\(UUID().uuidString.prefix(8))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    if getuid() == 0 { try Self.run(["chown", "postgres", folder]) }
    try run(
      "initdb",
      "-D",
      data,
      "-A",
      "trust",
      "-U",
      "owner",
      "-E",
      "UTF8",
      "--locale=C.UTF-8",
      "--no-sync"
    )
    if tls { try makeCertificates() }
    try watch()
    try start()
  }

  var data: String { folder + "/data" }

  /// Starts it, on a socket and perhaps the loopback, without waiting for the disk: the tests kill processes, not machines.
  public func start() throws {
    let network =
      port.map { "-c ssl=on -c listen_addresses=127.0.0.1 -c port=\($0)" }
      ?? "-c listen_addresses=''"
    let options =
      "\(network) -c unix_socket_directories=\(folder) -c fsync=off -c full_page_writes=off "
      + "-c max_connections=120 -c shared_buffers=64MB"
    try run("pg_ctl", "-D", data, "-w", "-s", "-l", folder + "/log", "-o", options, "start")
  }

  /// Kills it as a power cut would, with all its processes.
  public func crash() throws {
    try run("pg_ctl", "-D", data, "-s", "-m", "immediate", "-w", "stop")
  }

  /// Runs SQL as the owner and gives what `psql` prints, unaligned.
  @discardableResult
  public func sql(
    _ text: String,
    in database: String = "postgres",
    as role: String = "owner"
  )
    throws -> String
  {
    try Self.run([
      "\(programs)/psql", "-h", folder, "-p", String(port ?? 5432), "-U", role, "-d", database,
      "-X", "-q", "-A", "-t",
      "-v", "ON_ERROR_STOP=1", "-c", text,
    ])
  }

  /// Makes a new, empty database and gives its name.
  public func database() throws -> String {
    let name = "t\(UUID().uuidString.lowercased().prefix(8))"
    try sql("CREATE DATABASE \(name)")
    return name
  }

  /// The address of a database.
  public func address(_ database: String, as role: String = "owner") -> String {
    "postgresql://\(role)@/\(database)?host=\(folder)"
  }

  /// Ends every connection to a database but the asking one.
  ///
  /// - Returns: how many there were.
  @discardableResult
  public func cutConnections(to database: String) throws -> Int {
    let cut = try sql(
      "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = '\(database)'"
    )
    return cut.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }.first ?? 0
  }

  private func watch() throws {
    let script = """
      while kill -0 \(getpid()) 2>/dev/null; do sleep 1; done
      \(runner.joined(separator: " ")) \(programs)/pg_ctl -D \(data) -s -m immediate stop; rm -rf \(folder)
      """
    try Self.run(["sh", "-c", "setsid nohup sh -c \"$0\" > /dev/null 2>&1 < /dev/null &", script])
  }

  func run(_ program: String, _ arguments: String...) throws {
    try Self.run(runner + ["\(programs)/\(program)"] + arguments)
  }

  /// Runs a command and gives what it prints.
  @discardableResult
  static func run(_ words: [String]) throws -> String {
    var environment = ProcessInfo.processInfo.environment
    environment["LC_ALL"] = "C.UTF-8"
    let result = try ChildProcess.run(
      words[0],
      Array(words.dropFirst()),
      environment: environment,
      folder: "/tmp",
      seconds: 60
    )
    guard result.status == 0 else {
      throw Failure(description: "\(words[0]): " + String(decoding: result.talk, as: UTF8.self))
    }
    return String(decoding: result.output, as: UTF8.self)
  }
}
