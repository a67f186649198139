import ArgumentParser

/// `tilik store`.
struct StoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store",
    abstract: say(
      "Where the ledger is kept: SQLite, or a PostgreSQL server.",
      "Tempat buku besar disimpan: SQLite, atau server PostgreSQL."
    ),
    subcommands: [StoreSchemaCommand.self, StoreCopyCommand.self]
  )
}
