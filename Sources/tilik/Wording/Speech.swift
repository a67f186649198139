import ClaimModel
import Foundation

/// The language that Tilik talks to the person in: Indonesian where the locale says so, English otherwise.
///
/// `TILIK_LANG` goes before `LC_ALL`, `LC_MESSAGES` and `LANG`, in that order.
let speech: LanguageTag = {
  let environment = ProcessInfo.processInfo.environment
  for name in ["TILIK_LANG", "LC_ALL", "LC_MESSAGES", "LANG"] {
    guard let locale = environment[name], !locale.isEmpty else { continue }
    let language = LanguageTag(rawValue: locale).primary
    return language == .indonesian ? .indonesian : .english
  }
  return .english
}()

/// A number of claims.
func claimCount(_ number: Int) -> String {
  say(number == 1 ? "1 claim" : "\(number) claims", "\(number) klaim")
}

/// Says it in the person's language.
func say(_ english: String, _ indonesian: String) -> String {
  speech == .indonesian ? indonesian : english
}
