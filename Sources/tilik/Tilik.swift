import ArgumentParser

/// The command line.
@main
struct Tilik: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tilik",
    abstract: "Check what the news says."
  )
}
