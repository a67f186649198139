import ClaimModel

/// What the lists over all audits say.
enum RegisterPhrase: String, Phrase {
  case registers, claims, claimsIntro, searchClaims, searchAll, speakers, speakersIntro, sources
  case open, openIntro, corrections, correctionsIntro, allOpen, allCorrections
  case sourcesIntro, pageOf, noClaim, shownClaims, index, article

  var words: Words {
    switch self {
    case .registers: return Words("Daftar", "Lists")
    case .claims: return Words("Semua klaim", "All claims")
    case .claimsIntro:
      return Words(
        "Setiap klaim dengan vonis dan artikelnya, artikel terbaru dahulu.",
        "Each claim with its verdict and its article, newest article first."
      )
    case .searchClaims:
      return Words(
        "Cari kata, penutur, judul, atau vonis",
        "Search words, speakers, titles, verdicts"
      )
    case .searchAll: return Words("Cari di semua klaim", "Search all claims")
    case .speakers: return Words("Penutur", "Speakers")
    case .speakersIntro:
      return Words(
        "Menurut abjad, dengan semua klaimnya. Vonis menilai kalimat, bukan orangnya; karena itu tidak ada peringkat.",
        "By the alphabet, with all their claims. A verdict judges a sentence, not a person, so there is no ranking."
      )
    case .sources: return Words("Sumber yang dipakai", "Sources used")
    case .sourcesIntro:
      return Words(
        "Karya yang menjadi bukti, menurut judul, dengan artikel yang memakainya.",
        "The works that serve as evidence, by title, with the articles that use them."
      )
    case .open: return Words("Pekerjaan terbuka", "Open work")
    case .openIntro:
      return Words(
        "Klaim yang belum terbit, menurut tahapnya, artikel terbaru dahulu.",
        "Claims that are not published yet, by stage, newest article first."
      )
    case .allOpen: return Words("Semua pekerjaan terbuka", "All open work")
    case .corrections: return Words("Koreksi", "Corrections")
    case .correctionsIntro:
      return Words(
        "Semua perubahan sesudah terbit, terbaru dahulu.",
        "Every change after publication, newest first."
      )
    case .allCorrections: return Words("Semua koreksi: {0}", "All corrections: {0}")
    case .pageOf: return Words("Halaman {0} dari {1}.", "Page {0} of {1}.")
    case .noClaim: return Words("Tak ada klaim yang cocok.", "No claim matches.")
    case .shownClaims: return Words("Klaim yang ditemukan:", "Claims found:")
    case .index: return Words("Semua audit", "All audits")
    case .article: return Words("Artikel", "Article")
    }
  }
}

/// A list over all audits that fills pages of its own.
struct Register {
  /// How many items a page lists.
  static let itemsPerPage = 200

  /// What is listed.
  enum Kind: String, CaseIterable {
    case claims
    case open
    case corrections
    case speakers
    case sources
  }

  /// Hands over the items of a list, one after the other.
  typealias Items = ((Markup) throws(AuditSiteError) -> Void) throws(AuditSiteError) -> Void

  let kind: Kind
  let title: RegisterPhrase
  let intro: RegisterPhrase
  /// How many items there are.
  let count: Int
  let items: Items

  init(
    _ kind: Kind,
    _ title: RegisterPhrase,
    _ intro: RegisterPhrase,
    count: Int,
    items: @escaping Items
  ) {
    self.kind = kind
    self.title = title
    self.intro = intro
    self.count = count
    self.items = items
  }

  /// The file name of a page, counted from 0.
  static func fileName(_ kind: Kind, page: Int = 0) -> String {
    page == 0 ? "\(kind.rawValue).html" : "\(kind.rawValue)-\(page + 1).html"
  }

  /// The number of pages, at least one.
  var pageCount: Int { max(1, (count + Self.itemsPerPage - 1) / Self.itemsPerPage) }
}

extension IndexView {
  /// The lists, in the order in which they are written.
  var registers: [Register] {
    [claimRegister, openRegister, correctionRegister, speakerRegister, sourceRegister]
  }

  /// Hands over a list's pages with the items of each, a page at a time.
  func eachPage(
    of register: Register,
    _ body: (_ page: Int, _ items: Markup) throws(AuditSiteError) -> Void
  ) throws(AuditSiteError) {
    var page = 0
    var items: Markup = ""
    var count = 0
    try register.items { item throws(AuditSiteError) in
      if count == Register.itemsPerPage {
        try body(page, items)
        page += 1
        (items, count) = ("", 0)
      }
      items += item
      count += 1
    }
    try body(page, items)
  }

  /// Links to the lists.
  var registerLinks: Markup {
    let links: [(Register.Kind, RegisterPhrase)] = [
      (.claims, .claims), (.open, .open), (.corrections, .corrections), (.speakers, .speakers),
      (.sources, .sources),
    ]
    let items = links.map { kind, title in
      "<a href=\"\(Register.fileName(kind))\">\(words(title))</a>" as Markup
    }
    return """
      <nav class="pages" aria-label="\(words(RegisterPhrase.registers))">\(Markup.joined(items, by: " "))</nav>

      """
  }

  /// Whether a page has the search over all claims, with their data.
  private func hasSearch(_ register: Register, page: Int) -> Bool {
    register.kind == .claims && page == 0 && register.count > 0
  }

  /// Writes a page of a list.
  func write(
    _ register: Register,
    page: Int,
    items: Markup,
    to file: PageFile
  ) throws(AuditSiteError) {
    let frame = frame(of: register, page: page)
    let content = content(of: register, page: page, items: items)
    let footer: Markup = "<p>\(words(IndexPhrase.footer))</p>"
    try file.append(frame.beginning(content: content, footer: footer).bytes)
    if hasSearch(register, page: page) {
      try eachSearchData { piece throws(AuditSiteError) in try file.append(piece) }
    }
    try file.append(frame.end.bytes)
    try file.appendSeal()
  }

  private func frame(of register: Register, page: Int) -> PageFrame {
    let title = words(register.title)
    return PageFrame(
      words: words,
      title: "\(title) · \(index.desk.name)",
      description: words(register.intro),
      linkedData: [
        "@context": "https://schema.org",
        "@type": "CollectionPage",
        "name": .string(title),
        "inLanguage": .string(words.language.rawValue),
      ],
      desk: index.desk,
      fileName: Register.fileName(register.kind, page: page),
      translations: index.translations,
      corner: "<a id=\"up\" href=\"index.html\">\(words(RegisterPhrase.index))</a>",
      shown: words(RegisterPhrase.shownClaims),
      script: hasSearch(register, page: page) ? .registerScript : .pageScript
    )
  }

  private func content(of register: Register, page: Int, items: Markup) -> Markup {
    let place = words(RegisterPhrase.pageOf, "\(page + 1)", "\(register.pageCount)")
    return """
      <main id="content" class="wrap">
      <header class="head"><p class="kick">\(words(IndexPhrase.kicker))</p><h1>\(words(register.title))</h1>
      <p class="deck">\(words(register.intro))\(if: register.pageCount > 1, " \(place)")</p></header>
      \(registerLinks)\(if: hasSearch(register, page: page), search)\
      \(if: register.kind == .claims && page > 0, searchLink)<ul class="who" id="register">
      \(items)</ul>
      <p class="none ui" id="none" hidden>\(words(RegisterPhrase.noClaim))</p>\
      \(pages(of: register, page))</main>

      """
  }

  private var search: Markup {
    """
    <search class="tools ui" data-js-only hidden><div><label for="q">\
    \(words(RegisterPhrase.searchClaims))</label><br>\
    <input type="search" id="q" autocomplete="off"></div></search>

    """
  }

  private var searchLink: Markup {
    """
    <p class="ui"><a href="\(Register.fileName(.claims))">\(words(RegisterPhrase.searchAll))</a></p>

    """
  }

  private func pages(of register: Register, _ current: Int) -> Markup {
    guard register.pageCount > 1 else { return "" }
    let links = PageLinks(count: register.pageCount, current: current) {
      Register.fileName(register.kind, page: $0)
    }
    return """
      <nav class="pages ui" id="pages" aria-label="\(words(IndexPhrase.pages))">\
      \(links.markup)</nav>
      """
  }
}
