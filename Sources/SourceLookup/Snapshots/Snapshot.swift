public import ClaimModel
import Crypto

/// A page as it was fetched, kept as a WARC file.
///
/// What it shows: that these bytes were received at that time from that address by whoever kept it, and that they were
/// not changed since. What it does not show to someone who doubts the keeper: that the page really said so; for that
/// an independent archive or witness is needed. TLS does not help, because it is no proof towards others.
public struct Snapshot: Hashable, Sendable {
  /// The WARC file: each record one gzip member.
  public let warc: [UInt8]
  /// The file's SHA-256, which names it.
  public let hash: ContentHash
  /// The SHA-256 of the page's body as stored.
  public let payloadHash: ContentHash
  /// Where a later capture of the same bytes can refer to.
  public let reference: PayloadReference

  /// An earlier capture that holds some bytes.
  public struct PayloadReference: Hashable, Sendable, Codable {
    /// The name of the record that holds them.
    public let record: String
    /// The address they came from.
    public let url: String
    /// When they were fetched.
    public let date: Timestamp
  }

  /// Keeps a fetched page with the redirects that led to it.
  ///
  /// The bodies are stored decompressed and without chunks, as they were handed over; header fields that no longer hold
  /// for them are kept as `X-Archive-Orig-…`. All digests are SHA-256 over the stored bytes.
  ///
  /// - Parameters:
  ///   - page: what was fetched.
  ///   - software: the program's name and version, for the file's first record.
  ///   - notes: what else to keep about the capture, as named values on one line each.
  ///   - earlier: finds an earlier capture by the SHA-256 of a body; then the body is not stored again, only a record
  ///     that refers to it.
  public init(
    _ page: FetchedPage,
    software: String,
    notes: [HeaderField] = [],
    earlier: (ContentHash) -> PayloadReference? = { _ in nil }
  ) {
    // All records of a capture have the same date, so that they stay together.
    let date = page.answer.date
    var records = [Self.information(software, date)]
    for answer in page.redirects + [page.answer] {
      let known = answer.body.isEmpty ? nil : earlier(Self.hash(answer.body))
      let response = Self.response(answer, date, known)
      records.append(response)
      records += Self.request(answer, date, response).map { [$0] } ?? []
    }
    let last = records.last { ["response", "revisit"].contains($0.type) }
    let id = last?.id ?? ""
    records.append(Self.metadata(page, date, about: id, notes))
    warc = records.flatMap(\.member)
    hash = Self.hash(warc)
    payloadHash = Self.hash(page.body)
    reference = PayloadReference(record: id, url: page.url, date: date)
  }

  private static func hash(_ bytes: [UInt8]) -> ContentHash {
    ContentHash(bytes: SHA256.hash(data: bytes))
  }

  private static func information(_ software: String, _ date: Timestamp) -> WARCRecord {
    let fields = [
      HeaderField("software", software), HeaderField("format", "WARC File Format 1.1"),
      HeaderField(
        "conformsTo",
        "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"
      ),
    ]
    return WARCRecord(
      "warcinfo",
      date: date,
      [],
      contentType: "application/warc-fields",
      block: lines(fields)
    )
  }

  private static func response(
    _ answer: FetchedAnswer,
    _ date: Timestamp,
    _ known: PayloadReference?
  ) -> WARCRecord {
    let more: [(String, String?)] = [
      ("WARC-Target-URI", answer.url), ("WARC-IP-Address", answer.address?.description),
      ("WARC-Payload-Digest", WARCRecord.digest(answer.body)),
    ]
    let kind = "application/http;msgtype=response"
    guard let known else {
      return WARCRecord(
        "response",
        date: date,
        more,
        contentType: kind,
        block: head(answer) + answer.body
      )
    }
    let profile = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
    let reference: [(String, String?)] = [
      ("WARC-Profile", profile), ("WARC-Refers-To", known.record),
      ("WARC-Refers-To-Target-URI", known.url), ("WARC-Refers-To-Date", known.date.rfc3339),
    ]
    return WARCRecord(
      "revisit",
      date: date,
      more + reference,
      contentType: kind,
      block: head(answer)
    )
  }

  private static func request(
    _ answer: FetchedAnswer,
    _ date: Timestamp,
    _ response: WARCRecord
  ) -> WARCRecord? {
    guard !answer.requestHead.isEmpty else { return nil }
    return WARCRecord(
      "request",
      date: date,
      [("WARC-Target-URI", answer.url), ("WARC-Concurrent-To", response.id)],
      contentType: "application/http;msgtype=request",
      block: Array(answer.requestHead.utf8) + answer.requestBody
    )
  }

  private static func metadata(
    _ page: FetchedPage,
    _ date: Timestamp,
    about id: String,
    _ notes: [HeaderField]
  ) -> WARCRecord {
    let via = page.redirects.map { HeaderField("via", $0.url) }
    return WARCRecord(
      "metadata",
      date: date,
      [("WARC-Target-URI", page.url), ("WARC-Concurrent-To", id)],
      contentType: "application/warc-fields",
      block: lines(via + notes)
    )
  }

  private static func lines(_ fields: [HeaderField]) -> [UInt8] {
    fields.flatMap { field in
      Array(
        "\(field.name): \(field.value.split(whereSeparator: \.isNewline).joined(separator: " "))\r\n"
          .utf8
      )
    }
  }

  /// The answer's header as it holds for the stored body, always as HTTP/1.1.
  private static func head(_ answer: FetchedAnswer) -> [UInt8] {
    var lines = ["HTTP/1.1 \(answer.status) \(answer.reason)"]
    for field in answer.headers {
      let isStale = ["content-encoding", "content-length", "transfer-encoding"]
        .contains(field.name.lowercased())
      lines.append("\(isStale ? "X-Archive-Orig-" : "")\(field.name): \(field.value)")
    }
    lines.append("Content-Length: \(answer.body.count)")
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
  }
}
