public import ClaimModel
import Crypto

/// Snapshots in one file that ReplayWeb.page and other players open: WACZ 1.1.1.
public struct WebArchiveCollection: Sendable {
  private var warc: [UInt8] = []
  private var lines: [String] = []
  private var pages: [JSONNode] = []

  /// Makes an empty collection.
  public init() {}

  /// Adds a snapshot.
  ///
  /// - Parameters:
  ///   - snapshot: the snapshot's WARC file.
  ///   - title: what to call its page; nil for its address.
  /// - Throws: where the file cannot be read or was changed.
  public mutating func add(_ snapshot: [UInt8], title: String? = nil) throws(WARCError) {
    let places = try WARCReader.records(snapshot)
    for place in places where ["response", "revisit"].contains(place.record.type) {
      lines.append(Self.indexLine(place, offset: warc.count + place.offset))
    }
    let page = places.last { ["response", "revisit"].contains($0.record.type) }?.record
    if let page, let url = page.url, let date = page.fields.first("WARC-Date") {
      pages.append(
        .object([
          ("id", .string(page.id)), ("url", .string(url)), ("ts", .string(date)),
          ("title", .string(title ?? url)),
        ])
      )
    }
    warc += snapshot
  }

  /// The collection as a WACZ file.
  ///
  /// - Parameters:
  ///   - title: what to call the collection.
  ///   - created: when it was made.
  ///   - software: the program's name and version.
  /// - Returns: the file; nil where it would be larger than 4 GiB.
  public func wacz(title: String, created: Timestamp, software: String) -> [UInt8]? {
    let header = JSONNode.object([
      ("format", "json-pages-1.0"), ("id", "pages"), ("title", .string(title)),
    ])
    let index = lines.sorted().map { $0 + "\n" }.joined()
    let list = ([header] + pages).map { $0.json(indented: false) + "\n" }.joined()
    var files = [
      ZipArchive.File(path: "archive/data.warc.gz", bytes: warc),
      ZipArchive.File(path: "indexes/index.cdx", bytes: Array(index.utf8)),
      ZipArchive.File(path: "pages/pages.jsonl", bytes: Array(list.utf8)),
    ]
    let package = JSONNode.object([
      ("profile", "data-package"), ("wacz_version", "1.1.1"), ("title", .string(title)),
      ("created", .string(created.rfc3339)), ("software", .string(software)),
      ("resources", .list(files.map(Self.resource))),
    ])
    let description = Array((package.json() + "\n").utf8)
    let digest = JSONNode.object([
      ("path", "datapackage.json"), ("hash", .string(WARCRecord.digest(description))),
    ])
    files.append(ZipArchive.File(path: "datapackage.json", bytes: description))
    files.append(
      ZipArchive.File(path: "datapackage-digest.json", bytes: Array((digest.json() + "\n").utf8))
    )
    return ZipArchive.bytes(files)
  }

  private static func resource(_ file: ZipArchive.File) -> JSONNode {
    .object([
      ("name", .string(file.path.split(separator: "/").last.map { String($0) })),
      ("path", .string(file.path)), ("hash", .string(WARCRecord.digest(file.bytes))),
      ("bytes", JSONNode(.number(String(file.bytes.count)))),
    ])
  }

  /// A line of a CDXJ index: the address with its host turned round, the time, and where the record lies.
  private static func indexLine(_ place: WARCReader.Place, offset: Int) -> String {
    let record = place.record
    let url = record.url ?? ""
    let isRevisit = record.type == "revisit"
    let status = String(decoding: record.block.prefix(16), as: UTF8.self).split(separator: " ")
    let mime = record.answer?.headers.first("Content-Type")?.prefix { $0 != ";" }
    let fields = JSONNode.object([
      ("url", .string(url)),
      ("mime", .string(isRevisit ? "warc/revisit" : mime.map { String($0) } ?? "unk")),
      ("status", .string(status.count > 1 ? String(status[1]) : "-")),
      ("digest", .string(record.fields.first("WARC-Payload-Digest"))),
      ("length", .string(String(place.length))), ("offset", .string(String(offset))),
      ("filename", "data.warc.gz"),
    ])
    let time = (record.fields.first("WARC-Date") ?? "").filter(\.isNumber).prefix(14)
    return "\(sortKey(url)) \(time) \(fields.json(indented: false))"
  }

  /// `https://www.example.org:8080/A?b` as `org,example:8080)/a?b`.
  private static func sortKey(_ url: String) -> String {
    guard let address = WebAddress(url) else { return url.lowercased() }
    let host = address.host.hasPrefix("www.") ? String(address.host.dropFirst(4)) : address.host
    let isNumber = IPAddress(host) != nil || host.hasPrefix("[")
    let turned = isNumber ? host : host.split(separator: ".").reversed().joined(separator: ",")
    let isUsual = address.port == (address.scheme == "https" ? 443 : 80)
    let path =
      address.text.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true)
      .dropFirst(2).first ?? ""
    return "\(turned)\(isUsual ? "" : ":\(address.port)"))/\(path)".lowercased()
  }
}
