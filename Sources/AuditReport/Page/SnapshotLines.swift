import ClaimModel

extension AuditView {
  /// A snapshot's hash, who gave it a time, and where somebody else keeps a copy.
  func lines(of snapshot: SnapshotFacts) -> Markup {
    let stamps = snapshot.stamps.map { stamp in
      """
      <span class="snap">\(words(SnapshotPhrase.stamp)) <bdi>\(stamp.authority)</bdi>, \
      \(words(stamp.time == nil ? SnapshotPhrase.asked : .existed)) \(words.time(stamp.time ?? stamp.asked))\
      </span>
      """ as Markup
    }
    let independent = Link(web: snapshot.independent).map { link in
      """
      <span class="snap">\(words(SnapshotPhrase.independent)) <a href="\(link.address)" rel="noreferrer">\
      <bdi>\(link.address)</bdi></a></span>
      """ as Markup
    }
    return """
      <span class="snap">\(words(SnapshotPhrase.file))<code class="hash">sha256 \(snapshot.hash.hex)</code></span>\
      \(Markup.joined(stamps))\(independent)
      """
  }

  /// What snapshots prove and what they do not, said once, where a source on the page has one.
  var snapshotProof: Markup {
    let snapshots = audit.claims.flatMap(\.evidence).compactMap(\.copy?.snapshot)
    guard !snapshots.isEmpty else { return "" }
    let isStamped = snapshots.contains { !$0.stamps.isEmpty }
    let isElsewhere = snapshots.contains { $0.independent != nil }
    return """
      <p class="intro">\(words(SnapshotPhrase.proves)) \(words(SnapshotPhrase.provesNot))\
      \(if: isStamped, " \(words(SnapshotPhrase.stampProves))")\
      \(if: isElsewhere, " \(words(SnapshotPhrase.independentProves))")</p>

      """
  }
}
