import ClaimModel

extension Audit {
  /// The article's headline, or its first words where it has none.
  public var title: String {
    if let title = document.metadata.title, !title.isEmpty { return title }
    let headline = document.blocks.first { $0.kind == .headline } ?? document.blocks.first
    let words = headline.flatMap { document.text.slice($0.span) } ?? document.text[...]
    return words.utf8.count <= 120 ? String(words) : String(words.prefix(100)) + "…"
  }

  /// The file the audit is written to: day of publication, the title's first words, the document's short name.
  ///
  /// Small ASCII letters, digits and hyphens only, so that it needs no escaping in an address.
  public var fileName: String {
    let day = document.metadata.published.map { [$0.iso8601] } ?? []
    return (day + slug(title) + [shortName]).joined(separator: "-") + ".html"
  }

  /// The document's short name, for file names.
  var shortName: String { slug(id.short).joined(separator: "-") }

  /// The address of a claim's dossier: whole where the desk is on the web, else the file and the place in it.
  func address(of claim: AuditedClaim) -> String {
    "\(desk.address ?? "")\(place(ofClaim: claim.number))"
  }

  /// Where a claim's dossier is, from the folder of audits.
  public func place(ofClaim number: Int) -> String { "\(fileName(ofClaim: number))#k\(number)" }

  /// When the article or one of its claims last changed; the ledger's own time where nothing is recorded.
  var lastChange: Timestamp {
    (history + claims.flatMap(\.history)).map(\.time).max() ?? ledger.lastEvent
  }

  /// The first six words of ASCII letters and digits, in small letters, at most 16 bytes each.
  private func slug(_ text: String) -> [String] {
    var words: [[UInt8]] = [[]]
    for byte in text.utf8.prefix(400) {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        words[words.count - 1].append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): words[words.count - 1].append(byte | 0x20)
      default: if words.last?.isEmpty == false { words.append([]) }
      }
    }
    return words.filter { !$0.isEmpty }.prefix(6).map {
      String(decoding: $0.prefix(16), as: UTF8.self)
    }
  }
}

extension AuditedClaim {
  /// Whether readers are told its verdict as the desk's.
  var isPublished: Bool { status.stage.isPublished && verdict != nil }
}
