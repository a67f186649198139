import ArgumentParser
import ClaimModel
import ClaimStore
import Foundation
import SourceLookup

/// `tilik source`.
struct SourceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "source",
    abstract: say("Keep the library of sources.", "Kelola pustaka sumber."),
    subcommands: [Add.self, List.self, Find.self]
  )

  /// `tilik source add`.
  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add",
      abstract: say("Add sources from a CSL-JSON file.", "Tambahkan sumber dari berkas CSL-JSON."),
      discussion: say(
        "Zotero and most reference managers export CSL-JSON. --texts names a folder with the works' own words, one file "
          + "SOURCE-ID.txt a work, so that excerpts can be found in them.",
        "Zotero dan kebanyakan pengelola rujukan mengekspor CSL-JSON. --texts menunjuk map berisi teks karya, satu "
          + "berkas ID-SUMBER.txt per karya, agar kutipan bisa dicari di dalamnya."
      )
    )

    @OptionGroup var desk: DeskOptions

    @Argument(help: ArgumentHelp(say("CSL-JSON files.", "Berkas CSL-JSON.")))
    var files: [String]

    @Option(
      help: ArgumentHelp(
        say("The folder with the works' texts.", "Map berisi teks karya."),
        valueName: "folder"
      )
    )
    var texts: String?

    func run() throws {
      let desk = try desk.open()
      for file in files {
        let library = try CitationLibrary(json: ArticleFiles.read(file), file: file)
        let entries = try library.sources.map { source in
          LibrarySource(source: source, text: try text(of: source.id))
        }
        try desk.store.add(entries)
        let copies = entries.filter { $0.text != nil }.count
        Terminal.write(
          say(
            "\(file): \(entries.count) sources, \(copies) with their text\n",
            "\(file): \(entries.count) sumber, \(copies) dengan teksnya\n"
          )
        )
      }
    }

    private func text(of id: SourceID) throws -> String? {
      guard let texts else { return nil }
      let path = "\(texts)/\(id.rawValue).txt"
      guard FileManager.default.fileExists(atPath: path) else { return nil }
      return String(decoding: try ArticleFiles.read(path), as: UTF8.self)
    }
  }

  /// `tilik source list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: say("List the sources.", "Daftar sumber.")
    )

    @OptionGroup var desk: DeskOptions
    @OptionGroup var output: JSONOption

    func run() throws {
      let library = try desk.open().store.sources()
      if output.json { return try JSONOutput.write(library.map(\.source)) }
      for entry in library { Terminal.write(SourceCommand.line(entry.source) + "\n") }
    }
  }

  /// `tilik source find`.
  struct Find: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "find",
      abstract: say(
        "Find sources by author, title, publisher or year.",
        "Cari sumber menurut penulis, judul, penerbit atau tahun."
      )
    )

    @OptionGroup var desk: DeskOptions

    @Argument(help: ArgumentHelp(say("Words.", "Kata-kata.")))
    var words: [String]

    @OptionGroup var output: JSONOption

    func run() throws {
      let desk = try desk.open()
      let library = CitationLibrary(try desk.store.sources().map(\.source))
      let found = library.find(words.joined(separator: " "))
      if output.json { return try JSONOutput.write(found.map(\.source)) }
      if found.isEmpty { Terminal.talk(say("nothing found", "tidak ada yang ditemukan")) }
      for match in found {
        let reasons = match.reasons.map {
          "\($0.field.rawValue): \($0.words.joined(separator: " "))"
        }
        Terminal.write(
          "\(SourceCommand.line(match.source))  (\(reasons.joined(separator: "; ")))\n"
        )
      }
    }
  }

  fileprivate static func line(_ source: Source) -> String {
    Terminal.safe(
      "\(source.id)  \(Reference.text(source, style: .apa, language: speech))"
    )
  }
}
