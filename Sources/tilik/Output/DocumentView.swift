import ClaimModel
import ClaimStore

/// A document as a person reads it.
enum DocumentView {
  static func text(_ stored: StoredDocument) -> String {
    let metadata = stored.document.metadata
    var lines = [
      Terminal.bold("\(stored.id.short)  \(Terminal.safe(metadata.title ?? stored.origin))")
    ]
    let facts: [String?] = [
      metadata.authors.isEmpty ? nil : metadata.authors.joined(separator: ", "), metadata.outlet,
      metadata.published?.iso8601, metadata.language.rawValue, metadata.url,
      say("version \(stored.version)", "versi \(stored.version)"),
    ]
    lines.append(Terminal.faint(Terminal.safe(facts.compactMap { $0 }.joined(separator: " · "))))
    lines.append(Terminal.faint("SHA-256 \(stored.document.textHash.hex)"))
    for note in stored.document.notes { lines.append(Terminal.faint(IngestWording.text(note))) }
    for finding in stored.extraction.findings {
      lines.append(say("finding: ", "temuan: ") + FindingWording.text(finding))
    }
    lines.append("")
    for block in stored.document.blocks {
      let words = Terminal.safe(String(stored.document.text.slice(block.span) ?? ""))
      let wrapped = Paragraph.wrapped(words, width: 78)
      lines.append(
        block.kind.isSearched ? wrapped : Terminal.faint("[\(block.kind.rawValue)] \(wrapped)")
      )
      lines.append("")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
