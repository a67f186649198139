import ArgumentParser
import Foundation
import SourceLookup

/// `tilik source match`.
struct SourceMatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: say(
      "Match many posts with claims that were checked before; needs no workspace.",
      "Cocokkan banyak kiriman dengan klaim yang pernah diperiksa; tanpa ruang kerja."
    ),
    discussion: say(
      """
      Both files have one JSON object a line: the library “id”, “claim” and, if there is one, “title”; the queries “id” \
      and “text”, and “speaker” and “date” where they are known. On standard output comes a run in TREC's form, “query \
      Q0 claim rank score tilik”, as trec_eval reads it. The network is not used.
      """,
      """
      Kedua berkas berisi satu objek JSON per baris: pustaka dengan “id”, “claim” dan bila ada “title”; pertanyaan \
      dengan “id” dan “text”, serta “speaker” dan “date” bila diketahui. Keluarannya run berbentuk TREC, “query Q0 \
      claim rank score tilik”, yang dibaca trec_eval. Jaringan tidak dipakai.
      """
    )
  )

  @Option(
    help: ArgumentHelp(
      say("The claims that were checked.", "Klaim yang pernah diperiksa."),
      valueName: "file"
    )
  )
  var library: String

  @Option(help: ArgumentHelp(say("What is looked for.", "Yang dicari."), valueName: "file"))
  var queries: String

  @Option(
    help: ArgumentHelp(say("The most claims a query.", "Klaim terbanyak per pertanyaan."))
  )
  var limit = 100

  func run() throws {
    guard (1...1_000).contains(limit) else {
      throw Failure(.usage, say("--limit is 1 to 1000", "--limit antara 1 dan 1000"))
    }
    let clock = ContinuousClock()
    let start = clock.now
    let index = try RetrievalRun.library(Self.read(library), file: library)
    let wanted = try RetrievalRun.queries(Self.read(queries), file: queries)
    let indexed = clock.now
    var slowest = Duration.zero
    for query in wanted {
      let began = clock.now
      let lines = RetrievalRun.lines(query, in: index, limit: limit)
      slowest = max(slowest, clock.now - began)
      Terminal.write(lines)
    }
    let building = Self.text(indexed - start)
    let mean = Self.text((clock.now - indexed) / max(1, wanted.count))
    let worst = Self.text(slowest)
    Terminal.talk(
      say(
        "\(index.count) claims read in \(building); \(wanted.count) queries, \(mean) each, the slowest \(worst)",
        "\(index.count) klaim dibaca dalam \(building); \(wanted.count) pertanyaan, masing-masing \(mean), terlama \(worst)"
      )
    )
  }

  /// A library of millions of claims is larger than an article may be.
  private static func read(_ path: String) throws -> [UInt8] {
    do {
      return path == Desk.standardInput
        ? [UInt8](FileHandle.standardInput.readDataToEndOfFile())
        : [UInt8](try Data(contentsOf: URL(filePath: path), options: .mappedIfSafe))
    } catch {
      throw Failure(.badInput, FileWording.text(error, path: path))
    }
  }

  private static func text(_ duration: Duration) -> String {
    let milliseconds = duration / .milliseconds(1)
    return milliseconds < 1_000
      ? "\((milliseconds * 100).rounded() / 100) ms" : "\((milliseconds / 100).rounded() / 10) s"
  }
}
