import ClaimModel
import SourceLookup

/// Words for the fields of a cited work, and for what became of it.
enum SourceWording {
  /// A field of a page's citation, by the name that captures keep it under.
  static func name(ofField field: String) -> String {
    switch WebCitation.Field(rawValue: field) {
    case .type: return say("type", "jenis")
    case .title: return say("title", "judul")
    case .authors: return say("authors", "penulis")
    case .container: return say("site", "situs")
    case .publisher: return say("publisher", "penerbit")
    case .issued: return say("date", "tanggal")
    case .modified: return say("last changed", "terakhir diubah")
    case .language: return say("language", "bahasa")
    case .url: return say("address", "alamat")
    case .doi: return "DOI"
    case .isbn: return "ISBN"
    case .issn: return "ISSN"
    case .pmid: return "PMID"
    case .pmcid: return "PMCID"
    case .arxiv: return "arXiv"
    case nil: return field
    }
  }

  /// A field that a search found words in.
  static func name(_ field: CitationMatch.Field) -> String {
    switch field {
    case .title: return say("title", "judul")
    case .authors: return say("authors", "penulis")
    case .year: return say("year", "tahun")
    case .container: return say("appeared in", "terbit di")
    case .publisher: return say("publisher", "penerbit")
    case .id: return say("name", "nama")
    }
  }

  /// What a reference does not say of a work: the day it was changed, and its numbers.
  static func details(_ source: Source) -> [(name: String, value: String)] {
    let fields: [(WebCitation.Field, String?)] = [
      (.modified, source.modified), (.isbn, source.isbn), (.issn, source.issn),
      (.pmid, source.pmid), (.pmcid, source.pmcid), (.arxiv, source.arxiv),
    ]
    return fields.compactMap { field, value in value.map { (name(ofField: field.rawValue), $0) } }
  }

  /// What a registry says happened to a work, with the notice's DOI.
  static func text(_ notice: WorkNotice) -> String {
    let what = notice.kind.map(name) ?? notice.word.replacing("_", with: " ")
    return [what, notice.doi.map { "doi:\($0)" }].compactMap { $0 }.joined(separator: ", ")
  }

  private static func name(_ kind: WorkNotice.Kind) -> String {
    switch kind {
    case .retraction: return say("it was retracted", "karya ini ditarik")
    case .partialRetraction: return say("parts of it were retracted", "sebagian isinya ditarik")
    case .withdrawal: return say("it was withdrawn", "karya ini dicabut")
    case .removal: return say("it was removed", "karya ini dihapus")
    case .concern:
      return say("its publisher has doubts about it", "penerbitnya meragukan karya ini")
    case .correction: return say("it was corrected", "ada koreksi")
    case .erratum: return say("its publisher corrected it", "ada ralat dari penerbitnya")
    case .corrigendum: return say("its authors corrected it", "ada ralat dari penulisnya")
    case .addendum: return say("something was added to it", "ada tambahan")
    case .clarification: return say("something in it was made clear", "ada penjelasan")
    case .newVersion: return say("there is a newer version", "ada versi yang lebih baru")
    case .newEdition: return say("there is a newer edition", "ada edisi yang lebih baru")
    }
  }
}
