import ArgumentParser
import ClaimCorpus

/// `tilik corpus quotes`.
struct CorpusQuotesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quotes",
    abstract: say(
      "Show statements that several articles have, and how their words drift.",
      "Tampilkan pernyataan yang ada di beberapa artikel, dan bagaimana kata-katanya bergeser."
    ),
    discussion: say(
      """
      The earliest telling comes first; of each other one, the words that differ: [-gone-] {+new+}. The number is how \
      many of their word pairs the two share. Nothing is joined: whether it is one claim, a person says (`tilik same`).
      """,
      """
      Versi paling awal di atas; dari tiap versi lain ditampilkan kata yang berbeda: [-hilang-] {+baru+}. Angkanya bagian \
      pasangan kata yang sama. Tidak ada yang digabung: apakah itu satu klaim, orang yang memutuskan (`tilik same`).
      """
    )
  )

  @OptionGroup var options: CorpusOptions

  @Option(
    help: ArgumentHelp(say("Only those that this person said.", "Hanya yang diucapkan orang ini."))
  )
  var speaker: String?

  @Option(
    help: ArgumentHelp(say("Only those in so many outlets.", "Hanya yang ada di sekian media."))
  )
  var outlets = 1

  @OptionGroup var output: JSONOption

  func run() throws {
    let shared = try options.open().shared(speaker: speaker, outlets: outlets, limit: options.limit)
    if output.json { return try JSONOutput.write(shared) }
    for statement in shared {
      Terminal.write(
        Terminal.bold(
          say(
            "\(statement.articles) articles of \(statement.outlets) outlets, \(statement.tellings) tellings",
            "\(statement.articles) artikel dari \(statement.outlets) media, \(statement.tellings) versi"
          )
        ) + "\n"
      )
      for (number, telling) in statement.appearances.enumerated() {
        let first = statement.appearances[0]
        let words: String
        switch (number, telling.text == first.text) {
        case (0, _): words = "“\(telling.text)”"
        case (_, true): words = say("the same words", "kata-kata yang sama")
        default: words = WordDrift(from: first.text, to: telling.text).description
        }
        let place = [telling.published, telling.outlet, telling.article].compactMap { $0 }
          .joined(separator: " · ")
        let who = telling.speaker.map { "\($0): " } ?? ""
        Terminal.write(
          "  \(telling.similarity)  \(Terminal.safe(place))\n    \(Terminal.safe(who + words))\n"
        )
      }
    }
  }
}
