import IngestData

/// The learned trees of ``ArticleIsolation``.
package struct ArticleModel: Sendable {
  /// The look at one block.
  let alone: TreeEnsemble
  /// The look at one block among its neighbours.
  let together: TreeEnsemble

  /// Reads a model: the two ensembles with an empty line between them.
  package init(_ text: String) {
    let parts = text.split(separator: "\n\n", maxSplits: 1)
    alone = TreeEnsemble(parts.first ?? "")
    together = TreeEnsemble(parts.count > 1 ? parts[1] : "")
  }

  /// The model that is part of the program.
  static let shipped = ArticleModel(
    unsafe String(
      decoding: UnsafeBufferPointer(
        start: tilik_article_model_start(),
        count: tilik_article_model_size
      ),
      as: UTF8.self
    )
  )
}
