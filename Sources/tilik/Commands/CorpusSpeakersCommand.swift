import ArgumentParser
import ClaimCorpus

/// `tilik corpus speakers`.
struct CorpusSpeakersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "speakers",
    abstract: say("Show who is quoted how often.", "Tampilkan siapa dikutip berapa kali.")
  )

  @OptionGroup var options: CorpusOptions
  @OptionGroup var output: JSONOption

  func run() throws {
    let speakers = try options.open().speakers(limit: options.limit)
    if output.json { return try JSONOutput.write(speakers) }
    for speaker in speakers {
      let days = [speaker.first, speaker.last].compactMap { $0 }
      Terminal.write(
        say(
          "\(speaker.statements)  \(Terminal.safe(speaker.speaker)): \(speaker.direct) direct, in \(speaker.articles) "
            + "articles of \(speaker.outlets) outlets",
          "\(speaker.statements)  \(Terminal.safe(speaker.speaker)): \(speaker.direct) langsung, dalam "
            + "\(speaker.articles) artikel dari \(speaker.outlets) media"
        ) + (days.count == 2 ? ", \(days[0])…\(days[1])" : "") + "\n"
      )
    }
  }
}
