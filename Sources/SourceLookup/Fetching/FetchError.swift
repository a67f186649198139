/// Why an address could not be fetched.
public enum FetchError: Error, Hashable, Sendable {
  /// The text is no address of `http` or `https`, or has a user name in it.
  case badAddress(url: String)
  /// The host leads to an address that the policy refuses.
  case refusedAddress(url: String, address: IPAddress)
  /// The host name leads nowhere.
  case unknownHost(url: String)
  /// Nothing answers there.
  case unreachable(url: String)
  /// The connection could not be made safe: a wrong certificate, a handshake that broke off.
  case insecure(url: String, reason: Reason)
  /// It took longer than allowed, or almost nothing arrived for too long.
  case tooSlow(url: String)
  /// The body, decompressed, is larger than allowed.
  case tooLarge(url: String, limit: Int)
  /// The header is larger than allowed.
  case headerTooLarge(url: String)
  /// The answer ended before it was complete.
  case cutShort(url: String)
  /// The answer is not HTTP, or its compression is broken.
  case malformed(url: String, reason: Reason)
  /// More redirects than allowed.
  case tooManyRedirects(url: String, limit: Int)
  /// A redirect without an address, or to something else than `http` and `https`.
  case badRedirect(url: String, target: String)
  /// A redirect from `https` to `http`, where anyone on the way could change the page.
  case downgrade(url: String, target: String)
  /// The server asks to wait longer than is waited for.
  case busy(url: String, seconds: Int)
  /// Whoever asked wanted no more.
  case stopped(url: String)
  /// Something else that libcurl says.
  case failed(url: String, reason: Reason)

  /// What was wrong with a connection or an answer.
  public enum Reason: Hashable, Sendable {
    /// The server's certificate is of somebody else, or nobody vouches for it.
    case certificate
    /// The server broke off while the connection was made safe, or knows no cipher that is.
    case handshake
    /// What came is not HTTP.
    case notHTTP
    /// The body cannot be decompressed.
    case compression
    /// libcurl could not begin: there is no memory left.
    case noStart
    /// Something else, in libcurl's words.
    case library(String)
  }
}

extension FetchError.Reason: CustomStringConvertible {
  /// The reason in English.
  public var description: String {
    switch self {
    case .certificate: return "its certificate is not for this site, or nobody vouches for it"
    case .handshake: return "the server did not finish the TLS handshake"
    case .notHTTP: return "it is not HTTP"
    case .compression: return "its compression is broken"
    case .noStart: return "libcurl did not start"
    case .library(let message): return message
    }
  }
}

extension FetchError: CustomStringConvertible {
  /// One line for people: what was asked for, what happened, what to do.
  public var description: String {
    switch self {
    case .badAddress(let url):
      return "\(redacted(url)) is not an address to fetch; give one that begins with http:// or"
        + " https:// and has no user name in it"
    case .refusedAddress(let url, let address):
      return
        "\(redacted(url)) leads to \(address), which is not a public address; nothing was fetched"
    case .unknownHost(let url): return "\(redacted(url)): no such host; check the spelling"
    case .unreachable(let url): return "\(redacted(url)): nothing answers there; try again later"
    case .insecure(let url, let reason):
      return "\(redacted(url)): no safe connection (\(reason)); nothing was fetched"
    case .tooSlow(let url): return "\(redacted(url)): the answer took too long; try again later"
    case .tooLarge(let url, let limit):
      return "\(redacted(url)): the answer is larger than \(limit) bytes; nothing was kept"
    case .headerTooLarge(let url): return "\(redacted(url)): the answer's header is too large"
    case .cutShort(let url):
      return "\(redacted(url)): the answer broke off; nothing was kept, try again"
    case .malformed(let url, let reason): return "\(redacted(url)): not a valid answer (\(reason))"
    case .tooManyRedirects(let url, let limit):
      return "\(redacted(url)): more than \(limit) redirects; it seems to go in circles"
    case .badRedirect(let url, let target):
      return "\(redacted(url)) redirects to “\(redacted(target))”, which cannot be fetched"
    case .downgrade(let url, let target):
      return "\(redacted(url)) redirects to \(redacted(target)), which is not encrypted; fetch that"
        + " address itself if you mean it"
    case .busy(let url, let seconds):
      return "\(redacted(url)): the server asks to wait \(seconds) seconds; try again then"
    case .stopped(let url): return "\(redacted(url)): stopped"
    case .failed(let url, let reason): return "\(redacted(url)): \(reason)"
    }
  }

  /// The address that was asked, without secrets.
  public var url: String {
    switch self {
    case .badAddress(let url), .refusedAddress(let url, _), .unknownHost(let url),
      .unreachable(let url), .insecure(let url, _), .tooSlow(let url), .tooLarge(let url, _),
      .headerTooLarge(let url), .cutShort(let url), .malformed(let url, _),
      .tooManyRedirects(let url, _), .badRedirect(let url, _), .downgrade(let url, _),
      .busy(let url, _), .stopped(let url), .failed(let url, _):
      return redacted(url)
    }
  }

  /// The address that a redirect led to, without secrets; nil where the error is about none.
  public var target: String? {
    switch self {
    case .badRedirect(_, let target), .downgrade(_, let target): return redacted(target)
    default: return nil
    }
  }

  /// The address without a user's name and password and without the values of parameters that hold keys.
  private func redacted(_ url: String) -> String {
    var url = url
    if let start = url.firstRange(of: "://")?.upperBound {
      let authority = url[start...].prefix { !"/?#".contains($0) }
      if let at = authority.lastIndex(of: "@") { url.replaceSubrange(start..<at, with: "…") }
    }
    guard let mark = url.firstIndex(of: "?") else { return url }
    let parameters = url[url.index(after: mark)...].split(separator: "&").map { parameter in
      let name = parameter.prefix { $0 != "=" }
      let isSecret = ["key", "token", "secret", "password", "signature"]
        .contains { name.lowercased().contains($0) }
      return isSecret ? "\(name)=…" : String(parameter)
    }
    return url[...mark] + parameters.joined(separator: "&")
  }
}
