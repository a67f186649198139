import Foundation
import TestSupport
import Testing

/// A small disk of its own under a test's folder: a tmpfs, which only root may mount.
private final class SmallDisk {
  let tilik: Program
  let folder = "disk"

  static let mayMount: Bool = {
    guard geteuid() == 0, let tilik = try? Program() else { return false }
    return (try? SmallDisk(tilik, kilobytes: 64)) != nil
  }()

  init(_ tilik: Program, kilobytes: Int) throws {
    self.tilik = tilik
    try FileManager.default.createDirectory(
      atPath: tilik.path(folder),
      withIntermediateDirectories: true
    )
    let mounted = try tilik.run(
      "/bin/mount",
      ["-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", tilik.path(folder)]
    )
    guard mounted.status == 0 else { throw CocoaError(.fileWriteNoPermission) }
  }

  deinit { _ = try? tilik.run("/bin/umount", ["-l", tilik.path(folder)]) }

  /// Fills the disk but for so many bytes.
  func fill(but free: Int) throws {
    let script = """
      dd if=/dev/zero of=\(folder)/filler bs=1024 2>/dev/null
      size=$(stat -c %s \(folder)/filler)
      truncate -s $((size > \(free) ? size - \(free) : 0)) \(folder)/filler
      """
    #expect(try tilik.run("/bin/sh", ["-c", script]).status == 0)
  }

  func empty() throws {
    try FileManager.default.removeItem(atPath: tilik.path("\(folder)/filler"))
  }
}

@Suite(
  "A disk that is full",
  .enabled(if: SmallDisk.mayMount, "only root may mount a small disk to fill")
)
struct FullDiskTests {
  private static let long = (0..<6_000).map {
    "Damar Kusnadi mengatakan kios nomor \($0) sudah diperbaiki.\n\n"
  }.joined()

  @Test(
    "keeps the ledger as it was, says so in one line, and goes on when there is room again",
    arguments: [0, 40_000, 120_000, 400_000, 1_000_000]
  )
  func full(free: Int) throws {
    let tilik = try Program()
    let disk = try SmallDisk(tilik, kilobytes: 96_000)
    defer { withExtendedLifetime(disk) {} }
    let desk = { (words: [String]) in
      try tilik.run(Program.url.path, words, in: disk.folder)
    }
    try #require(try desk(["init"]).status == 0)
    try tilik.write("disk/market.txt", marketArticle)
    try #require(try desk(["add", "market.txt"]).status == 0)
    try tilik.write("long.txt", Self.long)
    struct Listed: Decodable { var id: String }
    let listed = try desk(["list", "--json"]).output
    let claims = try JSONDecoder().decode([Listed].self, from: Data(listed.utf8))
    let claim = String(try #require(claims.first).id.prefix(8))
    let before = try desk(["history", claim, "--json"]).output

    try disk.fill(but: free)
    let added = try desk(["add", "../long.txt"])
    #expect(added.status == 3, "\(added.talk)")
    #expect(added.talk.split(separator: "\n").count == 1, "\(added.talk)")
    #expect(added.talk.contains("the disk is full"), "\(added.talk)")
    let reported = try desk(["report"])
    if reported.status != 0 {
      #expect(reported.status == 3, "\(reported.talk)")
      #expect(reported.talk.contains("the disk is full"), "\(reported.talk)")
    }
    // A step either is stored or is not, and says which.
    let noted = try desk(["note", claim, "-m", "penuh"])
    #expect(noted.status == 0 || noted.talk.contains("the disk is full"), "\(noted.talk)")

    try disk.empty()
    let verified = try desk(["verify"])
    #expect(verified.status == 0, "\(verified.talk)")
    let after = try desk(["history", claim, "--json"]).output
    #expect((after == before) == (noted.status != 0))
    #expect(try desk(["add", "../long.txt"]).status == 0)
    #expect(try desk(["report"]).status == 0)
    #expect(try desk(["verify"]).status == 0)
  }
}
