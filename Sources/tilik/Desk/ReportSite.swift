import AuditReport
import ClaimModel
import Foundation
import SourceLookup

/// The folder of audits of one desk.
struct ReportSite {
  let desk: Desk
  let folder: URL
  /// The language of the pages' own words; nil for each article's own.
  let language: LanguageTag?
  /// What prints the audits, where they are to be printed.
  var browser: HeadlessBrowser?

  init(desk: Desk, folder: URL, language: LanguageTag?) {
    self.desk = desk
    self.folder = folder
    self.language = language
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
      language: language,
      captures: try desk.archive().captures
    )
    let site = AuditSite(folder: folder)
    var outcome = Outcome(arePruned: prune)
    var entries: [AuditEntry] = []
    do {
      try assembly.eachArticle { audits in
        for audit in audits {
          let (files, entry) = try site.write(audit)
          outcome.files += files
          entries.append(entry)
          try print(files)
        }
      }
      let last = entries.compactMap(\.updated).max() ?? Timestamp(secondsSince1970: 0)
      outcome.files += try site.write(assembly.index(of: entries, lastEvent: last))
    } catch let error as AuditSiteError {
      throw Failure(.badInput, "\(error)")
    }
    outcome.stale = site.stalePages(besides: outcome.files)
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

  /// Prints the pages that changed, or were not printed before; cards are for screens.
  private func print(_ files: [WrittenFile]) throws {
    guard let browser else { return }
    for file in files where file.url.deletingLastPathComponent().path == folder.path {
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
