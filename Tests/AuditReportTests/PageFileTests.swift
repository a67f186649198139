import Foundation
import Testing

@testable import AuditReport

@Suite("A page on its way to the disk")
struct PageFileTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "tilik-page-\(UUID().uuidString)")
  private var url: URL { folder.appending(path: "claims.html") }

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path)
  }

  @Test("is whole when two runs write it at once")
  func together() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let pages = try (0..<2).map { _ in try PageFile(url, name: "claims.html") }
    for _ in 0..<3 {
      for (number, page) in pages.enumerated() {
        try page.append(Array(repeating: UInt8(ascii: "a") + UInt8(number), count: 1 << 20))
      }
    }
    PageFile.removeDrafts(in: folder)
    for (number, page) in pages.enumerated() {
      let file = try page.finish()
      #expect(file.isChanged)
      let bytes = try Data(contentsOf: url)
      #expect(bytes == Data(repeating: UInt8(ascii: "a") + UInt8(number), count: 3 << 20))
    }
    #expect(try names() == ["claims.html"])
  }

  @Test("leaves nothing behind where it is given up, or was by a run that is gone")
  func abandoned() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      let page = try PageFile(url, name: "claims.html")
      try page.append([1, 2, 3])
      #expect(try names().count == 1)
    }
    #expect(try names() == [])
    let draft = folder.appending(path: ".claims.html.\(UUID().uuidString).part")
    try Data("x".utf8).write(to: draft)
    let others = [".film.part", "mine.part"]
    for name in others { try Data("x".utf8).write(to: folder.appending(path: name)) }
    PageFile.removeDrafts(in: folder)
    #expect(try names().sorted() == others)
  }
}
