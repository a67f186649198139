import ClaimModel

/// The parts of a reference in Chicago's author-date style: who, year, what, where with the day.
struct ChicagoReference {
  let source: Source
  let words: ReferenceWords

  /// The parts in order.
  var sentences: [Reference.Sentence] {
    let year = Reference.Sentence(text: issued.map { String($0.year) } ?? words.noDate)
    let front =
      source.authors.isEmpty
      ? [title, year] : [Reference.Sentence(text: names), year, title]
    return front + [container, accessed, address].compactMap { $0 }
  }

  private var issued: PartialDate? { source.issued.flatMap { PartialDate(iso8601: $0) } }

  /// Books and reports in italics, everything shorter in quotation marks.
  private var isBook: Bool {
    source.standsAlone
      && ["book", "report", "thesis", "legislation", "motion_picture", "dataset", "document"]
        .contains(source.type)
  }

  private var title: Reference.Sentence {
    let title = source.title.isEmpty ? (source.url ?? source.id.rawValue) : source.title
    if isBook { return Reference.Sentence(text: title, isEmphasised: true) }
    let isClosed = title.unicodeScalars.last.map { ".?!…".unicodeScalars.contains($0) } ?? false
    // The full stop stands inside the quotation marks.
    return Reference.Sentence(text: "“\(title)\(isClosed ? "" : ".")”")
  }

  private var container: Reference.Sentence? {
    let day = source.isDated ? issued.flatMap(words.monthAndDay) : nil
    let author = source.authors.count == 1 ? source.authors[0].displayName : nil
    if let container = source.containerTitle {
      return Reference.Sentence(
        text: container,
        tail: day.map { ", \($0)" } ?? "",
        isEmphasised: !source.standsAlone
      )
    }
    guard let publisher = source.publisher, publisher != author || day == nil else {
      return day.map { Reference.Sentence(text: $0) }
    }
    return Reference.Sentence(text: publisher, tail: day.map { ", \($0)" } ?? "")
  }

  private var accessed: Reference.Sentence? {
    guard source.issued == nil, source.link != nil, let day = source.accessed else { return nil }
    return Reference.Sentence(text: words.accessed(day))
  }

  private var address: Reference.Sentence? {
    source.link.map { Reference.Sentence(text: $0) }
  }

  /// `Santoso, Budi, and Ani Putri`; of more than ten the first seven.
  private var names: String {
    let names = source.authors.enumerated().map { index, author in
      guard index == 0, case .person(let family, let given?) = author else {
        return author.displayName
      }
      return "\(family), \(given)"
    }
    if names.count > 10 { return names.prefix(7).joined(separator: ", ") + ", \(words.andOthers)" }
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + ", \(words.and) \(last)"
  }
}
