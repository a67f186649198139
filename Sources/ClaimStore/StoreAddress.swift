/// Where a ledger is kept: a file, or a database on a PostgreSQL server.
public enum StoreAddress: Hashable, Sendable {
  /// A SQLite file.
  case file(path: String)
  /// A database, as libpq reads it: `postgresql://…`.
  case server(connection: String)

  /// Reads an address; what is not one of a server is a file's path.
  public init(_ text: String) {
    let isServer = ["postgresql://", "postgres://"].contains { text.hasPrefix($0) }
    self = isServer ? .server(connection: text) : .file(path: text)
  }

  /// What is opened: the path, or the connection's address.
  public var connection: String {
    switch self {
    case .file(let path): path
    case .server(let connection): connection
    }
  }
}

extension StoreAddress {
  /// Whether a password is written in it.
  public var hasPassword: Bool {
    guard case .server(let connection) = self else { return false }
    return description != connection.prefix { $0 != "?" } || connection.contains("password=")
  }
}

extension StoreAddress: CustomStringConvertible {
  /// The address as it may be shown: without its password and parameters.
  public var description: String {
    guard case .server(let connection) = self else { return connection }
    let address = connection.prefix { $0 != "?" }
    guard let scheme = address.firstRange(of: "://"),
      let at = address[scheme.upperBound...].lastIndex(of: "@"),
      let colon = address[scheme.upperBound..<at].firstIndex(of: ":")
    else { return String(address) }
    return String(address[..<colon] + address[at...])
  }
}
