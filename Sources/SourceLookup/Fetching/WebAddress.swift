import CCurl

/// An address of `http` or `https`, taken apart by libcurl, so that what is judged is what is fetched.
struct WebAddress: Hashable, Sendable {
  /// The whole address, without a fragment.
  let text: String
  let scheme: String
  /// The host in lower case, brackets of an IPv6 address included.
  let host: String
  let port: Int
  /// The path, `/` at least.
  let path: String

  /// Reads an address; nil for another scheme, no host, or a user name in it.
  init?(_ text: String) {
    self.init(text, relativeTo: nil)
  }

  /// The address that a link or redirect on this page leads to; nil where it cannot be fetched.
  func resolving(_ link: String) -> WebAddress? {
    WebAddress(link, relativeTo: text)
  }

  /// Whether both are of the same scheme, host and port.
  func isSameOrigin(as other: WebAddress) -> Bool {
    scheme == other.scheme && host == other.host && port == other.port
  }

  private init?(_ text: String, relativeTo base: String?) {
    guard let parts = unsafe curl_url() else { return nil }
    defer { unsafe curl_url_cleanup(parts) }
    if let base {
      guard unsafe curl_url_set(parts, CURLUPART_URL, base, 0) == CURLUE_OK else { return nil }
    }
    let flags = UInt32(CURLU_DISALLOW_USER)
    guard unsafe curl_url_set(parts, CURLUPART_URL, Self.encoded(text.trimmed), flags) == CURLUE_OK,
      unsafe curl_url_set(parts, CURLUPART_FRAGMENT, nil, 0) == CURLUE_OK
    else { return nil }
    func part(_ part: CURLUPart, _ flags: Int32 = 0) -> String? {
      var value: UnsafeMutablePointer<CChar>?
      guard unsafe curl_url_get(parts, part, &value, UInt32(flags)) == CURLUE_OK,
        let found = unsafe value
      else { return nil }
      defer { unsafe curl_free(found) }
      return unsafe String(cString: found)
    }
    guard let scheme = part(CURLUPART_SCHEME)?.lowercased(), ["http", "https"].contains(scheme),
      let host = part(CURLUPART_HOST)?.lowercased(), !host.isEmpty,
      let port = part(CURLUPART_PORT, CURLU_DEFAULT_PORT).flatMap({ Int($0) }),
      let whole = part(CURLUPART_URL)
    else { return nil }
    self.scheme = scheme
    self.host = host
    self.port = port
    self.text = whole
    path = part(CURLUPART_PATH) ?? "/"
  }

  /// The address with spaces, control characters and everything beyond ASCII percent-encoded after the host.
  ///
  /// People paste such addresses and servers redirect to them; libcurl would send the bytes as they are.
  private static func encoded(_ text: String) -> String {
    var slashes = 0
    var out: [UInt8] = []
    let isWhole = text.contains("://")
    for byte in text.utf8 {
      if byte == UInt8(ascii: "/") || byte == UInt8(ascii: "?") { slashes += 1 }
      let isAfterHost = !isWhole || slashes > 2
      if isAfterHost, byte <= 0x20 || byte >= 0x7F {
        out.append(contentsOf: percentEncoded(byte).utf8)
      } else {
        out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}

/// A byte as `%XX`.
func percentEncoded(_ byte: UInt8) -> String {
  let hex = String(byte, radix: 16, uppercase: true)
  return "%" + (hex.utf8.count < 2 ? "0" : "") + hex
}

/// A text as a value of a query: all but unreserved characters (RFC 3986) percent-encoded.
func percentEncoded(_ text: String) -> String {
  var out = ""
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"), UInt8(ascii: "-"):
      out.unicodeScalars.append(Unicode.Scalar(byte))
    default: out += percentEncoded(byte)
    }
  }
  return out
}
