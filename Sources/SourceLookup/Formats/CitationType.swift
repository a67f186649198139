/// What a work is, in the words of CSL, BibTeX and RIS.
enum CitationType {
  /// CSL type, BibTeX entry, RIS type.
  ///
  /// The first row of a type is the one written.
  private static let rows: [(csl: String, bibtex: String, ris: String)] = [
    ("article-journal", "article", "JOUR"), ("article-magazine", "article", "MGZN"),
    ("article-newspaper", "article", "NEWS"), ("article", "unpublished", "UNPB"),
    ("book", "book", "BOOK"), ("chapter", "incollection", "CHAP"),
    ("paper-conference", "inproceedings", "CPAPER"), ("report", "techreport", "RPRT"),
    ("thesis", "phdthesis", "THES"), ("webpage", "online", "ELEC"),
    ("post-weblog", "online", "BLOG"),
    ("post", "online", "ELEC"), ("dataset", "dataset", "DATA"),
    ("legislation", "legislation", "STAT"),
    ("bill", "legislation", "BILL"), ("legal_case", "jurisdiction", "CASE"),
    ("map", "image", "MAP"), ("motion_picture", "video", "VIDEO"), ("broadcast", "video", "MPCT"),
    ("interview", "misc", "PCOMM"), ("personal_communication", "misc", "PCOMM"),
    ("patent", "patent", "PAT"), ("software", "software", "COMP"), ("document", "misc", "GEN"),
    ("book", "inbook", "EBOOK"), ("thesis", "mastersthesis", "THES"),
    ("paper-conference", "conference", "CONF"), ("paper-conference", "proceedings", "CONF"),
    ("report", "report", "GOVDOC"), ("webpage", "electronic", "ICOMM"), ("webpage", "www", "WEB"),
    ("book", "booklet", "EDBOOK"), ("book", "manual", "SER"), ("thesis", "thesis", "THES"),
  ]

  static func bibtex(_ csl: String) -> String { rows.first { $0.csl == csl }?.bibtex ?? "misc" }

  static func ris(_ csl: String) -> String { rows.first { $0.csl == csl }?.ris ?? "GEN" }

  static func csl(bibtex: String) -> String {
    rows.first { $0.bibtex == bibtex.lowercased() && $0.csl != "interview" }?.csl ?? "document"
  }

  static func csl(ris: String) -> String {
    rows.first { $0.ris == ris.uppercased() }?.csl ?? "document"
  }
}
