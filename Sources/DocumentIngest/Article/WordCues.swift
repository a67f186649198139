/// What single words say about a block: that it asks for something, that it is a comment, that it leads elsewhere, that it
/// speaks of an author.
///
/// The words are those of pages in the languages of Europe and of Indonesia.
struct WordCues {
  /// Words that ask a reader to do something, or speak of the site itself.
  private(set) var actions = 0
  /// Words of comment sections.
  private(set) var comments = 0
  /// Words that lead to other pages.
  private(set) var leads = 0
  /// Words that speak of an author.
  private(set) var authors = 0
  /// Names of months, and words for times gone by.
  private(set) var times = 0

  /// The number of topics.
  static let count = 5

  /// Knows of no words.
  init() {}

  /// Counts in the words of one block.
  init(_ words: ArraySlice<UInt64>) {
    for word in words {
      guard let topic = Self.topics[word] else { continue }
      switch topic {
      case 0: actions += 1
      case 1: comments += 1
      case 2: leads += 1
      case 3: authors += 1
      default: times += 1
      }
    }
  }

  private static let topics: [UInt64: UInt8] = {
    var table: [UInt64: UInt8] = [:]
    let lists = [
      """
      subscribe subscription subscriber newsletter newsletters sign signup register registration login download click \
      tap follow app cookie cookies privacy terms copyright reserved policy facebook twitter instagram whatsapp \
      telegram youtube email advertisement advertising sponsored affiliate commission donate donation member membership \
      javascript browser recaptcha javascript account password inbox alerts notifications slideshow \
      abonnieren anmelden registrieren datenschutz datenschutzerklärung einverstanden werbung angebot kostenlos \
      abonner inscrire abonnez publicité assinar inscreva suscríbete iscriviti abonner \
      langganan berlangganan daftar ikuti klik unduh iklan saluran aplikasi gabung cipta
      """,
      """
      comment comments commented commenting reply replies respond posted likes upvote moderated moderator forum thread \
      discussion kommentar kommentare kommentieren antworten commentaire commentaires répondre comentario comentarios \
      comentário comentários responder commenti rispondi komentar balas tanggapan kirim reacties kommentarer
      """,
      """
      related more read also latest trending popular recommended next previous stories recent see watch don miss top \
      mehr thema lesen auch weitere lire aussi voir plus lees meer ook leggi anche leia também ver también más les også \
      läs också læs mere baca juga simak lihat tonton terkait terpopuler terbaru lainnya selengkapnya rekomendasi pilihan
      """,
      """
      contributed reporting reporter writer editor journalist author correspondent columnist covers joined bio editing \
      redakteur redakteurin autor autorin korrespondent journaliste auteur giornalista autore periodista jornalista \
      penulis wartawan pewarta redaktur jurnalis kontributor
      """,
      """
      january february march april may june july august september october november december jan feb mar apr jun jul aug \
      sep sept oct nov dec ago yesterday updated published januar februar märz mai juni juli oktober dezember uhr \
      janvier février mars avril juin juillet août septembre octobre novembre décembre enero febrero marzo abril mayo \
      junio julio agosto septiembre octubre noviembre diciembre januari februari maret mei agustus desember wib lalu \
      vor il hace fa
      """,
    ]
    for (topic, list) in lists.enumerated() {
      for word in list.split(separator: " ") { table[BlockWords.hash(String(word))] = UInt8(topic) }
    }
    return table
  }()
}
