/// What a fetcher allows itself and expects of servers.
public struct FetchRules: Hashable, Sendable {
  /// Who asks, with a way to reach them: `Tilik/1.0 (https://example.org; desk@example.org)`.
  public var userAgent: String
  /// Which addresses may be connected to.
  public var addresses = AddressPolicy.publicOnly
  /// The largest body in bytes, after decompression.
  public var mostBytes = 16 << 20
  /// The largest header of an answer in bytes.
  public var mostHeaderBytes = 128 << 10
  /// The most redirects that are followed.
  public var mostRedirects = 8
  /// Seconds until a connection has to stand.
  public var connectSeconds = 15
  /// Seconds for one answer altogether.
  public var totalSeconds = 120
  /// A transfer slower than this many bytes a second, for ``slowSeconds``, is given up.
  public var slowestRate = 100
  /// Seconds that a transfer may be slower than ``slowestRate``.
  public var slowSeconds = 20
  /// Transfers at once, over all hosts.
  public var mostTransfers = 16
  /// Transfers at once from one host.
  public var mostTransfersPerHost = 2
  /// Milliseconds between the beginnings of two requests to one host.
  public var hostIntervalMilliseconds = 0
  /// Attempts after the first that failed in a way that may pass.
  public var mostRetries = 2
  /// Milliseconds before the first new attempt; doubled for each further one, and varied by half up and down.
  public var retryMilliseconds = 1_000
  /// The longest `Retry-After` in seconds that is waited for; a longer one is an error that says so.
  public var mostRetryAfter = 120
  /// A proxy to go through; nil for none, whatever the environment says.
  ///
  /// With one, the proxy finds the pages' addresses, so the address policy cannot hold.
  public var proxy: String?
  /// A file of certificates to trust instead of the system's.
  public var certificateFile: String?
  /// Host names that lead to a fixed address, as in `/etc/hosts`; the address policy holds for them, too.
  public var hosts: [FixedHost] = []

  /// Makes the default rules.
  public init(userAgent: String) { self.userAgent = userAgent }

  /// A host name that leads to a fixed address.
  public struct FixedHost: Hashable, Sendable {
    /// The name.
    public var name: String
    /// The port it holds for.
    public var port: Int
    /// Where it leads.
    public var address: IPAddress

    /// Makes an entry.
    public init(name: String, port: Int, address: IPAddress) {
      self.name = name
      self.port = port
      self.address = address
    }
  }
}
