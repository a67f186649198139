import ArgumentParser
import Foundation
import ReviewWorkflow
import SourceLookup

/// What every command that uses the network understands.
struct NetworkOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        "Who the sites can ask, an address or e-mail (default: TILIK_CONTACT).",
        "Siapa yang bisa dihubungi situs: alamat atau surel (bawaan: TILIK_CONTACT)."
      ),
      valueName: "contact"
    )
  )
  var contact: String?

  @Option(
    help: ArgumentHelp(
      say(
        "Allow this address of your own network, 192.168.1.5 or 127.0.0.1:8080; all others that are not public are refused.",
        "Izinkan alamat jaringan sendiri ini, 192.168.1.5 atau 127.0.0.1:8080; alamat tak publik lainnya ditolak."
      ),
      valueName: "address"
    )
  )
  var allowPrivate: [String] = []

  @Option(
    help: ArgumentHelp(
      say(
        "Go through this proxy; without it none is used, whatever the environment says.",
        "Lewat proksi ini; tanpa opsi ini tidak ada proksi, apa pun kata lingkungan."
      ),
      valueName: "url"
    )
  )
  var proxy: String?

  /// The rules for fetching at a desk.
  func rules(at desk: Desk) throws -> FetchRules {
    var known = contact ?? ProcessInfo.processInfo.environment["TILIK_CONTACT"]
    // Crossref and others look for an address in this form, and are kinder to those who give one.
    if let mail = known, mail.contains("@"), !mail.contains(":") { known = "mailto:\(mail)" }
    let who = [known, desk.settings.publishedAt].compactMap { $0 }.filter { !$0.isEmpty }
    let place = who.isEmpty ? "" : " (\(who.joined(separator: "; ")))"
    var rules = FetchRules(userAgent: "Tilik/\(Tilik.configuration.version)\(place)")
    rules.proxy = proxy
    for text in allowPrivate {
      let colon = text.contains(".") ? text.lastIndex(of: ":") : nil
      let host = colon.map { String(text[..<$0]) } ?? text
      let port = colon.map { Int(text[text.index(after: $0)...]) }
      guard let address = IPAddress(host), port == nil || port != .some(nil) else {
        throw Failure(
          .usage,
          say(
            "--allow-private: “\(text)” is not an address such as 192.168.1.5 or 127.0.0.1:8080",
            "--allow-private: “\(text)” bukan alamat seperti 192.168.1.5 atau 127.0.0.1:8080"
          )
        )
      }
      rules.addresses = rules.addresses.allowing(address, port: port ?? nil)
    }
    return rules
  }
}
