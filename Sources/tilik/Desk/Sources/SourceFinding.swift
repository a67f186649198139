import ClaimModel
import ClaimStore
import Foundation
import ReviewWorkflow
import SourceLookup

/// Looks for a claim, or for words, in what the desk has: its own claims, imported checks, its library.
struct SourceFinding {
  /// Something that may help, and why; never a verdict on what was asked.
  struct Suggestion: Encodable {
    /// What it is: `claim`, `check`, `work` or `capture`.
    var kind: String
    /// Where it was found: `desk`, `imported`, `library`, or a provider's name.
    var from: String
    /// The claim's or source's name, or the check's or copy's address.
    var id: String
    var title: String
    /// What the check says, where it says something: a rating, in its own words.
    var rating: String?
    var by: String?
    var date: String?
    /// How likely it is the same claim, 0 to 1; nil where that cannot be said.
    var confidence: Double?
    /// Why it is suggested.
    var reasons: [String]

    /// Whether it should be shown unasked.
    var isLikely: Bool { confidence.map { $0 >= ClaimMatch.leastConfidence } ?? true }
  }

  let desk: Desk
  /// What is looked for.
  let query: SourceLookup.ClaimQuery
  /// The claim that was asked with, which is no answer.
  var asked: ClaimID?

  /// The claims that this desk checks or has checked.
  func ownClaims(limit: Int) throws -> [Suggestion] {
    let all = try desk.visible(try desk.store.claims(ClaimStore.ClaimQuery()))
      .filter { $0.id != asked }
    var index = ClaimIndex()
    for claim in all { index.add(id: claim.id.rawValue, claim: claim.quote, title: claim.speaker) }
    let byID = Dictionary(all.map { ($0.id.rawValue, $0) }, uniquingKeysWith: { $1 })
    return index.find(query, limit: limit).compactMap { match in
      guard let claim = byID[match.id] else { return nil }
      return Suggestion(
        kind: "claim",
        from: "desk",
        id: claim.id.short,
        title: claim.quote,
        rating: claim.rating.map { "\(desk.label($0)) (\(desk.stateLabel(claim.state)))" }
          ?? desk.stateLabel(claim.state),
        by: claim.speaker,
        confidence: match.confidence,
        reasons: match.sharedWords
      )
    }
  }

  /// The checks of imported feeds.
  func importedChecks(limit: Int) throws -> [Suggestion] {
    let checks = try CheckedClaims(desk).checks
    var index = ClaimIndex()
    for (number, check) in checks.enumerated() {
      index.add(id: String(number), claim: check.claim, title: check.title)
    }
    return index.find(query, limit: limit).compactMap { match in
      guard let number = Int(match.id), checks.indices.contains(number) else { return nil }
      return Suggestion(
        checks[number],
        from: "imported",
        confidence: match.confidence,
        reasons: match.sharedWords
      )
    }
  }

  /// The library's works, by their bibliographic words and by their texts.
  func works(_ words: String, limit: Int) throws -> [Suggestion] {
    let library = try desk.store.sources().map(\.source)
    var found = CitationLibrary(library).find(words, limit: limit).map { match in
      Suggestion(
        match.source,
        from: "library",
        reasons: match.reasons.map {
          "\(SourceWording.name($0.field)): \($0.words.joined(separator: " "))"
        }
      )
    }
    let byID = Dictionary(library.map { ($0.id.rawValue, $0) }, uniquingKeysWith: { $1 })
    for hit in try desk.store.search(words, limit: limit) where hit.kind == .source {
      guard found.count < limit, let source = byID[hit.id],
        !found.contains(where: { $0.id == hit.id })
      else { continue }
      let excerpt = hit.excerpt.filter { $0 != "\u{E000}" && $0 != "\u{E001}" }
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
      found.append(
        Suggestion(source, from: "library", reasons: [say("its text: ", "teksnya: ") + excerpt])
      )
    }
    return found
  }

  /// What a provider answers.
  func online(
    _ name: String,
    _ words: String,
    rules: FetchRules,
    limit: Int
  ) throws -> [Suggestion] {
    let provider = try ProviderList.provider(name)
    let pace = ProviderPace(folder: desk.workspace.folder.appending(path: ".tilik/providers"))
    let progress = Progress(1) { _, _ in
      say("\(name) is asked …", "\(name) sedang ditanyai …")
    }
    defer { progress.clear() }
    try pace.await(provider, progress.tick)
    do throws(ProviderError) {
      let desk = ProviderDesk(
        rules: rules,
        now: { [now = desk.now] in now },
        goesOn: {
          progress.tick()
          return true
        }
      )
      let found = try desk.ask(provider, [words], limit: limit)
      pace.note(provider, nil)
      return (found.first ?? []).map(Suggestion.init)
    } catch {
      pace.note(provider, error)
      throw error
    }
  }
}

extension SourceFinding.Suggestion {
  init(_ check: ClaimReview, from: String, confidence: Double? = nil, reasons: [String]) {
    self.init(
      kind: "check",
      from: from,
      id: check.url,
      title: check.claim,
      rating: check.rating,
      by: check.publisher,
      date: check.reviewDate,
      confidence: confidence,
      reasons: reasons
    )
  }

  init(_ source: Source, from: String, reasons: [String]) {
    self.init(
      kind: "work",
      from: from,
      id: source.id.rawValue,
      title: Reference.text(source, style: .apa, language: speech),
      by: source.publisher ?? source.containerTitle,
      date: source.issued,
      reasons: reasons
    )
  }

  init(_ found: SourceLookup.Suggestion) {
    let retracted = found.isRetracted ? [say("RETRACTED", "DITARIK")] : []
    let reasons =
      retracted + found.notices.map(SourceWording.text)
      + (found.reason.isEmpty ? [] : [found.reason])
    switch found.finding {
    case .check(let check): self.init(check, from: found.provider, reasons: reasons)
    case .work(let source):
      self.init(source, from: found.provider, reasons: reasons)
      id = source.doi.map { "doi:\($0)" } ?? source.url ?? id
    case .capture(let capture):
      self.init(
        kind: "capture",
        from: found.provider,
        id: capture.url,
        title: capture.original,
        date: capture.timestamp,
        reasons: reasons
      )
    }
  }
}
