/// A page that stands where another was asked for, and must not be cited.
public enum PageRefusal: String, Hashable, Sendable, CaseIterable {
  /// It asks to prove that one is not a program.
  case challenge
  /// It asks to sign in or to pay.
  case login
  /// It asks to agree to something first.
  case consent
  /// The server refuses.
  case denied
  /// There is nothing of that name.
  case missing
  /// The server answers with nothing.
  case empty

  /// What a page is instead of what was asked for; nil where it looks like a page.
  ///
  /// - Parameters:
  ///   - page: what was fetched.
  ///   - asked: the address that was asked for.
  ///   - title: the page's title.
  ///   - words: the number of words of the page's article, which real pages have many of.
  /// - Returns: the kind of page, or nil.
  public static func of(
    _ page: FetchedPage,
    asked: String,
    title: String?,
    words: Int
  ) -> PageRefusal? {
    let ownTitle = Self.ownTitle(title ?? "")
    let title = FoldedWords.of(title ?? "").joined(separator: " ")
    if challengeTitles.contains(where: title.hasPrefix) { return .challenge }
    if page.headers.first("cf-mitigated") == "challenge" { return .challenge }
    let address = page.url.lowercased()
    let isMoved = page.redirects.count > 0 && page.url != asked
    if isMoved {
      if ["captcha", "challenge", "verify-human"].contains(where: address.contains) {
        return .challenge
      }
      if ["/login", "/signin", "/sign-in", "/sso/", "/masuk", "accounts."].contains(
        where: address.contains
      ) {
        return .login
      }
      if ["consent.", "/consent", "collectconsent"].contains(where: address.contains) {
        return .consent
      }
    }
    if isMoved, leadsToFrontPage(page.url, from: asked) { return .missing }
    switch page.status {
    case 200..<300: break
    case 404, 410: return .missing
    case 401, 402, 407: return .login
    default: return .denied
    }
    if page.body.allSatisfy({ $0 <= 0x20 }) { return .empty }
    guard words < 100 else { return nil }
    if missingTitles.contains(where: title.hasPrefix) || wholeMissingTitles.contains(ownTitle) {
      return .missing
    }
    if loginTitles.contains(where: title.hasPrefix) { return .login }
    if consentTitles.contains(where: title.hasPrefix) { return .consent }
    let body = String(decoding: page.body.prefix(65_536), as: UTF8.self).lowercased()
    let marks = [
      "g-recaptcha", "h-captcha", "cf-challenge", "cf-turnstile", "_incapsula_resource",
      "px-captcha",
    ]
    return marks.contains(where: body.contains) ? .challenge : nil
  }

  /// A title's words without the site's name behind them.
  private static func ownTitle(_ title: String) -> String {
    let ends = [" - ", " | ", " – ", " — ", " · "].compactMap {
      title.firstRange(of: $0)?.lowerBound
    }
    return FoldedWords.of(String(title[..<(ends.min() ?? title.endIndex)])).joined(separator: " ")
  }

  /// Whether a site sends whoever asks for one of its pages to its front page, as many do for pages they no longer have.
  private static func leadsToFrontPage(_ url: String, from asked: String) -> Bool {
    guard let there = WebAddress(url), let wanted = WebAddress(asked) else { return false }
    // `/?p=5` is a page, and `/index.html` is the front page itself.
    return there.path == "/" && !there.text.contains("?")
      && wanted.path != "/" && !wanted.path.lowercased().hasPrefix("/index.")
      && WebCitation.isSameSite(there.host, wanted.host)
  }

  /// How pages with status 200 begin that say that there is no page.
  private static let missingTitles = [
    "404 not found", "404 tidak ditemukan", "404 page", "404 halaman", "page not found",
    "halaman tidak ditemukan", "halaman tidak tersedia", "error 404",
  ]
  /// What such a page may be called, of which news may begin with the same words.
  private static let wholeMissingTitles = ["404", "not found", "tidak ditemukan"]
  private static let challengeTitles = [
    "just a moment", "attention required", "are you a robot", "are you human",
    "verify you are human",
    "security check", "checking your browser", "human verification", "pardon our interruption",
    "access to this page has been denied", "one more step", "ddos guard",
  ]
  private static let loginTitles = [
    "log in", "login", "sign in", "masuk", "subscribe to", "access denied", "akses ditolak",
  ]
  private static let consentTitles = [
    "before you continue", "sebelum anda melanjutkan", "cookie", "your privacy",
    "we value your privacy",
    "consent",
  ]
}
