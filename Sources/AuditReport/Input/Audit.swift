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
  /// The language of the page around the article: Indonesian, else English.
  public var language: LanguageTag
  /// What shows that the claims' events are in the desk's ledger, where it keeps checkpoints.
  public var proofs: LedgerProofs?
  /// The article's other versions that have audits, oldest first.
  public var otherVersions: [ArticleVersion]
  /// Which stretch of a long audit this is; nil where one page holds it all.
  public var part: AuditPart?
  /// The same audit in other languages.
  public var translations: [Translation] = []

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
    language: LanguageTag,
    proofs: LedgerProofs? = nil,
    otherVersions: [ArticleVersion] = []
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
    self.language = language
    self.proofs = proofs
    self.otherVersions = otherVersions
  }

  /// The events of all claims as canonical JSON, in the order of the claims.
  public var events: [String] { claims.flatMap(\.events) }
}

/// Another version of an article, and where its audit is.
public struct ArticleVersion: Hashable, Sendable {
  /// Counts the versions from 1.
  public var number: Int
  /// The file of its audit.
  public var fileName: String
  /// How many claims only this version has, because later ones no longer have their words.
  public var ownClaims: Int

  /// Makes a version.
  public init(number: Int, fileName: String, ownClaims: Int = 0) {
    self.number = number
    self.fileName = fileName
    self.ownClaims = ownClaims
  }
}

extension Audit {
  /// The newest version of the article, where that is not this one.
  var newerVersion: ArticleVersion? {
    otherVersions.max { $0.number < $1.number }.flatMap { $0.number > version ? $0 : nil }
  }
}

/// The events that a page was derived from; nothing on a page comes from the clock of the machine.
///
/// An audit names its own article's events only, so that it stays the same file while other articles are worked on.
public struct LedgerFacts: Hashable, Sendable {
  /// How many events there are.
  public var eventCount: Int
  /// The name of the latest event; nil where there is none.
  public var head: ContentHash?
  /// When the latest event happened; the page's own date.
  public var lastEvent: Timestamp
  /// The version of the program that wrote the page.
  public var toolVersion: String
  /// The workflow's name and version.
  public var workflowVersion: String

  /// Makes a statement about a ledger.
  public init(
    eventCount: Int,
    head: ContentHash?,
    lastEvent: Timestamp,
    toolVersion: String,
    workflowVersion: String
  ) {
    self.eventCount = eventCount
    self.head = head
    self.lastEvent = lastEvent
    self.toolVersion = toolVersion
    self.workflowVersion = workflowVersion
  }
}
