public import ClaimModel

/// One answer of a server.
public struct FetchedAnswer: Hashable, Sendable {
  /// The address that was asked.
  public let url: String
  /// When the answer was complete.
  public let date: Timestamp
  /// The address that the connection went to.
  public let address: IPAddress?
  /// The request's header as it was sent, without credentials; empty where it was not recorded.
  public let requestHead: String
  /// The request's body; empty for a GET.
  public let requestBody: [UInt8]
  /// The version of HTTP: `1.0`, `1.1`, `2`.
  public let version: String
  /// The status code.
  public let status: Int
  /// The words after the status code; empty in HTTP/2.
  public let reason: String
  /// The header fields, in the order of the answer.
  public let headers: [HeaderField]
  /// The body, decompressed.
  public let body: [UInt8]
}

/// What fetching an address brought: the last answer, and the redirects before it.
public struct FetchedPage: Hashable, Sendable {
  /// The redirects, first one first.
  public let redirects: [FetchedAnswer]
  /// The answer that is not a redirect.
  public let answer: FetchedAnswer

  /// The address that answered.
  public var url: String { answer.url }
  /// The status code.
  public var status: Int { answer.status }
  /// The header fields.
  public var headers: [HeaderField] { answer.headers }
  /// The body, decompressed.
  public var body: [UInt8] { answer.body }
}
