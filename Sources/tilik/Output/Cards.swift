import ClaimModel
import ClaimStore
import ReviewWorkflow

extension OffsetMap {
  /// A span as a pair of code point offsets.
  fileprivate func pair(_ span: TextSpan) -> [Int] {
    let range = codePoints(span)
    return [range.lowerBound, range.upperBound]
  }
}

/// A claim as `--json` shows it; spans count Unicode code points, as everything that is exported.
struct ClaimCard: Encodable {
  /// A span of code points in the document's text.
  typealias Span = [Int]

  var id: ClaimID
  var document: DocumentID
  var kind: Claim.Kind
  var quote: [String]
  var content: [Span]
  var cue: [Span]
  var mention: [Span]
  var speaker: String?
  var role: String?
  var flags: [AttributionFlag]
  var state: String
  var revision: Int
  var priority: Priority?
  var owner: String?
  var verdict: Verdict?
  var verdictIsHidden: Bool?
  var evidence: [EvidenceCard]
  var notes: [String]
  var waiver: String?
  var approvedBy: String?
  var isSelfApproved: Bool?
  var published: Timestamp?
  var heads: [ContentHash]
  var events: Int

  init(_ claim: ReviewedClaim, in stored: StoredDocument?, at desk: Desk) {
    let map = OffsetMap(stored?.document.text ?? "")
    let hidden = desk.isBlind(to: claim)
    id = claim.claim.id
    document = claim.claim.document
    kind = claim.claim.kind
    quote = claim.claim.quote
    content = claim.claim.content.map(map.pair)
    cue = claim.claim.cue.map(map.pair)
    mention = claim.claim.mention.map(map.pair)
    speaker = claim.claim.speaker
    role = claim.claim.role
    flags = claim.claim.flags
    state = claim.state
    revision = claim.revision
    priority = claim.priority
    owner = claim.owner
    verdict = hidden ? nil : claim.verdict?.value
    verdictIsHidden = hidden ? true : nil
    evidence = claim.evidence.map { EvidenceCard($0, of: claim, at: desk) }
    notes = claim.notes.map(\.value)
    waiver = claim.waiver?.value
    approvedBy = claim.approval?.actor
    isSelfApproved = claim.approval.map(\.isOwn)
    published = claim.publishedAt
    heads = claim.heads
    events = claim.history.count
  }
}

/// A document as `--json` shows it.
struct DocumentCard: Encodable {
  /// A block with its span in code points.
  struct Block: Encodable {
    var kind: ClaimModel.Block.Kind
    var span: [Int]
  }

  /// A finding with its spans in code points, and in words.
  struct Finding: Encodable {
    var kind: ClaimModel.Finding.Kind
    var outcome: ClaimModel.Finding.Outcome
    var spans: [[Int]]
    var facts: [String: String]
    var text: String
  }

  var id: DocumentID
  var article: DocumentID
  var version: Int
  var origin: String
  var metadata: DocumentMetadata
  var rawHash: ContentHash
  var textHash: ContentHash
  var notes: [String]
  var findings: [Finding]
  var blocks: [Block]
  var text: String

  init(_ stored: StoredDocument) {
    let map = OffsetMap(stored.document.text)
    id = stored.id
    article = stored.article
    version = stored.version
    origin = stored.origin
    metadata = stored.document.metadata
    rawHash = stored.document.rawHash
    textHash = stored.document.textHash
    notes = stored.document.notes.map(IngestWording.text)
    findings = stored.extraction.findings.map { finding in
      Finding(
        kind: finding.kind,
        outcome: finding.outcome,
        spans: finding.spans.map(map.pair),
        facts: finding.facts,
        text: FindingWording.text(finding)
      )
    }
    blocks = stored.document.blocks.map { block in
      Block(kind: block.kind, span: map.pair(block.span))
    }
    text = stored.document.text
  }
}
