import ClaimModel
import SourceLookup

/// Looks a DOI up at its registry, by content negotiation.
struct DOILookup {
  /// Kept from one DOI to the next, with the pause that the registry wants between them.
  private let desk: ProviderDesk

  /// Makes a look-up; `goesOn` is asked at least once a second.
  init(rules: FetchRules, now: Timestamp, goesOn: @escaping () -> Bool) {
    desk = ProviderDesk(rules: rules, now: { now }, goesOn: goesOn)
  }

  /// The work, and the address of its page.
  func find(_ doi: String) throws -> (work: Source, landing: String) {
    let settings = ProviderList.settings(of: "doi")
    let provider = DOIResolver(settings)
    let found = try desk.ask(provider, [doi], limit: 1)
    guard case .work(var work)? = found.first?.first?.finding else {
      throw Failure(
        .badInput,
        say(
          "\(doi): the registry knows no such DOI; check its spelling",
          "\(doi): DOI ini tidak dikenal; periksa ejaannya"
        )
      )
    }
    work.id = WebCitation.name(of: work)
    let base = settings.base ?? "https://doi.org"
    return (work, "\(base)/\(work.doi ?? doi)")
  }
}
