/// What an element's class, id and other names say about it, one bit a topic.
struct Cues: OptionSet, Hashable {
  let rawValue: UInt32

  static let body = Cues(rawValue: 1 << 0)
  static let comment = Cues(rawValue: 1 << 1)
  static let related = Cues(rawValue: 1 << 2)
  static let share = Cues(rawValue: 1 << 3)
  static let navigation = Cues(rawValue: 1 << 4)
  static let footer = Cues(rawValue: 1 << 5)
  static let sidebar = Cues(rawValue: 1 << 6)
  static let advertisement = Cues(rawValue: 1 << 7)
  static let newsletter = Cues(rawValue: 1 << 8)
  static let author = Cues(rawValue: 1 << 9)
  static let picture = Cues(rawValue: 1 << 10)
  static let tag = Cues(rawValue: 1 << 11)
  static let meta = Cues(rawValue: 1 << 12)
  static let title = Cues(rawValue: 1 << 13)
  static let teaser = Cues(rawValue: 1 << 14)
  static let popup = Cues(rawValue: 1 << 15)
  static let hidden = Cues(rawValue: 1 << 16)
  static let note = Cues(rawValue: 1 << 17)
  static let header = Cues(rawValue: 1 << 18)
  static let embed = Cues(rawValue: 1 << 19)
  static let standfirst = Cues(rawValue: 1 << 20)

  static let count = 21

  /// The names of articles' bodies, which tell where to look first and are not measured by themselves.
  static let declaredBody = Cues(rawValue: 1 << 24)
  static let namedBody = Cues(rawValue: 1 << 25)
  static let mainBody = Cues(rawValue: 1 << 26)

  /// Reads the names in an attribute's value.
  static func of(_ names: ArraySlice<UInt8>) -> Cues {
    // `article-body`, `article_body` and `articleBody` are one name.
    let letters = names.filter(\.isLetter)[...]
    var cues = Cues(rawValue: stems.marks(in: names) | bodies.marks(in: letters))
    if letters.count == 7, letters.hasPrefix(ignoringCase: "content") { cues.insert(.mainBody) }
    return cues
  }

  private static let stems: NameStems = {
    var table: [(String, UInt32)] = []
    func add(_ cue: Cues, _ texts: String) {
      table += texts.split(separator: " ").map { (String($0), cue.rawValue) }
    }
    add(
      .body,
      "article story entry post content =body =text paragraph =main detail =isi =copy prose"
    )
    add(.body, "richtext rich-text =berita")
    add(.comment, "comment disqus komentar =reply =respond discussion coral")
    add(.related, "relat recomm rekom terkait =more morefrom popul trending =most latest terbaru")
    add(.related, "baca-juga bacajuga baca_juga lihatjuga readmore read-more =also =next outbrain")
    add(.related, "taboola lainnya similar suggest =recirc recirculation onward mostread most-read")
    add(
      .related,
      "terkini =read-next =links linkbox link-box inner-link innerlink seealso see-also"
    )
    add(.share, "share sharing social sosmed facebook twitter whatsapp bagikan =follow addthis")
    add(.navigation, "=nav navbar navig =menu breadcrumb paginat pager toolbar =skip =tabs =tab")
    add(.footer, "footer copyright =foot")
    add(.sidebar, "sidebar side-bar =side =aside =rail widget right-col rightcol secondary")
    add(.advertisement, "=ad =ads advert iklan sponsor =dfp =gpt adsby promo commercial =adv")
    add(.newsletter, "newsletter subscri signup sign-up paywall regist login donat member =cta")
    add(.author, "author byline =bio penulis writer contributor reporter profile editor")
    add(
      .picture,
      "caption credit figure photo image =img gallery slide carousel video player =media"
    )
    add(.picture, "audio thumb foto")
    add(.tag, "=tag =tags topic keyword categor =label =labels kicker =section-name")
    add(.meta, "=meta =date time publish =info =stats =count views =metadata dateline =updated")
    add(.title, "title headline heading judul =hed")
    add(.teaser, "teaser =card =cards summary excerpt =item =items =list listing =feed stream")
    add(.teaser, "promo =tile =grid =box blurb")
    add(
      .popup,
      "cookie consent gdpr modal popup pop-up overlay dialog lightbox alert =notice toast"
    )
    add(.hidden, "hidden =hide visually sr-only screen-reader screenreader =print invisible")
    add(.note, "disclaim footnote correct =note =notes tooltip tagline legal =terms license")
    add(.header, "header masthead topbar top-bar hero")
    add(
      .embed,
      "embed tweet instagram pullquote pull-quote =quote blockquote iframe infobox factbox"
    )
    add(
      .standfirst,
      "standfirst =dek =lead =lede =intro subtitle subhead description =desc abstract"
    )
    add(.standfirst, "=deck =sub strapline chapo =teaser-text")
    return NameStems(table)
  }()

  private static let bodies: NameStems = {
    let named = """
      entrycontent postcontent articlecontent storybody postbody contentbody bodycontent articletext storytext \
      storycontent detailtext detailbody readcontent txtarticle wysiwyg richtext bodytext textcontent singlecontent \
      posttext bodycopy newscontent contentarticle articlecopy storycopy blogcontent entrybody newsbody newstext \
      textbody articlemain contenttext detailcontent fulltext articledetail pagecontent isiberita contentdetail
      """
    var table = named.split(separator: " ").map { (String($0), namedBody.rawValue) }
    table.append(("articlebody", declaredBody.rawValue))
    table.append(("maincontent", mainBody.rawValue))
    return NameStems(table)
  }()
}
