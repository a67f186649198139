import ClaimModel

extension Wording {
  /// A work in the order in which people read one: title, makers, where it appeared, when.
  func citation(_ source: Source) -> Markup {
    let title: Markup = "<cite\(directionOf: source.title)>\(source.title)</cite>"
    var parts: [Markup] = []
    if let link = Link(web: source.url ?? source.registryAddress) {
      parts.append("<a href=\"\(link.address)\" rel=\"noreferrer\">\(title)</a>")
    } else {
      parts.append(title)
    }
    if !source.authors.isEmpty {
      let names = source.authors.map { "\(isolating: $0.displayName)" as Markup }
      parts.append(.joined(names, by: "; "))
    }
    // An office that publishes itself is named once.
    let makers = source.authors.map(\.displayName)
    for place in [source.containerTitle, source.publisher] {
      if let place, !place.isEmpty, !makers.contains(place) { parts.append("\(isolating: place)") }
    }
    if let issued = source.issued { parts.append(day(issued)) }
    if let modified = source.modified, modified != source.issued {
      parts.append("\(self(PagePhrase.updated)) \(day(modified))")
    }
    if let isbn = source.isbn { parts.append("ISBN \(isolating: isbn)") }
    return "\(Markup.joined(parts, by: ", "))."
  }

  /// A date as precise as the source gives it.
  private func day(_ issued: String) -> Markup {
    if issued.utf8.count == 10, let date = CalendarDate(iso8601: issued) { return time(date) }
    let parts = issued.split(separator: "-")
    if parts.count == 2, let year = Int(parts[0]), let month = Int(parts[1]) {
      return "\(self.month(month, year))"
    }
    return "\(issued)"
  }
}
