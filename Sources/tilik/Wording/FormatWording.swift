import SourceLookup

/// Words for files and replies that are not in the format they should be in.
enum FormatWording {
  static func text(_ error: CitationLibraryError) -> String {
    let indonesian: String
    switch error {
    case .malformed(let file, let position, let problem):
      return "\(file):\(position): \(text(problem))"
    case .notAList(let file, let position):
      indonesian =
        "\(file):\(position): berkas rujukan berupa daftar, “[ … ]”, berisi butir CSL-JSON"
    case .badField(let file, let position, let item, let name, let field, let expected):
      let which = name.map { "“\($0)”" } ?? "nomor \(item)"
      let what = field.map { "“\($0)”" } ?? "butirnya"
      indonesian =
        "\(file):\(position): rujukan \(which): \(what) seharusnya \(Self.indonesian(expected))"
    case .sameName(let file, let position, let item, let name, let firstItem):
      indonesian =
        "\(file):\(position): rujukan nomor \(item) memakai id “\(name)” milik nomor \(firstItem); "
        + "beri salah satunya id lain"
    }
    return say(error.description, indonesian)
  }

  static func text(_ error: RetrievalInputError) -> String {
    "\(error.file):\(error.line): \(text(error.problem))"
  }

  static func text(_ error: WARCError) -> String {
    let indonesian: String
    switch error {
    case .damaged(let offset): indonesian = "salinan ini rusak pada bita \(offset)"
    case .malformed(let offset):
      indonesian = "tidak ada catatan WARC pada bita \(offset) salinan ini"
    case .tooLarge(let offset):
      indonesian = "catatan pada bita \(offset) salinan ini terlalu besar untuk dibaca"
    case .changed(let record):
      indonesian = "catatan \(record) dalam salinan ini diubah setelah disimpan"
    }
    return say(error.description, indonesian)
  }

  static func text(_ problem: FormatProblem) -> String {
    say(problem.description, indonesian(problem))
  }

  private static func indonesian(_ problem: FormatProblem) -> String {
    switch problem {
    case .unexpectedEnd: return "JSON ini berakhir terlalu cepat; ada yang belum ditutup"
    case .misplaced(let character?):
      return "“\(character)” tidak pada tempatnya; cari koma atau tanda kutip yang kurang"
    case .misplaced(nil): return "ada karakter yang tidak pada tempatnya"
    case .badEscape: return "escape tak dikenal setelah garis miring terbalik"
    case .controlCharacter:
      return "ada baris baru atau karakter kendali di dalam teks; tulis sebagai \\n"
    case .badString: return "teks ini bukan UTF-8 yang sah"
    case .tooDeep(let limit): return "daftar bersarang lebih dari \(limit) tingkat"
    case .textAfterEnd: return "ada teks sesudah akhir JSON"
    case .lacks(let member): return "tidak ada “\(member)”"
    case .openEntry: return "entri ini belum ditutup"
    case .badField: return "tulis ruas sebagai “nama = {nilai}”"
    case .noValue: return "nilainya tidak ada"
    case .noKey: return "entri ini tidak punya kunci"
    case .openBrace: return "kurung kurawal belum ditutup"
    case .openQuotation: return "tanda kutip belum ditutup"
    case .notRIS: return "berkas RIS diawali “TY  - ”"
    case .onlyWritten: return "tabel hanya ditulis, tidak dibaca"
    case .notUTF8: return "berkas ini bukan UTF-8 yang sah"
    }
  }

  private static func indonesian(_ expected: CitationLibraryError.Expectation) -> String {
    switch expected {
    case .object: return "objek, “{ … }”"
    case .id: return "ada: nama pendek untuk rujukan itu"
    case .text: return "teks"
    case .nameList: return "daftar nama, “[ … ]”"
    case .name: return "nama, masing-masing dengan “family” dan “given”, atau “literal”"
    case .date: return "tanggal seperti {\"date-parts\": [[2026, 3, 9]]}"
    }
  }
}
