import ArgumentParser
import ClaimModel
import ReviewWorkflow

/// `tilik reply`.
struct ReplyCommand: ClaimStep {
  static let configuration = CommandConfiguration(
    commandName: "reply",
    abstract: say(
      "Keep record of the right of reply: asked, answered or silent.",
      "Catat hak jawab: diminta, dijawab atau tidak."
    )
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: ClaimArgument.help)
  var claims: [String]

  @Option(
    help: ArgumentHelp(
      say("Who was asked; needs --by.", "Siapa yang dimintai jawaban; perlu --by."),
      valueName: "contact"
    )
  )
  var ask: String?

  @Option(
    help: ArgumentHelp(
      say("Until which day, as 2026-03-10.", "Sampai tanggal, seperti 2026-03-10."),
      valueName: "date"
    )
  )
  var by: String?

  @Option(help: ArgumentHelp(say("The reply.", "Jawabannya."), valueName: "text"))
  var answer: String?

  @Flag(
    help: ArgumentHelp(
      say("The deadline passed without a reply.", "Tenggat lewat tanpa jawaban.")
    )
  )
  var silent = false

  func content(on claim: ReviewedClaim, at desk: Desk) throws -> EventContent {
    switch (ask, answer, silent) {
    case (let contact?, nil, false):
      guard let day = by.flatMap({ CalendarDate(iso8601: $0) }) else {
        throw Failure(
          .usage,
          say(
            "--ask needs --by DATE, as 2026-03-10",
            "--ask perlu --by TANGGAL, seperti 2026-03-10"
          )
        )
      }
      return .replyAsked(contact: contact, deadline: day)
    case (nil, let text?, false): return .replyAnswered(text: text)
    case (nil, nil, true): return .replySilent
    default:
      throw Failure(
        .usage,
        say("give one of --ask, --answer, --silent", "berikan satu: --ask, --answer atau --silent")
      )
    }
  }
}
