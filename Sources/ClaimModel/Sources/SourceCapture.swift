/// A source as it was fetched once: which bytes, when, from where, and who else can say so.
///
/// What it shows: that these bytes were received at that time from that address by whoever kept it, and, by the hashes,
/// that they were not changed since. With a ``Stamp`` somebody else says that the hash existed then. Neither shows to
/// someone who doubts the keeper that the page really said so.
public struct SourceCapture: Hashable, Sendable, Codable {
  /// The source.
  public var source: SourceID
  /// The address that answered, after all redirects.
  public var url: String
  /// When the answer was complete.
  public var date: Timestamp
  /// The status of the answer.
  public var status: Int
  /// The SHA-256 of the WARC file, which names it.
  public var snapshot: ContentHash
  /// The SHA-256 of the page's body as it was stored.
  public var payload: ContentHash
  /// The name of the record that tells of the answer.
  public var record: String
  /// The SHA-256 of the text that was read from it, in which excerpts are found; nil where none could be read.
  public var text: ContentHash?
  /// The entity tag and the date of the answer, to ask for changes later.
  public var tag: String?
  /// The `Last-Modified` of the answer.
  public var modified: String?
  /// What timestamping authorities say.
  public var stamps: [Stamp]
  /// For each field of the citation that was made of the page, the place of the page it comes from; nil where a registry
  /// or a person said what the citation is.
  public var places: [String: String]?
  /// The address of a copy that an independent archive made at the same time; nil where none was asked.
  public var independent: String?

  /// The word of a timestamping authority (RFC 3161) that the snapshot's hash existed at a time.
  public struct Stamp: Hashable, Sendable, Codable {
    /// The authority's address.
    public var authority: String
    /// When it was asked.
    public var date: Timestamp
    /// The time that it says; nil where its reply was not read for that.
    public var time: Timestamp?
    /// The SHA-256 of its reply, which is kept beside the snapshot.
    public var reply: ContentHash

    /// Makes a stamp.
    public init(authority: String, date: Timestamp, time: Timestamp? = nil, reply: ContentHash) {
      self.authority = authority
      self.date = date
      self.time = time
      self.reply = reply
    }
  }

  /// Makes a record of a capture.
  public init(
    source: SourceID,
    url: String,
    date: Timestamp,
    status: Int,
    snapshot: ContentHash,
    payload: ContentHash,
    record: String,
    text: ContentHash? = nil,
    tag: String? = nil,
    modified: String? = nil,
    stamps: [Stamp] = [],
    places: [String: String]? = nil,
    independent: String? = nil
  ) {
    self.source = source
    self.url = url
    self.date = date
    self.status = status
    self.snapshot = snapshot
    self.payload = payload
    self.record = record
    self.text = text
    self.tag = tag
    self.modified = modified
    self.stamps = stamps
    self.places = places
    self.independent = independent
  }
}
