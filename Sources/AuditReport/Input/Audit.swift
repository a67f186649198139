public import ClaimModel

/// Everything that the audit of one article shows; a value, so that the same ledger gives the same page.
public struct Audit: Hashable, Sendable {
  /// The article's version that was checked.
  public var id: DocumentID
  /// Which version of the article it is, from 1.
  public var version: Int
  /// The article: its text, blocks, metadata and hashes.
  public var document: Document
  /// The people and organisations mentioned; a claim names its own, this list tells what kind they are.
  public var speakers: [Speaker]
  /// The claims in text order, numbered from 1.
  public var claims: [AuditedClaim]
  /// What was noticed in the text without any source.
  public var findings: [Finding]
  /// What happened to the article as a whole, oldest first: added, edited, published.
  public var history: [HistoryEntry]
  /// The rating scales that the verdicts name.
  public var scales: [RatingScale]
  /// Who publishes the audit.
  public var desk: Desk
  /// The state of the ledger that the audit was derived from.
  public var ledger: LedgerFacts
  /// The claims' events as RFC 8785 canonical JSON, one an element, in ledger order.
  ///
  /// An event's name is the SHA-256 of its element's UTF-8. The page carries them so that it can be verified alone;
  /// empty leaves that out.
  public var events: [String]
  /// The language of the page around the article: Indonesian, else English.
  public var language: LanguageTag

  /// Makes an audit.
  public init(
    id: DocumentID,
    version: Int = 1,
    document: Document,
    speakers: [Speaker] = [],
    claims: [AuditedClaim],
    findings: [Finding] = [],
    history: [HistoryEntry] = [],
    scales: [RatingScale],
    desk: Desk,
    ledger: LedgerFacts,
    events: [String] = [],
    language: LanguageTag
  ) {
    self.id = id
    self.version = version
    self.document = document
    self.speakers = speakers
    self.claims = claims
    self.findings = findings
    self.history = history
    self.scales = scales
    self.desk = desk
    self.ledger = ledger
    self.events = events
    self.language = language
  }
}

/// The state of the ledger that a page was derived from; nothing on a page comes from the clock of the machine.
public struct LedgerFacts: Hashable, Sendable {
  /// How many events the ledger holds.
  public var eventCount: Int
  /// The name of the latest event, or the Merkle root where the store keeps one; nil in an empty ledger.
  public var head: ContentHash?
  /// When the latest event happened; the page's own date.
  public var lastEvent: Timestamp
  /// The version of the program that wrote the page.
  public var toolVersion: String
  /// The workflow's name and version.
  public var workflowVersion: String
  /// The signed checkpoint in the form of C2SP tlog-checkpoint, where the store makes them.
  public var checkpoint: String?

  /// Makes a statement about a ledger.
  public init(
    eventCount: Int,
    head: ContentHash?,
    lastEvent: Timestamp,
    toolVersion: String,
    workflowVersion: String,
    checkpoint: String? = nil
  ) {
    self.eventCount = eventCount
    self.head = head
    self.lastEvent = lastEvent
    self.toolVersion = toolVersion
    self.workflowVersion = workflowVersion
    self.checkpoint = checkpoint
  }
}
