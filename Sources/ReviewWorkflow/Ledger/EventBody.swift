import ClaimModel

/// The ledger's own spelling of the values inside events.
///
/// It is written out by hand, so that renaming a property in the program can never change a hash in somebody's ledger.
enum EventBody {
  // MARK: - Claim

  static func json(_ claim: Claim) -> JSONValue {
    object([
      "id": .string(claim.id.rawValue),
      "document": .string(claim.document.rawValue),
      "kind": .string(claim.kind.rawValue),
      "quote": strings(claim.quote),
      "content": spans(claim.content),
      "cue": claim.cue.isEmpty ? nil : spans(claim.cue),
      "mention": claim.mention.isEmpty ? nil : spans(claim.mention),
      "speaker": claim.speaker.map(JSONValue.string),
      "role": claim.role.map(JSONValue.string),
      "flags": claim.flags.isEmpty ? nil : strings(claim.flags.map(\.rawValue)),
      "reasons": claim.reasons.isEmpty ? nil : strings(claim.reasons.map(\.rawValue)),
      // In thousandths, because the ledger knows whole numbers only.
      "checkworthiness": .integer(Int((claim.checkworthiness * 1000).rounded())),
    ])
  }

  static func claim(_ json: JSONValue) -> Claim? {
    guard let id = json["id"]?.text, let document = json["document"]?.text,
      let kind = json["kind"]?.text.flatMap(Claim.Kind.init(rawValue:)),
      let content = spans(json["content"])
    else { return nil }
    return Claim(
      id: ClaimID(rawValue: id),
      document: DocumentID(rawValue: document),
      kind: kind,
      quote: strings(json["quote"]),
      content: content,
      cue: spans(json["cue"]) ?? [],
      mention: spans(json["mention"]) ?? [],
      speaker: json["speaker"]?.text,
      role: json["role"]?.text,
      flags: strings(json["flags"]).compactMap(AttributionFlag.init(rawValue:)),
      reasons: strings(json["reasons"]).compactMap(Assertion.Reason.init(rawValue:)),
      checkworthiness: Double(json["checkworthiness"]?.number ?? 0) / 1000
    )
  }

  // MARK: - Triage

  static func json(_ priority: Priority, _ reason: String, _ stakes: Stakes) -> JSONValue {
    object([
      "priority": .string(priority.rawValue),
      "reason": .string(reason),
      "harm": stakes.harm.map { .string($0.rawValue) },
      "reach": stakes.reach.map { .string($0.rawValue) },
      "due": stakes.due.map { .string($0.iso8601) },
    ])
  }

  /// What is at stake; nil where a member is there and cannot be read.
  static func stakes(_ json: JSONValue) -> Stakes? {
    let harm = json["harm"]?.text.map(Stakes.Level.init(rawValue:))
    let reach = json["reach"]?.text.map(Stakes.Level.init(rawValue:))
    let due = json["due"]?.text.map { CalendarDate(iso8601: $0) }
    // A member that is there and says nothing known is one level of “nil” deeper than one that is missing.
    if case .some(.none) = harm { return nil }
    if case .some(.none) = reach { return nil }
    if case .some(.none) = due { return nil }
    return Stakes(harm: harm ?? nil, reach: reach ?? nil, due: due ?? nil)
  }

  // MARK: - Verdict

  static func json(_ verdict: Verdict) -> JSONValue {
    .object([
      "scale": .string(verdict.scale), "rating": .string(verdict.rating),
      "explanation": .string(verdict.explanation),
    ])
  }

  static func verdict(_ json: JSONValue) -> Verdict? {
    guard let scale = json["scale"]?.text, let rating = json["rating"]?.text,
      let explanation = json["explanation"]?.text
    else { return nil }
    return Verdict(scale: scale, rating: rating, explanation: explanation)
  }

  // MARK: - Evidence

  static func json(_ evidence: Evidence) -> JSONValue {
    object([
      "source": .string(evidence.source.rawValue),
      "stance": .string(evidence.stance.rawValue),
      "excerpt": evidence.excerpt.map(JSONValue.string),
      "prefix": evidence.prefix.map(JSONValue.string),
      "suffix": evidence.suffix.map(JSONValue.string),
      "locator": evidence.locator.map(JSONValue.string),
      "anchor": evidence.anchor.map { .string($0.rawValue) },
      "snapshot": evidence.snapshot.map { .string($0.hex) },
      "note": evidence.note.map(JSONValue.string),
    ])
  }

  static func evidence(_ json: JSONValue) -> Evidence? {
    guard let source = json["source"]?.text,
      let stance = json["stance"]?.text.flatMap(Evidence.Stance.init(rawValue:))
    else { return nil }
    return Evidence(
      source: SourceID(rawValue: source),
      stance: stance,
      excerpt: json["excerpt"]?.text,
      prefix: json["prefix"]?.text,
      suffix: json["suffix"]?.text,
      locator: json["locator"]?.text,
      anchor: json["anchor"]?.text.flatMap(AnchorQuality.init(rawValue:)),
      snapshot: json["snapshot"]?.text.flatMap(ContentHash.init(hex:)),
      note: json["note"]?.text
    )
  }

  // MARK: - Checks of sources

  static func json(_ check: LinkCheck, of source: SourceID) -> JSONValue {
    object([
      "source": .string(source.rawValue),
      "url": .string(check.url),
      "date": .string(check.date.rfc3339),
      "seen": .string(check.observation.rawValue),
      "status": check.status.map(JSONValue.integer),
      "distance": check.distance.map { .integer(Int(($0 * 1000).rounded())) },
      "anchor": check.anchor.map { .string($0.rawValue) },
    ])
  }

  static func check(_ json: JSONValue) -> LinkCheck? {
    guard let url = json["url"]?.text,
      let date = json["date"]?.text.flatMap({ Timestamp(rfc3339: $0) }),
      let seen = json["seen"]?.text.flatMap(LinkCheck.Observation.init(rawValue:))
    else { return nil }
    return LinkCheck(
      url: url,
      date: date,
      observation: seen,
      status: json["status"]?.number,
      distance: json["distance"]?.number.map { Double($0) / 1000 },
      anchor: json["anchor"]?.text.flatMap(AnchorQuality.init(rawValue:))
    )
  }

  // MARK: - Source

  static func json(_ source: Source) -> JSONValue {
    object([
      "id": .string(source.id.rawValue),
      "type": .string(source.type),
      "title": .string(source.title),
      "author": source.authors.isEmpty ? nil : .array(source.authors.map(json)),
      "container-title": source.containerTitle.map(JSONValue.string),
      "publisher": source.publisher.map(JSONValue.string),
      "issued": source.issued.map(JSONValue.string),
      "modified": source.modified.map(JSONValue.string),
      "accessed": source.accessed.map { .string($0.iso8601) },
      "URL": source.url.map(JSONValue.string),
      "DOI": source.doi.map(JSONValue.string),
      "ISBN": source.isbn.map(JSONValue.string),
      "ISSN": source.issn.map(JSONValue.string),
      "PMID": source.pmid.map(JSONValue.string),
      "PMCID": source.pmcid.map(JSONValue.string),
      "arXiv": source.arxiv.map(JSONValue.string),
      "language": source.language.map { .string($0.rawValue) },
      "group": source.independenceGroup.map(JSONValue.string),
    ])
  }

  static func source(_ json: JSONValue) -> Source? {
    guard let id = json["id"]?.text, let type = json["type"]?.text, let title = json["title"]?.text
    else { return nil }
    return Source(
      id: SourceID(rawValue: id),
      type: type,
      title: title,
      authors: (json["author"]?.items ?? []).compactMap(author),
      containerTitle: json["container-title"]?.text,
      publisher: json["publisher"]?.text,
      issued: json["issued"]?.text,
      modified: json["modified"]?.text,
      accessed: json["accessed"]?.text.flatMap { CalendarDate(iso8601: $0) },
      url: json["URL"]?.text,
      doi: json["DOI"]?.text,
      isbn: json["ISBN"]?.text,
      issn: json["ISSN"]?.text,
      pmid: json["PMID"]?.text,
      pmcid: json["PMCID"]?.text,
      arxiv: json["arXiv"]?.text,
      language: json["language"]?.text.map(LanguageTag.init(rawValue:)),
      independenceGroup: json["group"]?.text
    )
  }

  private static func json(_ author: SourceAuthor) -> JSONValue {
    switch author {
    case .person(let family, let given):
      return object(["family": .string(family), "given": given.map(JSONValue.string)])
    case .literal(let name): return .object(["literal": .string(name)])
    }
  }

  private static func author(_ json: JSONValue) -> SourceAuthor? {
    if let name = json["literal"]?.text { return .literal(name) }
    return json["family"]?.text.map { .person(family: $0, given: json["given"]?.text) }
  }

  // MARK: - Parts

  private static func object(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    .object(
      JSONMembers(
        members.compactMap { name, value in
          value.map { JSONMembers.Member(name: name, value: $0) }
        }
      )
    )
  }

  private static func strings(_ values: [String]) -> JSONValue {
    .array(values.map(JSONValue.string))
  }

  private static func strings(_ json: JSONValue?) -> [String] {
    (json?.items ?? []).compactMap(\.text)
  }

  private static func spans(_ spans: [TextSpan]) -> JSONValue {
    .array(spans.map { .array([.integer($0.start), .integer($0.end)]) })
  }

  private static func spans(_ json: JSONValue?) -> [TextSpan]? {
    guard let json else { return nil }
    return json.items.compactMap { pair in
      guard pair.items.count == 2, let start = pair.items[0].number, let end = pair.items[1].number
      else { return nil }
      return TextSpan(start, end)
    }
  }
}
