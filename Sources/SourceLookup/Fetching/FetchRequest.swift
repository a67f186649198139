/// What to fetch.
public struct FetchRequest: Hashable, Sendable {
  /// The address, `http` or `https`.
  public var url: String
  /// The body of a POST; nil for a GET.
  public var body: [UInt8]?
  /// Further header fields, in order.
  public var headers: [HeaderField]
  /// Header fields that hold credentials: sent to the first host only, and never shown, logged or stored.
  public var secretHeaders: [HeaderField]
  /// The entity tag of a copy one has; the server may answer 304.
  public var knownTag: String?
  /// The `Last-Modified` of a copy one has; the server may answer 304.
  public var knownDate: String?
  /// Whether an address reached by `https` may redirect to one of plain `http`.
  public var allowsDowngrade: Bool

  /// Asks for an address.
  public init(
    url: String,
    body: [UInt8]? = nil,
    headers: [HeaderField] = [],
    secretHeaders: [HeaderField] = [],
    knownTag: String? = nil,
    knownDate: String? = nil,
    allowsDowngrade: Bool = false
  ) {
    self.url = url
    self.body = body
    self.headers = headers
    self.secretHeaders = secretHeaders
    self.knownTag = knownTag
    self.knownDate = knownDate
    self.allowsDowngrade = allowsDowngrade
  }
}

/// A header field of a request or an answer.
public struct HeaderField: Hashable, Sendable {
  /// The name, as it was written.
  public var name: String
  /// The value without white space around it.
  public var value: String

  /// Makes a field.
  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

extension [HeaderField] {
  /// The value of the first field of that name, whose case does not matter.
  public func first(_ name: String) -> String? {
    let wanted = name.lowercased()
    return first { $0.name.lowercased() == wanted }?.value
  }
}
