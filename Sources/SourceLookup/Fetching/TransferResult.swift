import CCurl
import ClaimModel

extension Transfer {
  /// The answer of a transfer that is complete.
  func answer(
    _ address: WebAddress,
    _ request: FetchRequest,
    date: Timestamp
  ) throws(FetchError) -> FetchedAnswer {
    guard let statusLine = headLines.first, statusLine.hasPrefix("HTTP/") else {
      throw .malformed(url: address.text, reason: .notHTTP)
    }
    let parts = statusLine.dropFirst(5).split(separator: " ", maxSplits: 2)
    guard parts.count >= 2, let status = Int(parts[1]) else {
      throw .malformed(url: address.text, reason: .notHTTP)
    }
    let headers = headLines.dropFirst().compactMap(Self.field)
    if address.scheme == "https", isOpenEnded(String(parts[0]), status, headers), mayBeCut {
      throw .cutShort(url: address.text)
    }
    return FetchedAnswer(
      url: address.text,
      date: date,
      address: remoteAddress,
      requestHead: publicRequestHead(request.secretHeaders),
      requestBody: request.body ?? [],
      version: String(parts[0]),
      status: status,
      reason: parts.count > 2 ? String(parts[2]) : "",
      headers: headers,
      body: body
    )
  }

  /// What went wrong, in the terms of people.
  func error(_ code: CURLcode, _ address: WebAddress) -> FetchError {
    let url = address.text
    switch stop {
    case .tooLarge: return .tooLarge(url: url, limit: rules.mostBytes)
    case .headerTooLarge: return .headerTooLarge(url: url)
    case .refused(let refused) where code != CURLE_OPERATION_TIMEDOUT:
      return .refusedAddress(url: url, address: refused)
    default: break
    }
    switch code {
    case CURLE_URL_MALFORMAT: return .badAddress(url: url)
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: return .unknownHost(url: url)
    case CURLE_COULDNT_CONNECT, CURLE_SEND_ERROR: return .unreachable(url: url)
    case CURLE_OPERATION_TIMEDOUT: return .tooSlow(url: url)
    case CURLE_PARTIAL_FILE, CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_HTTP2, CURLE_HTTP2_STREAM:
      return .cutShort(url: url)
    case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CIPHER:
      return .insecure(url: url, reason: .handshake)
    case CURLE_PEER_FAILED_VERIFICATION: return .insecure(url: url, reason: .certificate)
    // These are about files of this machine, not about the site.
    case CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CERTPROBLEM:
      return .insecure(url: url, reason: .library(Self.words(code)))
    // The scheme is http or https by now: “unsupported” is what the server speaks.
    case CURLE_WEIRD_SERVER_REPLY, CURLE_UNSUPPORTED_PROTOCOL:
      return .malformed(url: url, reason: .notHTTP)
    case CURLE_BAD_CONTENT_ENCODING: return .malformed(url: url, reason: .compression)
    default: return .failed(url: url, reason: .library(Self.words(code)))
    }
  }

  private static func words(_ code: CURLcode) -> String {
    unsafe String(cString: curl_easy_strerror(code))
  }

  /// Whether only the end of the connection says where a body ends; of redirects it is not read.
  private func isOpenEnded(_ version: String, _ status: Int, _ headers: [HeaderField]) -> Bool {
    version.hasPrefix("1") && ![204, 304].contains(status)
      && !Fetcher.redirectStatuses.contains(status) && headers.first("Content-Length") == nil
      && headers.first("Transfer-Encoding") == nil
  }

  /// Whether anybody on the way may have closed a connection that is encrypted.
  ///
  /// libcurl 7.88 takes the end of the connection for that of the body, whoever ended it (measured). Over OpenSSL it tells
  /// when the server's own end came; over other TLS libraries it is not known here, and nothing is held against an answer.
  private var mayBeCut: Bool { Self.tellsEnds && !saidItsEnd }

  private static let tellsEnds = unsafe String(cString: curl_version()).contains("OpenSSL/")

  private static func field(_ line: String) -> HeaderField? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    return HeaderField(line[..<colon].trimmed, line[line.index(after: colon)...].trimmed)
  }

  private var remoteAddress: IPAddress? {
    var text: UnsafePointer<CChar>?
    guard unsafe tilik_curl_get_text(handle, CURLINFO_PRIMARY_IP, &text) == CURLE_OK,
      let text = unsafe text
    else { return nil }
    return IPAddress(unsafe String(cString: text))
  }

  /// The header that was sent, without the lines that hold credentials.
  private func publicRequestHead(_ secrets: [HeaderField]) -> String {
    let names = Set(secrets.map { $0.name.lowercased() })
    return String(decoding: requestHead, as: UTF8.self)
      .split(separator: "\r\n", omittingEmptySubsequences: false)
      .filter { line in !names.contains(line.prefix { $0 != ":" }.lowercased()) }
      .joined(separator: "\r\n")
  }
}
