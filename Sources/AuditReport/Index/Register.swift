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

  let kind: Kind
  let title: RegisterPhrase
  let intro: RegisterPhrase
  let items: [Markup]

  /// The file name of a page, counted from 0.
  static func fileName(_ kind: Kind, page: Int = 0) -> String {
    page == 0 ? "\(kind.rawValue).html" : "\(kind.rawValue)-\(page + 1).html"
  }

  /// The number of pages, at least one.
  var pageCount: Int { max(1, (items.count + Self.itemsPerPage - 1) / Self.itemsPerPage) }
}

extension IndexView {
  /// The lists with their pages' names and bytes.
  var registers: [(fileName: String, bytes: [UInt8])] {
    let registers = [
      claimRegister, openRegister, correctionRegister, speakerRegister, sourceRegister,
    ]
    return registers.flatMap { register in
      (0..<register.pageCount).map {
        (Register.fileName(register.kind, page: $0), render(register, page: $0))
      }
    }
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

  private func render(_ register: Register, page: Int) -> [UInt8] {
    let title = words(register.title)
    let first = page * Register.itemsPerPage
    let items = register.items[first..<min(register.items.count, first + Register.itemsPerPage)]
    let hasSearch = register.kind == .claims && page == 0 && !register.items.isEmpty
    let frame = PageFrame(
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
      script: hasSearch ? .registerScript : .pageScript,
      data: hasSearch ? searchData : ""
    )
    let place = words(RegisterPhrase.pageOf, "\(page + 1)", "\(register.pageCount)")
    let content: Markup = """
      <main id="content" class="wrap">
      <header class="head"><p class="kick">\(words(IndexPhrase.kicker))</p><h1>\(title)</h1>
      <p class="deck">\(words(register.intro))\(if: register.pageCount > 1, " \(place)")</p></header>
      \(registerLinks)\(if: hasSearch, search)\
      \(if: register.kind == .claims && page > 0, searchLink)<ul class="who" id="register">
      \(Markup.joined(items))</ul>
      <p class="none ui" id="none" hidden>\(words(RegisterPhrase.noClaim))</p>\
      \(pages(of: register, page))</main>

      """
    return frame.render(content: content, footer: "<p>\(words(IndexPhrase.footer))</p>")
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
    let links = (0..<register.pageCount).map { page in
      page == current
        ? "<b aria-current=\"page\">\(page + 1)</b>"
        : "<a href=\"\(Register.fileName(register.kind, page: page))\">\(page + 1)</a>" as Markup
    }
    return """
      <nav class="pages ui" id="pages" aria-label="\(words(IndexPhrase.pages))">\
      \(Markup.joined(links, by: " "))</nav>
      """
  }
}
