import ArgumentParser
import ClaimModel
import ClaimStore
import Foundation
import ReviewWorkflow
import SourceLookup

/// `tilik source export`.
struct SourceExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: say(
      "Write the library for other programs and readers.",
      "Tulis pustaka untuk program lain dan pembaca."
    ),
    discussion: say(
      """
      csl, bibtex and ris are read by reference managers; csv by spreadsheets; apa and chicago are reference lists in \
      the person's language; claimreview is a DataFeed of the checks that were imported. --wacz writes the snapshots as \
      one file that ReplayWeb.page opens. The network is not used.
      """,
      """
      csl, bibtex dan ris dibaca pengelola rujukan; csv dibaca lembar kerja; apa dan chicago adalah daftar pustaka \
      dalam bahasa pengguna; claimreview adalah DataFeed pemeriksaan yang diimpor. --wacz menulis salinan-salinan \
      sebagai satu berkas yang dibuka ReplayWeb.page. Jaringan tidak dipakai.
      """
    )
  )

  @OptionGroup var desk: DeskOptions

  @Argument(
    help: ArgumentHelp(say("Names of sources; all without any.", "Nama sumber; semua bila kosong."))
  )
  var sources: [String] = []

  /// What can be written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case csl, bibtex, ris, csv, apa, chicago, claimreview
  }

  @Option(help: ArgumentHelp(say("The format.", "Bentuknya.")))
  var format: Format = .csl

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      say("Write into this file instead of standard output.", "Tulis ke berkas ini."),
      valueName: "file"
    )
  )
  var output: String?

  @Option(
    help: ArgumentHelp(
      say("Write the snapshots into this WACZ file.", "Tulis salinan ke berkas WACZ ini."),
      valueName: "file"
    )
  )
  var wacz: String?

  func run() throws {
    let desk = try desk.open()
    let library = try desk.store.sources().map(\.source)
    let chosen =
      try sources.isEmpty ? library : sources.map { try desk.source($0).source }
    if let wacz { return try write(snapshots: chosen, to: wacz, desk) }
    let bytes = Array(try text(chosen, desk).utf8)
    guard let output else { return Terminal.write(bytes) }
    try Self.write(bytes, to: output)
  }

  private func text(_ sources: [Source], _ desk: Desk) throws -> String {
    switch format {
    case .csl, .bibtex, .ris, .csv:
      guard let known = CitationFormat(rawValue: format.rawValue) else { return "" }
      return known.write(CitationLibrary(sources))
    case .apa, .chicago:
      guard let style = Reference.Style(rawValue: format.rawValue) else { return "" }
      return sources.map { Reference.text($0, style: style, language: speech) }
        .sorted().map { $0 + "\n" }.joined()
    case .claimreview:
      return ClaimReview.feed(try CheckedClaims(desk).checks, name: desk.settings.desk)
    }
  }

  private func write(snapshots sources: [Source], to path: String, _ desk: Desk) throws {
    let archive = try desk.archive()
    var collection = WebArchiveCollection()
    var count = 0
    // A revisit refers to bytes in an earlier capture, which has to come along.
    let wanted = Set(sources.map(\.id))
    let payloads = Set(archive.captures.filter { wanted.contains($0.source) }.map(\.payload))
    let titles = Dictionary(sources.map { ($0.id, $0.title) }, uniquingKeysWith: { $1 })
    for capture in archive.captures where payloads.contains(capture.payload) {
      try collection.add(archive.warc(capture.snapshot), title: titles[capture.source])
      count += 1
    }
    guard count > 0 else {
      throw Failure(
        .badInput,
        say("there are no snapshots of these sources", "tidak ada salinan sumber-sumber ini")
      )
    }
    let file = collection.wacz(
      title: desk.settings.desk,
      created: desk.now,
      software: "Tilik/\(Tilik.configuration.version)"
    )
    guard let file else {
      throw Failure(
        .badInput,
        say(
          "\(path): larger than 4 GiB; name fewer sources",
          "\(path): lebih dari 4 GiB; sebutkan lebih sedikit sumber"
        )
      )
    }
    try Self.write(file, to: path)
    Terminal.talk(say("\(path): \(count) snapshots", "\(path): \(count) salinan"))
  }

  private static func write(_ bytes: [UInt8], to path: String) throws {
    do {
      try Data(bytes).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw Failure(.badInput, FileWording.text(error, path: path))
    }
  }
}
