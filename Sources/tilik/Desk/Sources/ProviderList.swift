import ClaimModel
import Foundation
import SourceLookup

/// The services that can be asked by name; keys and other addresses come from the environment.
enum ProviderList {
  static let names = [
    "google-fact-check", "mafindo", "wikipedia-id", "wikipedia-en", "wikidata", "crossref",
    "openalex", "doi", "open-library", "gdelt", "web-archive",
  ]

  /// The environment variable of a provider: `TILIK_GOOGLE_FACT_CHECK_KEY`, or `…_URL` for another address.
  static func variable(_ name: String, _ what: String) -> String {
    "TILIK_\(name.uppercased().replacing("-", with: "_"))_\(what)"
  }

  static func settings(of name: String) -> ProviderSettings {
    let environment = ProcessInfo.processInfo.environment
    let base = environment[variable(name, "URL")].flatMap { $0.isEmpty ? nil : $0 }
    return ProviderSettings(base: base, key: environment[variable(name, "KEY")])
  }

  /// The provider of that name.
  static func provider(_ name: String) throws(Failure) -> any SourceProvider {
    let settings = settings(of: name)
    switch name {
    case "google-fact-check": return GoogleFactCheck(settings)
    case "mafindo": return Mafindo(settings)
    case "wikipedia-id": return Wikipedia(settings, language: "id")
    case "wikipedia-en": return Wikipedia(settings, language: "en")
    case "wikidata": return Wikidata(settings, language: speech.rawValue)
    case "crossref": return Crossref(settings)
    case "openalex": return OpenAlex(settings)
    case "doi": return DOIResolver(settings)
    case "open-library": return OpenLibrary(settings)
    case "gdelt": return GDELT(settings)
    case "web-archive": return WebArchive(settings)
    default:
      let known = names.joined(separator: ", ")
      throw Failure(
        .usage,
        say(
          "there is no provider “\(name)”; there are: \(known)",
          "tidak ada penyedia “\(name)”; yang ada: \(known)"
        )
      )
    }
  }
}
