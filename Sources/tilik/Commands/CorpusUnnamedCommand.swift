import ArgumentParser
import ClaimCorpus

/// `tilik corpus unnamed`.
struct CorpusUnnamedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unnamed",
    abstract: say(
      "Show who is quoted but never named, and which outlets leave names out.",
      "Tampilkan siapa dikutip tanpa nama, dan media mana yang tidak menyebut nama."
    )
  )

  @OptionGroup var options: CorpusOptions
  @OptionGroup var output: JSONOption

  /// The answer.
  private struct Answer: Encodable {
    var outlets: [OutletNaming]
    var mentions: [UnnamedSpeaker]
  }

  func run() throws {
    let corpus = try options.open()
    let answer = Answer(
      outlets: try corpus.naming(),
      mentions: try corpus.unnamed(limit: options.limit)
    )
    if output.json { return try JSONOutput.write(answer) }
    for outlet in answer.outlets.prefix(options.limit) {
      let share = outlet.unnamed * 100 / max(1, outlet.statements)
      let name = Terminal.safe(outlet.outlet ?? say("(no outlet given)", "(tanpa nama media)"))
      Terminal.write(
        say(
          "\(share)%  \(name): \(outlet.unnamed) of \(outlet.statements) statements without a name\n",
          "\(share)%  \(name): \(outlet.unnamed) dari \(outlet.statements) pernyataan tanpa nama\n"
        )
      )
    }
    Terminal.write("\n")
    for speaker in answer.mentions {
      let mention =
        speaker.mention.isEmpty
        ? say("(nobody at all)", "(tidak ada sama sekali)") : "“\(Terminal.safe(speaker.mention))”"
      Terminal.write(
        say(
          "\(speaker.statements)  \(mention): in \(speaker.articles) articles of \(speaker.outlets) outlets\n",
          "\(speaker.statements)  \(mention): dalam \(speaker.articles) artikel dari \(speaker.outlets) media\n"
        )
      )
    }
  }
}
