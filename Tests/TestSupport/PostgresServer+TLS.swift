import Foundation
import Glibc

extension PostgresServer {
  /// Whether the program that makes its certificates is installed.
  public static let canSpeakTLS = FileManager.default.isExecutableFile(atPath: "/usr/bin/openssl")

  /// The certificate that vouches for the server's.
  public var authority: String { folder + "/authority.pem" }

  /// A certificate that vouches for nothing here.
  public var stranger: String { folder + "/stranger.pem" }

  /// A client's certificate for a role, and its key.
  public func clientCertificate(for role: String) throws -> (certificate: String, key: String) {
    let file = "\(folder)/client-\(role)"
    try sign(file, subject: "/CN=\(role)", extension: "extendedKeyUsage=clientAuth")
    return (file + ".pem", file + ".key")
  }

  /// A password file for a role, as libpq reads it.
  public func passwordFile(for role: String, password: String) throws -> String {
    let file = "\(folder)/password-\(role)"
    try Data("*:*:*:\(role):\(password)\n".utf8).write(to: URL(filePath: file))
    try Self.run(["chmod", "600", file])
    return file
  }

  /// The address of a database on the loopback; `parameters` go after the question mark.
  ///
  /// The server's certificate is for `localhost`.
  public func networkAddress(
    _ database: String,
    as role: String,
    host: String = "localhost",
    _ parameters: String
  ) -> String {
    "postgresql://\(role)@\(host):\(port ?? 5432)/\(database)?hostaddr=127.0.0.1&\(parameters)"
  }

  /// Makes what the server needs to prove who it is, and tells it whom to let in: over the network a password or a
  /// certificate, and nobody without TLS.
  func makeCertificates() throws {
    for name in ["authority", "stranger"] {
      try openssl(
        ["req", "-x509", "-nodes", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"]
          + ["-days", "2", "-subj", "/CN=\(name)", "-keyout", "\(folder)/\(name).key"]
          + ["-out", "\(folder)/\(name).pem"]
      )
    }
    try sign(
      folder + "/server",
      subject: "/CN=localhost",
      extension: "subjectAltName=DNS:localhost"
    )
    for ending in ["pem", "key"] {
      try Self.run([
        "install", "-m", "600", "\(folder)/server.\(ending)", "\(data)/server.\(ending)",
      ])
    }
    try Self.run(["install", "-m", "644", authority, "\(data)/authority.pem"])
    if getuid() == 0 { try Self.run(["chown", "-R", "postgres", data]) }
    try append(
      """
      ssl_cert_file = 'server.pem'
      ssl_key_file = 'server.key'
      ssl_ca_file = 'authority.pem'
      """,
      to: data + "/postgresql.conf"
    )
    let rules = """
      local all all trust
      hostssl all "with-certificate" 127.0.0.1/32 cert
      hostssl all all 127.0.0.1/32 scram-sha-256
      """
    try Data((rules + "\n").utf8).write(to: URL(filePath: data + "/pg_hba.conf"))
  }

  /// Makes a key and a certificate that the authority signed.
  private func sign(_ file: String, subject: String, extension attribute: String) throws {
    try openssl(
      ["req", "-nodes", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"]
        + ["-subj", subject, "-keyout", file + ".key", "-out", file + ".csr"]
    )
    try Data("\(attribute)\n".utf8).write(to: URL(filePath: file + ".ext"))
    try openssl(
      ["x509", "-req", "-in", file + ".csr", "-CA", authority, "-CAkey", folder + "/authority.key"]
        + ["-CAcreateserial", "-days", "2", "-extfile", file + ".ext", "-out", file + ".pem"]
    )
    try Self.run(["chmod", "600", file + ".key"])
  }

  private func openssl(_ arguments: [String]) throws {
    try Self.run(["/usr/bin/openssl"] + arguments)
  }

  private func append(_ text: String, to path: String) throws {
    let file = try FileHandle(forUpdating: URL(filePath: path))
    defer { try? file.close() }
    try file.seekToEnd()
    try file.write(contentsOf: Data(("\n" + text + "\n").utf8))
  }

  /// A port of the loopback that nobody has at this moment.
  static func freePort() throws -> Int {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard socket >= 0 else { throw Failure(description: "no socket") }
    defer { close(socket) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let status = unsafe withUnsafeMutablePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        unsafe bind(socket, generic, length) == 0 ? getsockname(socket, generic, &length) : -1
      }
    }
    guard status == 0 else { throw Failure(description: "no free port") }
    return Int(UInt16(bigEndian: address.sin_port))
  }
}
