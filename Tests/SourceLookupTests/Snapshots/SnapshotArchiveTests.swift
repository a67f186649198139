import ClaimModel
import Foundation
import Testing

@testable import SourceLookup

@Suite("An archive of snapshots")
struct SnapshotArchiveTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "tilik-archive-\(UUID().uuidString)")
  private let source = SourceID(rawValue: "pasar")

  private func page(_ body: String) -> FetchedPage {
    let answer = SnapshotTests.answer("https://kabar.example/a", status: 200, [], body)
    return FetchedPage(redirects: [], answer: answer)
  }

  private func capture(_ snapshot: Snapshot) -> SourceCapture {
    SourceCapture(
      source: source,
      url: "https://kabar.example/a",
      date: SnapshotTests.date,
      status: 200,
      snapshot: snapshot.hash,
      payload: snapshot.payloadHash,
      record: snapshot.reference.record
    )
  }

  /// Keeps a page and names it in the list.
  private func keep(_ body: String, note: String, _ archive: inout SnapshotArchive) throws {
    let snapshot = Snapshot(
      page(body),
      software: "Tilik/test",
      notes: [HeaderField("note", note)],
      earlier: archive.earlier
    )
    try archive.keep(snapshot)
    try archive.add(capture(snapshot))
  }

  @Test("gives back what was kept, also where only a reference to an earlier body was stored")
  func revisit() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    var archive = try SnapshotArchive(folder: folder)
    try keep("Pasar buka.", note: "satu", &archive)
    try keep("Pasar buka.", note: "dua", &archive)
    let again = try SnapshotArchive(folder: folder)
    #expect(again.captures == archive.captures)
    #expect(again.captures(of: source).count == 2)
    #expect(again.captures[0].snapshot != again.captures[1].snapshot)
    for capture in again.captures {
      #expect(try again.answer(capture)?.body == Array("Pasar buka.".utf8))
    }
    let second = try WARCReader.records(try again.warc(again.captures[1].snapshot))
    #expect(second.contains { $0.record.type == "revisit" })
  }

  @Test("passes over a last line that was cut off, and the next one takes its place")
  func cutOff() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    var archive = try SnapshotArchive(folder: folder)
    try keep("Pasar buka.", note: "satu", &archive)
    let list = folder.appending(path: "captures.jsonl")
    let whole = try Data(contentsOf: list)
    try (whole + Data(#"{"date":"2026-03"#.utf8)).write(to: list)
    var again = try SnapshotArchive(folder: folder)
    #expect(again.captures.count == 1)
    try keep("Pasar tutup.", note: "dua", &again)
    #expect(try SnapshotArchive(folder: folder).captures == again.captures)
    #expect(again.captures.count == 2)
  }

  @Test("tells a file that is gone or was changed")
  func faults() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    var archive = try SnapshotArchive(folder: folder)
    try keep("Pasar buka.", note: "satu", &archive)
    let hash = archive.captures[0].snapshot
    let file = archive.file(of: hash)
    var bytes = try Data(contentsOf: file)
    bytes[40] ^= 1
    try bytes.write(to: file)
    #expect(throws: SnapshotArchive.Fault.changed(path: file.path)) { try archive.warc(hash) }
    try FileManager.default.removeItem(at: file)
    #expect(throws: SnapshotArchive.Fault.missing(path: file.path)) { try archive.warc(hash) }
  }
}
