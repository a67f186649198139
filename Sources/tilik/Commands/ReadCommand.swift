import ArgumentParser

/// `tilik read`.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "read", abstract: "x")
  func run() throws {}
}
