import ArgumentParser
import ClaimModel
import ClaimStore
import Foundation
import SourceLookup

/// `tilik source add`.
struct SourceAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: say(
      "Add sources: web pages, DOIs, or a CSL-JSON file.",
      "Tambahkan sumber: halaman web, DOI, atau berkas CSL-JSON."
    ),
    discussion: say(
      """
      An address is fetched over the network, kept as it came in .tilik/snapshots (WARC, named by its SHA-256), and \
      cited by what the page says about itself; its text is kept, so that `tilik cite` finds excerpts in it. Pages that \
      ask to sign in, to agree or to prove that one is human are refused. A DOI is looked up at doi.org. Nothing but \
      these addresses, the authority of --timestamp and the archive of --web-archive is contacted.

      Of a CSL-JSON file the works are added without the network; --texts names a folder with their own words, one file \
      SOURCE-ID.txt a work. Other formats: `tilik source import`.

      Ctrl-C stops after the page at hand; what was taken until then is whole.
      """,
      """
      Alamat diambil lewat jaringan, disimpan apa adanya di .tilik/snapshots (WARC, dinamai menurut SHA-256-nya), dan \
      dirujuk menurut kata halaman itu sendiri; teksnya disimpan agar `tilik cite` dapat mencari kutipan di dalamnya. \
      Halaman yang minta masuk, minta persetujuan atau menguji apakah Anda manusia ditolak. DOI ditanyakan ke doi.org. \
      Selain alamat-alamat itu, otoritas --timestamp dan arsip --web-archive, tidak ada yang dihubungi.

      Karya dalam berkas CSL-JSON ditambahkan tanpa jaringan; --texts menunjuk map berisi teks karya, satu berkas \
      ID-SUMBER.txt per karya. Format lain: `tilik source import`.

      Ctrl-C berhenti setelah halaman yang sedang dikerjakan; yang sudah diambil tetap utuh.
      """
    )
  )

  @OptionGroup var desk: DeskOptions
  @OptionGroup var network: NetworkOptions
  @OptionGroup var output: JSONOption

  @Argument(
    help: ArgumentHelp(
      say(
        "Addresses (http, https), DOIs, or CSL-JSON files; - reads addresses from standard input, one a line.",
        "Alamat (http, https), DOI, atau berkas CSL-JSON; - membaca alamat dari masukan standar, satu per baris."
      ),
      valueName: "url-or-file"
    )
  )
  var items: [String]

  @Option(
    help: ArgumentHelp(
      say("The folder with the works' texts.", "Map berisi teks karya."),
      valueName: "folder"
    )
  )
  var texts: String?

  @Option(
    help: ArgumentHelp(
      say(
        "The source's name in the library; for one address.",
        "Nama sumber di pustaka; untuk satu alamat."
      ),
      valueName: "name"
    )
  )
  var id: String?

  @Option(
    help: ArgumentHelp(
      say(
        "Ask this authority (RFC 3161) to say when each snapshot existed.",
        "Minta otoritas ini (RFC 3161) menyatakan kapan setiap salinan ada."
      ),
      valueName: "url"
    )
  )
  var timestamp: String?

  @Flag(
    help: ArgumentHelp(
      say(
        "Ask the Internet Archive to keep a copy, too; its key stands in TILIK_SAVE_PAGE_NOW_KEY.",
        "Minta Internet Archive menyimpan salinan juga; kuncinya ada di TILIK_SAVE_PAGE_NOW_KEY."
      )
    )
  )
  var webArchive = false

  @Option(
    help: ArgumentHelp(
      say("Transfers at once from one host.", "Pengambilan serentak dari satu situs."),
      valueName: "number"
    )
  )
  var perHost = 2

  func run() throws {
    let desk = try desk.open()
    var addresses: [String] = []
    for item in items {
      if Self.isList(item) {
        addresses += try Self.list(item)
      } else if Self.isAddress(item) || Self.isDOI(item) {
        addresses.append(item)
      } else {
        try add(file: item, to: desk)
      }
    }
    guard !addresses.isEmpty else { return }
    if id != nil, addresses.count > 1 {
      throw Failure(
        .usage,
        say("--id names one address only", "--id hanya untuk satu alamat")
      )
    }
    guard (1...64).contains(perHost) else {
      throw Failure(.usage, say("--per-host is 1 to 64", "--per-host antara 1 dan 64"))
    }
    try add(addresses, to: desk)
  }

  private static func isList(_ item: String) -> Bool { item == Desk.standardInput }

  private static func list(_ item: String) throws -> [String] {
    String(decoding: try ArticleFiles.read(item), as: UTF8.self).split(whereSeparator: \.isNewline)
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }

  /// Whether it looks like an address of any kind; the fetcher says which it takes.
  private static func isAddress(_ item: String) -> Bool { item.contains("://") }

  private static func isDOI(_ item: String) -> Bool {
    let lowered = item.lowercased()
    return lowered.hasPrefix("doi:10.") || (lowered.hasPrefix("10.") && lowered.contains("/"))
  }

  private func add(_ addresses: [String], to desk: Desk) throws {
    var rules = try network.rules(at: desk)
    rules.mostTransfersPerHost = perHost
    rules.mostTransfers = max(rules.mostTransfers, perHost)
    // The time that TILIK_NOW or --now sets holds for what is fetched, too.
    let clock = self.desk
    let now = { [start = desk.now] in (try? clock.clock()) ?? start }
    let progress = Progress(addresses.count) { done, total in
      say("\(done) of \(total) fetched …", "\(done) dari \(total) diambil …")
    }
    let goesOn = {
      progress.tick()
      return !Interrupt.isRaised
    }
    Interrupt.listen()
    let fetcher = Fetcher(rules: rules, now: now, goesOn: goesOn)
    var intake = try SourceIntake(desk)
    intake.authority = timestamp.map { url in
      TimestampAuthority(url: url, fetcher: Fetcher(rules: rules, now: now, goesOn: goesOn))
    }
    if webArchive {
      intake.witness = IndependentArchive(
        fetcher: Fetcher(rules: rules, now: now, goesOn: goesOn),
        goesOn: goesOn
      )
    }
    var report = SourceAddReport(json: output.json)
    var works: [String: Source] = [:]
    var requests: [FetchRequest] = []
    let registry = DOILookup(rules: rules, now: desk.now, goesOn: goesOn)
    for address in addresses where !Interrupt.isRaised {
      guard Self.isDOI(address) else {
        requests.append(FetchRequest(url: address))
        continue
      }
      do {
        let (work, landing) = try registry.find(address)
        works[landing] = work
        requests.append(FetchRequest(url: landing))
      } catch {
        guard !Interrupt.isRaised else { break }
        progress.clear()
        progress.done += 1
        report.add(address, error)
      }
    }
    fetcher.fetch(
      requests,
      while: goesOn,
      each: { index, outcome in
        guard !Interrupt.isRaised else { return }
        progress.clear()
        progress.done += 1
        let asked = requests[index].url
        do {
          report.add(try take(outcome, asked, works[asked], &intake))
        } catch {
          report.add(asked, error)
        }
      }
    )
    progress.clear()
    try report.finish(of: addresses.count, wasInterrupted: Interrupt.isRaised)
  }

  private func take(
    _ outcome: Result<FetchedPage, FetchError>,
    _ asked: String,
    _ work: Source?,
    _ intake: inout SourceIntake
  ) throws -> SourceIntake.Outcome {
    guard let work else { return try intake.take(try outcome.get(), asked: asked, as: id) }
    do {
      return try intake.take(try outcome.get(), asked: asked, registered: work, as: id)
    } catch {
      // The registry's citation is good also where the publisher's page cannot be had.
      var kept = try intake.take(work, asked: asked, as: id)
      kept.problem = Failure(error)?.message ?? "\(error)"
      return kept
    }
  }

  private func add(file: String, to desk: Desk) throws {
    guard FileManager.default.fileExists(atPath: file) else {
      throw Failure(
        .badInput,
        say(
          "\(file): neither a file here, nor an address with http:// or https:// in front, nor a DOI",
          "\(file): bukan berkas di sini, bukan alamat dengan http:// atau https:// di depannya, bukan pula DOI"
        )
      )
    }
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

  private func text(of id: SourceID) throws -> String? {
    guard let texts else { return nil }
    let path = "\(texts)/\(id.rawValue).txt"
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    return String(decoding: try ArticleFiles.read(path), as: UTF8.self)
  }
}
