import CCurl
public import ClaimModel

/// Fetches pages over the network within fixed rules, many at once, in the thread that asks.
///
/// Nothing is written anywhere; an interrupted process leaves nothing behind. Connections are kept and used again as
/// long as the fetcher lives.
@safe
public final class Fetcher {
  private let rules: FetchRules
  private let now: () -> Timestamp
  private let goesOn: () -> Bool
  private let multi: UnsafeMutableRawPointer?
  private let clock = ContinuousClock()
  private var hosts: [String: Host] = [:]
  /// When the next request to a host may start, where there is a pause to keep.
  private var nextStart: [String: ContinuousClock.Instant] = [:]
  /// The jobs that are running, by the address of their handle.
  private var active: [UInt: Job] = [:]

  /// Makes a fetcher.
  ///
  /// - Parameters:
  ///   - rules: what it allows itself.
  ///   - now: the clock that dates answers.
  ///   - goesOn: asked at least once a second while a single page is fetched; with its first no that is given up.
  public init(
    rules: FetchRules,
    now: @escaping () -> Timestamp,
    goesOn: @escaping () -> Bool = { true }
  ) {
    self.rules = rules
    self.now = now
    self.goesOn = goesOn
    unsafe multi = curl_multi_init()
    if let multi = unsafe multi {
      let connections = rules.mostTransfers
      _ = unsafe tilik_curl_multi_set_long(multi, CURLMOPT_MAX_TOTAL_CONNECTIONS, connections)
      _ = unsafe tilik_curl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, connections)
    }
  }

  deinit {
    if let multi = unsafe multi { unsafe curl_multi_cleanup(multi) }
  }

  /// Fetches one page, following redirects and waiting where the server asks for it.
  ///
  /// An answer with a status such as 404 or 503 is an answer, not an error.
  public func fetch(_ request: FetchRequest) throws(FetchError) -> FetchedPage {
    var outcome: Result<FetchedPage, FetchError>?
    fetch([request], while: goesOn) { outcome = $1 }
    guard let outcome else { throw .stopped(url: request.url) }
    return try outcome.get()
  }

  /// Fetches many pages at once, in the order of each host, and hands over each outcome as it arrives.
  ///
  /// - Parameters:
  ///   - requests: what to fetch.
  ///   - goesOn: asked at least once a second; with its first no everything that is under way is dropped.
  ///   - each: called once for each request with its index and its outcome, but for those that were dropped.
  public func fetch(
    _ requests: [FetchRequest],
    while goesOn: () -> Bool = { true },
    each: (Int, Result<FetchedPage, FetchError>) -> Void
  ) {
    guard let multi = unsafe multi else {
      for (index, request) in requests.enumerated() {
        each(index, .failure(.failed(url: request.url, reason: .noStart)))
      }
      return
    }
    for (index, request) in requests.enumerated() {
      guard let address = WebAddress(request.url) else {
        each(index, .failure(.badAddress(url: request.url)))
        continue
      }
      queue(Job(index: index, request: request, address: address, origin: address))
    }
    while !active.isEmpty || !hosts.isEmpty {
      guard goesOn() else { return unsafe dropAll(multi) }
      let wait = unsafe startDue(multi, each)
      var running: Int32 = 0
      _ = unsafe curl_multi_perform(multi, &running)
      if unsafe !finishDone(multi, each) {
        let milliseconds = max(1, min(wait, .seconds(1)) / .milliseconds(1))
        _ = unsafe curl_multi_poll(multi, nil, 0, Int32(milliseconds), nil)
      }
    }
  }
}

extension Fetcher {
  /// A request on its way: where it stands now, and what has come before.
  private struct Job {
    let index: Int
    var request: FetchRequest
    var address: WebAddress
    /// Where the request was first sent; credentials go nowhere else.
    let origin: WebAddress
    var redirects: [FetchedAnswer] = []
    var attempts = 0
    var notBefore: ContinuousClock.Instant?
    var transfer: Transfer?
  }

  /// The requests to one host that wait.
  private struct Host {
    private var fresh: [Job] = []
    /// How many of ``fresh`` were taken.
    private var taken = 0
    /// Requests that failed and wait for their time.
    private var later: [Job] = []
    var running = 0

    var isIdle: Bool { isEmpty && running == 0 }
    var isEmpty: Bool { taken == fresh.count && later.isEmpty }

    /// The earliest time at which something that waits may start.
    var nextRetry: ContinuousClock.Instant? { later.compactMap(\.notBefore).min() }

    mutating func add(_ job: Job) {
      if job.notBefore == nil { fresh.append(job) } else { later.append(job) }
    }

    /// Takes the next request that may start.
    mutating func take(_ now: ContinuousClock.Instant) -> Job? {
      if let place = later.firstIndex(where: { ($0.notBefore ?? now) <= now }) {
        return later.remove(at: place)
      }
      guard taken < fresh.count else { return nil }
      taken += 1
      return fresh[taken - 1]
    }
  }

  private func queue(_ job: Job) {
    hosts[Self.hostName(job), default: Host()].add(job)
  }

  private static func hostName(_ job: Job) -> String { "\(job.address.host):\(job.address.port)" }

  /// Starts what may start now; how long until the next may.
  private func startDue(
    _ multi: UnsafeMutableRawPointer,
    _ each: (Int, Result<FetchedPage, FetchError>) -> Void
  ) -> Duration {
    let now = clock.now
    var wait = Duration.seconds(1)
    for name in hosts.keys.sorted() {
      guard var host = hosts[name] else { continue }
      while active.count < rules.mostTransfers, host.running < rules.mostTransfersPerHost,
        (nextStart[name] ?? now) <= now, var job = host.take(now)
      {
        guard unsafe start(&job, multi) else {
          each(job.index, .failure(.failed(url: job.address.text, reason: .noStart)))
          continue
        }
        host.running += 1
        if rules.hostIntervalMilliseconds > 0 {
          nextStart[name] = now + .milliseconds(rules.hostIntervalMilliseconds)
        }
      }
      let next = [nextStart[name], host.nextRetry].compactMap { $0 }.filter { $0 > now }.min()
      if let next, !host.isEmpty { wait = min(wait, next - now) }
      hosts[name] = host.isIdle ? nil : host
    }
    return wait
  }

  private func dropAll(_ multi: UnsafeMutableRawPointer) {
    for job in active.values {
      if let transfer = job.transfer { unsafe curl_multi_remove_handle(multi, transfer.handle) }
    }
    active = [:]
    hosts = [:]
  }

  private func start(_ job: inout Job, _ multi: UnsafeMutableRawPointer) -> Bool {
    let secrets = job.address.isSameOrigin(as: job.origin)
    guard let transfer = Transfer(job.address, job.request, secrets: secrets, rules: rules) else {
      return false
    }
    job.transfer = transfer
    active[UInt(bitPattern: unsafe transfer.handle)] = job
    return unsafe curl_multi_add_handle(multi, transfer.handle) == CURLM_OK
  }

  /// Takes up what libcurl has finished; whether there was anything.
  private func finishDone(
    _ multi: UnsafeMutableRawPointer,
    _ each: (Int, Result<FetchedPage, FetchError>) -> Void
  ) -> Bool {
    var left: Int32 = 0
    var isAny = false
    while let message = unsafe curl_multi_info_read(multi, &left) {
      guard unsafe message.pointee.msg == CURLMSG_DONE,
        let handle = unsafe message.pointee.easy_handle,
        let job = active.removeValue(forKey: UInt(bitPattern: handle)), let transfer = job.transfer
      else { continue }
      let code = unsafe tilik_curl_message_result(message)
      unsafe curl_multi_remove_handle(multi, handle)
      let name = Self.hostName(job)
      hosts[name]?.running -= 1
      if let outcome = next(after: job, transfer, code) { each(job.index, outcome) }
      if hosts[name]?.isIdle == true { hosts[name] = nil }
      isAny = true
    }
    return isAny
  }

  /// The outcome of a job, or nil where it goes on: to where it is redirected, or once more.
  private func next(
    after job: Job,
    _ transfer: Transfer,
    _ code: CURLcode
  ) -> Result<FetchedPage, FetchError>? {
    var job = job
    job.transfer = nil
    let answer: FetchedAnswer
    do throws(FetchError) {
      guard code == CURLE_OK else {
        let error = transfer.error(code, job.address)
        // What led to a forbidden address is named: nobody who named a page asked for that address.
        guard case .refusedAddress(_, let address) = error, !job.redirects.isEmpty else {
          throw error
        }
        throw FetchError.refusedAddress(url: job.origin.text, address: address)
      }
      answer = try transfer.answer(job.address, job.request, date: now())
      if let next = try redirected(job, answer) {
        queue(next)
        return nil
      }
      if let seconds = try Patience.wait(after: answer, job.attempts, rules) {
        retry(job, after: seconds)
        return nil
      }
    } catch {
      if Patience.mayPass(error), job.attempts < rules.mostRetries {
        retry(job, after: Patience.backOff(job.attempts, rules))
        return nil
      }
      return .failure(error)
    }
    return .success(FetchedPage(redirects: job.redirects, answer: answer))
  }

  private func retry(_ job: Job, after wait: Duration) {
    var job = job
    job.attempts += 1
    job.notBefore = clock.now + wait
    queue(job)
  }

  /// The statuses of answers that lead elsewhere (RFC 9110, section 15.4).
  static let redirectStatuses = [301, 302, 303, 307, 308]

  private func redirected(_ job: Job, _ answer: FetchedAnswer) throws(FetchError) -> Job? {
    guard Self.redirectStatuses.contains(answer.status) else { return nil }
    let location = answer.headers.first("Location") ?? ""
    guard !location.isEmpty, let target = job.address.resolving(location) else {
      throw .badRedirect(url: answer.url, target: location)
    }
    if job.address.scheme == "https", target.scheme == "http", !job.request.allowsDowngrade {
      throw .downgrade(url: answer.url, target: target.text)
    }
    guard job.redirects.count < rules.mostRedirects else {
      throw .tooManyRedirects(url: job.origin.text, limit: rules.mostRedirects)
    }
    var next = job
    next.address = target
    next.redirects.append(answer)
    next.attempts = 0
    next.notBefore = nil
    // As browsers do, and RFC 9110 allows: only 307 and 308 send the body again.
    if answer.status < 307 { next.request.body = nil }
    return next
  }
}
