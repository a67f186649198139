import DocumentIngest
import Foundation

/// Learns the two looks of a page from pages whose articles are known.
struct Training {
  var settings = Boosting.Settings()
  var seed: UInt64 = 1
  /// Parts of the pages of which each in turn is judged by a first look learned from the others, so that the second look
  /// learns from the mistakes that the first one makes on pages it has not seen.
  private static let parts = 4

  /// The model's text.
  func model(of pages: [TrainingPage]) -> String {
    var contexts: [String: [[Float]]] = [:]
    for part in 0..<Self.parts {
      let others = pages.filter { Self.part($0.site, of: Self.parts, salt: 77 + seed) != part }
      let alone = TreeEnsemble(text(of: trees(others) { $0.page.rows }))
      for page in pages where Self.part(page.site, of: Self.parts, salt: 77 + seed) == part {
        contexts[page.id] = page.page.context(of: page.page.rows.map { alone.probability($0) })
      }
    }
    let alone = text(of: trees(pages) { $0.page.rows })
    let together = text(
      of: trees(pages) { page in
        zip(page.page.rows, contexts[page.id] ?? []).map { $0 + $1 }
      }
    )
    return "\(alone)\n\n\(together)\n"
  }

  private func trees(
    _ pages: [TrainingPage],
    _ rows: (TrainingPage) -> [[Float]]
  ) -> [Boosting.Node] {
    Boosting.fit(
      BinnedTable(pages.flatMap(rows)),
      pages.flatMap(\.answers),
      pages.flatMap(\.importance),
      settings,
      seed: seed
    )
  }

  private func text(of trees: [Boosting.Node]) -> String {
    trees.map(\.text).joined(separator: "\n")
  }

  /// What a cross-validation found of one page at one threshold.
  struct Reading {
    var page: TrainingPage
    var threshold: Float
    var score: PageScore
  }

  /// Learns without the pages of some sites and reads those, for each part of the sites in turn.
  func crossValidate(_ pages: [TrainingPage], parts: Int = 5, at thresholds: [Float]) -> [Reading] {
    var readings: [Reading] = []
    for part in 0..<parts {
      let known = pages.filter { Self.part($0.site, of: parts, salt: seed) != part }
      let model = ArticleModel(model(of: known))
      for page in pages where Self.part(page.site, of: parts, salt: seed) == part {
        let truth = Shingles(page.truth)
        let chosen = page.page.chosen(by: model, at: thresholds)
        for (threshold, blocks) in zip(thresholds, chosen) {
          let found = Shingles(page.page.article(of: blocks))
          let score = PageScore(found: found, truth: truth)
          readings.append(Reading(page: page, threshold: threshold, score: score))
        }
      }
    }
    return readings
  }

  /// The part that a site is in, the same for the same site and salt.
  private static func part(_ site: String, of parts: Int, salt: UInt64) -> Int {
    var dice = Dice(state: site.utf8.reduce(salt) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 })
    return Int(dice.next() % UInt64(parts))
  }
}
