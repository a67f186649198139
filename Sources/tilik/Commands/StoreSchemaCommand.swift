import ArgumentParser
import ClaimStore

/// `tilik store schema`.
struct StoreSchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: say(
      "Print the SQL that makes the tables of a PostgreSQL store.",
      "Cetak SQL yang membuat tabel penyimpanan PostgreSQL."
    ),
    discussion: say(
      """
      For an administrator who does not let programs make tables. Each step is one transaction and is recorded; a \
      database that has the first steps gets the rest with --after. Run it as the role that is to own the tables:

        tilik store schema --desk tilik_desk --reader tilik_reader | psql -v ON_ERROR_STOP=1 -d tilik
      """,
      """
      Bagi administrator yang tidak membiarkan program membuat tabel. Setiap langkah satu transaksi dan dicatat; basis data \
      yang sudah menjalani langkah awal mendapat sisanya dengan --after. Jalankan sebagai peran pemilik tabel:

        tilik store schema --desk tilik_desk --reader tilik_reader | psql -v ON_ERROR_STOP=1 -d tilik
      """
    )
  )

  @Option(
    help: ArgumentHelp(
      say("Leave out the first so many steps.", "Lewati sekian langkah pertama."),
      valueName: "steps"
    )
  )
  var after = 0

  @Option(
    help: ArgumentHelp(
      say(
        "Let this role work as a desk: add and decide, but never change or delete what happened.",
        "Izinkan peran ini bekerja sebagai meja: menambah dan memutus, tanpa mengubah atau menghapus yang terjadi."
      ),
      valueName: "role"
    )
  )
  var desk: String?

  @Option(
    help: ArgumentHelp(
      say("Let this role look, and nothing else.", "Izinkan peran ini melihat saja."),
      valueName: "role"
    )
  )
  var reader: String?

  func validate() throws {
    let steps = PostgresSchema.migrations.count
    if !(0...steps).contains(after) {
      throw ValidationError(say("--after is 0 to \(steps)", "--after diisi 0 sampai \(steps)"))
    }
  }

  func run() {
    for migration in PostgresSchema.migrations.dropFirst(after) {
      Terminal.write("-- \(migration.number) \(migration.name)\n\(migration.script)\n")
    }
    Terminal.write(PostgresSchema.grants(desk: desk, reader: reader))
  }
}
