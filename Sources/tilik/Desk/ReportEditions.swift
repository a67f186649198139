import ClaimModel

/// The editions of one desk's audits, made from the same record.
///
/// Where there are several, the first stands in the folder of audits itself and each other in a folder of its language.
struct ReportEditions {
  let all: [Edition]

  /// Audits in one language, or in each article's own.
  struct Edition: Equatable {
    /// The language of the pages' own words; nil for each article's own, where Tilik speaks it.
    let language: LanguageTag?
    /// Its folder in the folder of audits: empty, or `en/`.
    let folder: String

    /// The way from a page of this edition to the folder of another.
    func way(to other: Edition) -> String { (folder.isEmpty ? "" : "../") + other.folder }
  }

  /// Makes an edition for each language; without any, one in each article's own.
  init(_ languages: [LanguageTag]) {
    all =
      languages.isEmpty
      ? [Edition(language: nil, folder: "")]
      : languages.enumerated().map { place, language in
        Edition(language: language, folder: place == 0 ? "" : "\(language.rawValue)/")
      }
  }

  /// The editions beside one.
  func others(than edition: Edition) -> [Edition] { all.filter { $0 != edition } }
}
