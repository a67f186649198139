import ArgumentParser
import ClaimModel
import ClaimStore
import ReviewWorkflow

/// `tilik show`.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: say(
      "Show a claim, or a document with its text.",
      "Tampilkan klaim, atau dokumen dengan teksnya."
    )
  )

  @OptionGroup var desk: DeskOptions

  @Argument(
    help: ArgumentHelp(
      say(
        "A claim or a document, by the first digits of its name.",
        "Klaim atau dokumen, dengan digit pertama namanya."
      )
    )
  )
  var reference: String

  @OptionGroup var output: JSONOption

  func run() throws {
    let desk = try desk.open()
    let claims =
      reference.utf8.count < 4
      ? [] : try desk.store.claims(withPrefix: reference.lowercased(), limit: 1)
    if !claims.isEmpty {
      let claim = try desk.claim(named: reference)
      let document = try desk.store.document(claim.claim.document)
      if output.json { return try JSONOutput.write(ClaimCard(claim, in: document, at: desk)) }
      Terminal.write(ClaimView(claim: claim, document: document, desk: desk).text)
    } else {
      let document = try desk.document(named: reference, orClaim: true)
      if output.json { return try JSONOutput.write(DocumentCard(document)) }
      Terminal.write(DocumentView.text(document))
    }
  }
}
