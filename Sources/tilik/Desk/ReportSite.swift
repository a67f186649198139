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
    var files: [WrittenFile] = []
    var stale: [URL] = []
    var arePruned = false
  }

  /// Derives every audit from the ledger and writes those that changed.
  func write(prune: Bool) throws -> Outcome {
    let assembly = try AuditAssembly(
      desk: desk,
      editions: editions,
      captures: try desk.archive().captures
    )
    var outcome = Outcome(arePruned: prune)
    var entries = editions.all.map { _ in [AuditEntry]() }
    var tally = StatisticsTally(now: desk.now)
    do {
      try assembly.eachArticle { article in
        for claim in article.claims { tally.add(claim) }
        for (place, edition) in editions.all.enumerated() {
          for audit in assembly.audits(of: article, in: edition) {
            let (files, entry) = try site(edition).write(audit)
            outcome.files += files
            entries[place].append(entry)
            try print(files, of: edition)
          }
        }
      }
      let agreements = DeskStatistics(tally, workflow: desk.workflow).agreements
      for (entries, edition) in zip(entries, editions.all) {
        let last = entries.compactMap(\.updated).max() ?? Timestamp(secondsSince1970: 0)
        outcome.files += try site(edition).write(
          assembly.index(of: entries, in: edition, lastEvent: last, agreements: agreements)
        )
      }
    } catch let error as AuditSiteError {
      throw Failure(.badInput, FileWording.text(error.cause, path: error.file))
    }
    outcome.stale = stalePages(besides: outcome.files)
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

  /// Pages that this run did not write, also in the folders of editions that an earlier run wrote.
  private func stalePages(besides written: [WrittenFile]) -> [URL] {
    let folders = [folder] + PageLanguage.allCases.map { folder.appending(path: "\($0.rawValue)/") }
    return folders.flatMap { AuditSite(folder: $0).stalePages(besides: written) }
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
  /// Prints the files that changed, and says what was done.
  func tell() {
    let changed = files.filter(\.isChanged)
    for file in changed { Terminal.write(file.url.path + "\n") }
    Terminal.talk(
      say(
        "\(files.count) pages, \(changed.count) written",
        "\(files.count) halaman, \(changed.count) ditulis"
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
