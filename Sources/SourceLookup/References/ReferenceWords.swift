import ClaimModel

/// The words that references need beside names and titles.
///
/// The Indonesian ones are those of the CSL locale `id-ID`.
struct ReferenceWords: Sendable {
  let and: String
  let andOthers: String
  let noDate: String
  let dataset: String
  private let isIndonesian: Bool

  /// Takes the words of a language; English for any but Indonesian.
  init(_ language: LanguageTag) {
    isIndonesian = language.primary == .indonesian
    and = isIndonesian ? "dan" : "and"
    andOthers = isIndonesian ? "dkk." : "et al."
    noDate = isIndonesian ? "t.t." : "n.d."
    dataset = isIndonesian ? "Himpunan data" : "Data set"
  }

  private var months: [String] {
    isIndonesian
      ? [
        "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
        "Oktober", "November", "Desember",
      ]
      : [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
      ]
  }

  /// `March 4` or `4 Maret`, or the month alone; nil for a year alone.
  func monthAndDay(_ date: PartialDate) -> String? {
    guard let month = date.month else { return nil }
    guard let day = date.day else { return months[month - 1] }
    return isIndonesian ? "\(day) \(months[month - 1])" : "\(months[month - 1]) \(day)"
  }

  /// `March 4, 2025`, `March 2025`, `2025`, or `4 Maret 2025`.
  func full(_ date: PartialDate) -> String {
    guard let monthAndDay = monthAndDay(date) else { return String(date.year) }
    return date.day != nil && !isIndonesian
      ? "\(monthAndDay), \(date.year)" : "\(monthAndDay) \(date.year)"
  }

  /// The day a page was read and its address: `Retrieved March 4, 2025, from …`.
  func retrieved(_ date: CalendarDate, from link: String) -> String {
    let day = PartialDate(parts: [date.year, date.month, date.day]).map(full) ?? date.iso8601
    return isIndonesian ? "Diambil \(day), dari \(link)" : "Retrieved \(day), from \(link)"
  }

  /// The day a page was read: `Accessed March 4, 2025`.
  func accessed(_ date: CalendarDate) -> String {
    let day = PartialDate(parts: [date.year, date.month, date.day]).map(full) ?? date.iso8601
    return isIndonesian ? "Diakses \(day)" : "Accessed \(day)"
  }
}
