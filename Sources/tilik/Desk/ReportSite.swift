import AuditReport
import ClaimModel
import Foundation
import ReviewWorkflow
import SourceLookup

/// The folder of audits of one desk.
struct ReportSite {
  let desk: Desk
  let folder: URL
  let editions: ReportEditions
  /// What prints the audits, where they are to be printed.
  var browser: HeadlessBrowser?

  init(desk: Desk, folder: URL, languages: [LanguageTag]) {
    self.desk = desk
    self.folder = folder
    editions = ReportEditions(languages)
  }

  /// What a run of `tilik report` did.
  struct Outcome {
    var pages = 0
    var changed = 0
    var stale: [URL] = []
    var arePruned = false
    /// The names of each edition's files.
    fileprivate var names: [Set<String>]
  }

  /// Derives every audit from the ledger, writes those that changed and names them.
  func write(prune: Bool) throws -> Outcome {
    let assembly = try AuditAssembly(
      desk: desk,
      editions: editions,
      captures: try desk.archive().captures
    )
    var outcome = Outcome(arePruned: prune, names: editions.all.map { _ in [] })
    var tally = StatisticsTally(now: desk.now)
    do {
      let entries = try editions.all.map { try AuditEntries(in: site($0).folder) }
      try assembly.eachArticle { article in
        for claim in article.claims { tally.add(claim) }
        for (place, edition) in editions.all.enumerated() {
          for audit in assembly.audits(of: article, in: edition) {
            let (files, entry) = try site(edition).write(audit)
            try entries[place].append(entry)
            tell(files, in: place, &outcome)
            try print(files, of: edition)
          }
        }
      }
      let agreements = DeskStatistics(tally, workflow: desk.workflow).agreements
      for (place, edition) in editions.all.enumerated() {
        let index = try assembly.index(of: entries[place], in: edition, agreements: agreements)
        tell(try site(edition).write(index), in: place, &outcome)
      }
    } catch let error as AuditSiteError {
      throw Failure(.badInput, FileWording.text(error.cause, path: error.file))
    }
    outcome.stale = stalePages(besides: outcome.names)
    if prune {
      for page in outcome.stale {
        do {
          try FileManager.default.removeItem(at: page)
          let paper = page.deletingPathExtension().appendingPathExtension("pdf")
          try? FileManager.default.removeItem(at: paper)
        } catch {
          throw Failure(.badInput, FileWording.text(error, path: page.path))
        }
      }
    }
    return outcome
  }

  private func site(_ edition: ReportEditions.Edition) -> AuditSite {
    AuditSite(folder: edition.folder.isEmpty ? folder : folder.appending(path: edition.folder))
  }

  /// Names the files that changed, and counts them all.
  private func tell(_ files: [WrittenFile], in edition: Int, _ outcome: inout Outcome) {
    for file in files {
      if file.isChanged { Terminal.write(file.url.path + "\n") }
      outcome.names[edition].insert(file.name)
      outcome.changed += file.isChanged ? 1 : 0
    }
    outcome.pages += files.count
  }

  /// Pages that this run did not write, also in the folders of editions that an earlier run wrote.
  private func stalePages(besides written: [Set<String>]) -> [URL] {
    let folders = [""] + PageLanguage.allCases.map { "\($0.rawValue)/" }
    return folders.flatMap { name in
      let edition = editions.all.firstIndex { $0.folder == name }
      let site = AuditSite(folder: name.isEmpty ? folder : folder.appending(path: name))
      return site.stalePages(besides: edition.map { written[$0] } ?? [])
    }
  }

  /// Prints the pages that changed, or were not printed before; cards are for screens.
  private func print(_ files: [WrittenFile], of edition: ReportEditions.Edition) throws {
    guard let browser else { return }
    let folder = site(edition).folder.standardizedFileURL.path
    for file in files
    where file.url.deletingLastPathComponent().standardizedFileURL.path == folder {
      let paper = file.url.deletingPathExtension().appendingPathExtension("pdf")
      if file.isChanged || !FileManager.default.fileExists(atPath: paper.path) {
        try browser.print(file.url, to: paper)
        Terminal.write(paper.path + "\n")
      }
    }
  }
}

extension ReportSite.Outcome {
  /// Says what was done.
  func tell() {
    Terminal.talk(
      say(
        "\(pages) pages, \(changed) written",
        "\(pages) halaman, \(changed) ditulis"
      )
    )
    guard !stale.isEmpty else { return }
    if arePruned {
      Terminal.talk(
        say("\(stale.count) old pages removed", "\(stale.count) halaman lama dihapus")
      )
      return
    }
    for page in stale { Terminal.talk("  \(page.path)") }
    Terminal.talk(
      say(
        "\(stale.count) pages of articles that are not in this ledger; --prune removes them",
        "\(stale.count) halaman artikel yang tidak ada di buku besar ini; hapus dengan --prune"
      )
    )
  }
}
