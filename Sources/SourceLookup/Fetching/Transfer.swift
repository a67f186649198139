import CCurl
import Glibc

/// One request on its way through libcurl, and what has arrived of the answer.
///
/// libcurl calls back while the transfer is driven, always on the thread that drives it; so nothing here is shared.
@safe
final class Transfer {
  /// Why a callback stopped the transfer.
  enum Stop {
    case tooLarge
    case headerTooLarge
    case refused(IPAddress)
  }

  /// libcurl's handle, which the transfer owns.
  let handle: UnsafeMutableRawPointer
  /// What the fetcher allows itself.
  let rules: FetchRules
  private var headerList: UnsafeMutablePointer<curl_slist>?
  private var hostList: UnsafeMutablePointer<curl_slist>?
  private var pieces: [[UInt8]] = []
  private var bodySize = 0
  private var headBytes = 0
  private(set) var headLines: [String] = []
  private(set) var requestHead: [UInt8] = []
  private(set) var stop: Stop?
  /// Whether the server said over TLS that it has nothing more to send.
  private(set) var saidItsEnd = false

  /// The body as it arrived, decompressed.
  var body: [UInt8] { pieces.count == 1 ? pieces[0] : Array(pieces.joined()) }

  /// Prepares a request; nil where libcurl has no memory left.
  init?(_ address: WebAddress, _ request: FetchRequest, secrets: Bool, rules: FetchRules) {
    guard let handle = unsafe curl_easy_init() else { return nil }
    unsafe self.handle = unsafe handle
    self.rules = rules
    setLimits()
    setCallbacks()
    set(CURLOPT_URL, address.text)
    set(CURLOPT_USERAGENT, rules.userAgent)
    // An empty list asks for every compression that this libcurl can undo.
    set(CURLOPT_ACCEPT_ENCODING, "")
    if let body = request.body {
      _ = unsafe body.withUnsafeBytes { bytes in
        unsafe tilik_curl_set_body(
          handle,
          bytes.baseAddress ?? UnsafeRawPointer(handle),
          bytes.count
        )
      }
    }
    var fields = request.headers
    if secrets { fields += request.secretHeaders }
    if let tag = request.knownTag { fields.append(HeaderField("If-None-Match", tag)) }
    if let date = request.knownDate { fields.append(HeaderField("If-Modified-Since", date)) }
    for field in fields {
      unsafe headerList = curl_slist_append(headerList, Self.line(field))
    }
    _ = unsafe tilik_curl_set_pointer(handle, CURLOPT_HTTPHEADER, headerList)
    for host in rules.hosts {
      let entry = "\(host.name):\(host.port):\(host.address)"
      unsafe hostList = curl_slist_append(hostList, entry)
    }
    _ = unsafe tilik_curl_set_pointer(handle, CURLOPT_RESOLVE, hostList)
  }

  deinit {
    unsafe curl_easy_cleanup(handle)
    unsafe curl_slist_free_all(headerList)
    unsafe curl_slist_free_all(hostList)
  }

  /// A header line; line breaks cannot come into it.
  private static func line(_ field: HeaderField) -> String {
    "\(field.name): \(field.value)".filter { !$0.isNewline }
  }

  private func set(_ option: CURLoption, _ value: String) {
    _ = unsafe tilik_curl_set_text(handle, option, value)
  }

  private func set(_ option: CURLoption, _ value: Int) {
    _ = unsafe tilik_curl_set_long(handle, option, value)
  }

  private func setLimits() {
    set(CURLOPT_PROTOCOLS_STR, "http,https")
    set(CURLOPT_REDIR_PROTOCOLS_STR, "http,https")
    set(CURLOPT_FOLLOWLOCATION, 0)
    set(CURLOPT_DISALLOW_USERNAME_IN_URL, 1)
    set(CURLOPT_NOSIGNAL, 1)
    set(CURLOPT_HTTP09_ALLOWED, 0)
    set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_2TLS))
    set(CURLOPT_CONNECTTIMEOUT, rules.connectSeconds)
    set(CURLOPT_TIMEOUT, rules.totalSeconds)
    set(CURLOPT_LOW_SPEED_LIMIT, rules.slowestRate)
    set(CURLOPT_LOW_SPEED_TIME, rules.slowSeconds)
    // An empty proxy keeps libcurl from reading the environment's.
    set(CURLOPT_PROXY, rules.proxy ?? "")
    if let file = rules.certificateFile { set(CURLOPT_CAINFO, file) }
  }

  private func setCallbacks() {
    let own = unsafe Unmanaged.passUnretained(self).toOpaque()
    _ = unsafe tilik_curl_set_sink(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, own in
      unsafe Transfer.at(own)?.take(body: bytes, size * count) ?? 0
    }
    _ = unsafe tilik_curl_set_pointer(handle, CURLOPT_WRITEDATA, own)
    _ = unsafe tilik_curl_set_sink(handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, own in
      unsafe Transfer.at(own)?.take(header: bytes, size * count) ?? 0
    }
    _ = unsafe tilik_curl_set_pointer(handle, CURLOPT_HEADERDATA, own)
    // What libcurl tells goes nowhere else than here: the request as it was sent, and how the connection ends.
    _ = unsafe tilik_curl_set_debug(handle) { _, kind, bytes, count, own in
      switch kind {
      case CURLINFO_HEADER_OUT: unsafe Transfer.at(own)?.take(sent: bytes, count)
      case CURLINFO_TEXT: unsafe Transfer.at(own)?.take(told: bytes, count)
      default: break
      }
      return 0
    }
    _ = unsafe tilik_curl_set_pointer(handle, CURLOPT_DEBUGDATA, own)
    set(CURLOPT_VERBOSE, 1)
    // A proxy finds the addresses of pages itself; its own address was chosen by whoever configured it.
    if rules.proxy == nil { unsafe setJudges(own) }
  }

  /// Both are needed: OPENSOCKET is not asked for a connection that is used again, PREREQ not before a connection.
  private func setJudges(_ own: UnsafeMutableRawPointer) {
    _ = unsafe tilik_curl_set_opensocket(handle) { own, _, wanted in
      guard let wanted = unsafe wanted, let transfer = unsafe Transfer.at(own),
        let target = unsafe Transfer.target(of: wanted),
        transfer.judge(target.address, port: target.port)
      else { return -1 }
      let close = Int32(SOCK_CLOEXEC.rawValue)
      return unsafe socket(
        wanted.pointee.family,
        wanted.pointee.socktype | close,
        wanted.pointee.protocol
      )
    }
    _ = unsafe tilik_curl_set_pointer(handle, CURLOPT_OPENSOCKETDATA, own)
    _ = unsafe tilik_curl_set_prereq(handle) { own, remote, _, port, _ in
      guard let transfer = unsafe Transfer.at(own), let remote = unsafe remote,
        let address = IPAddress(unsafe String(cString: remote)),
        transfer.judge(address, port: Int(port))
      else { return CURL_PREREQFUNC_ABORT }
      return CURL_PREREQFUNC_OK
    }
    _ = unsafe tilik_curl_set_pointer(handle, CURLOPT_PREREQDATA, own)
  }

  private static func at(_ own: UnsafeMutableRawPointer?) -> Transfer? {
    unsafe own.map { unsafe Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
  }

  /// The address and port of a socket that libcurl wants; nil where it is not one of the Internet's.
  private static func target(
    of wanted: UnsafeMutablePointer<curl_sockaddr>
  ) -> (address: IPAddress, port: Int)? {
    let length = Int(unsafe wanted.pointee.addrlen)
    let bytes = unsafe withUnsafeBytes(of: &wanted.pointee.addr) { start in
      // libcurl allots room for the largest address behind the field that is declared as the smallest.
      unsafe Array(UnsafeRawBufferPointer(start: start.baseAddress, count: length))
    }
    let isShort = unsafe wanted.pointee.family == AF_INET && length >= 8
    let isLong = unsafe wanted.pointee.family == AF_INET6 && length >= 24
    guard isShort || isLong,
      let address = IPAddress(bytes: Array(isShort ? bytes[4..<8] : bytes[8..<24]))
    else { return nil }
    return (address, Int(bytes[2]) << 8 | Int(bytes[3]))
  }
}

extension Transfer {
  private func judge(_ address: IPAddress, port: Int) -> Bool {
    if rules.addresses.permits(address, port: port) { return true }
    stop = .refused(address)
    return false
  }

  /// Takes a piece of the body; fewer bytes than were given stop the transfer.
  ///
  /// libcurl's own limit does not hold for chunked or compressed bodies (measured with 7.88), so it is counted here.
  private func take(body bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
    guard let bytes = unsafe bytes else { return 0 }
    guard bodySize + count <= rules.mostBytes else {
      stop = .tooLarge
      pieces.removeAll()
      return 0
    }
    bodySize += count
    let piece = unsafe UnsafeRawBufferPointer(start: bytes, count: count)
    if let last = pieces.indices.last, pieces[last].count < 1 << 18 {
      unsafe pieces[last].append(contentsOf: piece)
    } else {
      unsafe pieces.append(Array(piece))
    }
    return count
  }

  /// Takes a header line; a status line begins the header anew, as after `100 Continue`.
  private func take(header bytes: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
    guard let bytes = unsafe bytes else { return 0 }
    headBytes += count
    guard headBytes <= rules.mostHeaderBytes else {
      stop = .headerTooLarge
      return 0
    }
    let line = unsafe String(
      decoding: UnsafeRawBufferPointer(start: bytes, count: count),
      as: UTF8.self
    )
    if line.hasPrefix("HTTP/") { headLines.removeAll() }
    let text = line.trimmed
    if !text.isEmpty { headLines.append(text) }
    return count
  }

  /// Takes a line of what libcurl tells of its work.
  private func take(told bytes: UnsafeMutablePointer<CChar>?, _ count: Int) {
    guard let bytes = unsafe bytes else { return }
    let line = unsafe String(
      decoding: UnsafeRawBufferPointer(start: bytes, count: count),
      as: UTF8.self
    )
    if line.contains("(IN), TLS alert, close notify") { saidItsEnd = true }
  }

  private func take(sent bytes: UnsafeMutablePointer<CChar>?, _ count: Int) {
    guard let bytes = unsafe bytes else { return }
    unsafe requestHead.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: count))
  }
}
