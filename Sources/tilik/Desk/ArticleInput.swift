import DocumentIngest
import Foundation
import SourceLookup

/// Bytes that may hold an article, with what came along with them.
struct ArticleInput {
  /// The file's path; for a page of a web archive the archive's path, `#` and the page's address.
  var name: String
  var bytes: [UInt8]
  var url: String?
  var contentType: String?
  /// Which page of a web archive it is, from 1; nil for a file by itself.
  var number: Int?

  /// What a file holds: itself, or the pages of a web archive (WARC, WACZ).
  static func of(_ path: String) throws -> [ArticleInput] {
    let bytes = try ArticleFiles.read(path)
    let name = path.lowercased()
    do {
      if name.hasSuffix(".wacz") {
        let archive = try ZipReader(bytes, limit: ArticleFiles.mostBytes)
        var pages: [ArticleInput] = []
        for part in archive.paths where part.hasPrefix("archive/") && isArchive(part) {
          pages += try Self.pages(archive.read(part) ?? [], in: path, after: pages.count)
        }
        return try found(pages, in: path)
      }
      if isArchive(name) || bytes.starts(with: "WARC/1.".utf8) {
        return try found(pages(bytes, in: path, after: 0), in: path)
      }
    } catch let error as WARCError {
      throw Failure(.badInput, "\(path): \(FormatWording.text(error))")
    }
    return [ArticleInput(name: path, bytes: bytes)]
  }

  private static func isArchive(_ name: String) -> Bool {
    name.hasSuffix(".warc.gz") || name.hasSuffix(".warc")
  }

  private static func found(_ pages: [ArticleInput], in path: String) throws -> [ArticleInput] {
    guard pages.isEmpty else { return pages }
    throw Failure(
      .badInput,
      say("\(path): no pages in this web archive", "\(path): tidak ada halaman dalam arsip web ini")
    )
  }

  /// The pages that were answered with text, in the order of the archive.
  private static func pages(
    _ warc: [UInt8],
    in path: String,
    after count: Int
  ) throws -> [ArticleInput] {
    var pages: [ArticleInput] = []
    for place in try WARCReader.records(warc) {
      guard let answer = place.record.answer, answer.status == 200 else { continue }
      let type = answer.headers.value("content-type")
      let isPage = ["text/html", "application/xhtml", "text/plain", "application/pdf"].contains {
        type?.lowercased().hasPrefix($0) == true
      }
      guard isPage else { continue }
      let isChunked = answer.headers.value("transfer-encoding")?.lowercased() == "chunked"
      let url = place.record.url
      pages.append(
        ArticleInput(
          name: "\(path)#\(url ?? "")",
          bytes: isChunked ? joined(answer.body) : answer.body,
          url: url,
          contentType: type,
          number: count + pages.count + 1
        )
      )
    }
    return pages
  }

  /// The content of a body that was sent in chunks (RFC 9112, 7.1); one that is not stays as it is.
  static func joined(_ body: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while let end = body[index...].firstIndex(of: 0x0A) {
      let head = String(decoding: body[index..<end], as: UTF8.self)
      let digits = head.prefix { $0.isHexDigit }
      guard let size = Int(digits, radix: 16), size >= 0, size <= body.count - end - 1 else {
        return body
      }
      if size == 0 { return result }
      result += body[(end + 1)..<(end + 1 + size)]
      index = min(end + 1 + size + 2, body.count)
    }
    return result.isEmpty ? body : result
  }
}

extension [HeaderField] {
  /// The value of the first field of a name, given in lower case.
  fileprivate func value(_ name: String) -> String? {
    first { $0.name.lowercased() == name }?.value
  }
}
