import Foundation
import TestSupport
import Testing

/// A short article of our own, with one claim in it.
let marketArticle = """
  Pasar Wulung Dibuka Lagi Senin Depan

  SELAGIRI, KABAR WENING - Pemerintah Kabupaten Selagiri akan membuka lagi Pasar Wulung pada Senin, 16 Maret 2026.

  "Semua kios sudah diperbaiki dan sembilan puluh persen pedagang siap kembali," kata Kepala Dinas Perdagangan \
  Selagiri, Damar Kusnadi, Kamis.

  Menurut Damar, perbaikan menghabiskan Rp4,2 miliar.

  """

@Suite("Bad input")
struct BadInputTests {
  let tilik: Program

  init() throws {
    tilik = try Program()
    #expect(try tilik("init").status == 0)
  }

  /// One clear line that names the file, exit code 3, and nothing half stored.
  private func refused(_ result: Program.Result, naming path: String) throws {
    #expect(result.status == 3)
    let lines = result.talk.split(separator: "\n")
    #expect(lines.count == 1, "\(result.talk)")
    #expect(result.talk.hasPrefix("tilik: "), "\(result.talk)")
    #expect(result.talk.contains(path), "\(result.talk)")
    #expect(try tilik("list", "--documents", "--json").output == "[\n\n]\n")
    #expect(try tilik("verify").status == 0)
  }

  @Test("an empty file")
  func empty() throws {
    try tilik.write("empty.txt", "")
    try refused(tilik("add", "empty.txt"), naming: "empty.txt")
  }

  @Test("a file of white space only")
  func blank() throws {
    try tilik.write("blank.txt", " \n\t\n")
    try refused(tilik("add", "blank.txt"), naming: "blank.txt")
  }

  @Test("a picture with the ending of an article")
  func binary() throws {
    try tilik.write(
      "photo.html",
      bytes: [0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10] + [UInt8](repeating: 0, count: 500)
    )
    let result = try tilik("add", "photo.html")
    try refused(result, naming: "photo.html")
    #expect(result.talk.contains("PNG"), "\(result.talk)")
  }

  @Test("a path that is not there, while the rest is added")
  func missing() throws {
    try tilik.write("a.txt", marketArticle)
    let result = try tilik("add", "a.txt", "nowhere.txt")
    #expect(result.status == 3)
    #expect(result.talk.contains("nowhere.txt: there is no such file or folder"))
    #expect(result.output.contains("claims"))
  }

  @Test("an address, which is told from a file that is not there")
  func address() throws {
    let result = try tilik("add", "https://berita.example/air")
    try refused(result, naming: "https://berita.example/air")
    #expect(result.talk.contains("`tilik source add`"), "\(result.talk)")
  }

  @Test("a folder without articles")
  func emptyFolder() throws {
    try FileManager.default.createDirectory(
      atPath: tilik.path("nothing"),
      withIntermediateDirectories: true
    )
    try refused(tilik("add", "nothing"), naming: "nothing")
  }

  @Test("a folder without permission", .enabled(if: geteuid() != 0, "root may read everything"))
  func forbidden() throws {
    try FileManager.default.createDirectory(
      atPath: tilik.path("closed"),
      withIntermediateDirectories: true
    )
    try tilik.permit(0, "closed")
    defer { try? tilik.permit(0o700, "closed") }
    try refused(tilik("add", "closed"), naming: "closed")
  }

  @Test(
    "a folder without permission, as a user who is not root",
    .enabled(
      if: geteuid() == 0 && FileManager.default.fileExists(atPath: "/usr/sbin/runuser"),
      "needs root"
    )
  )
  func forbiddenToNobody() throws {
    try FileManager.default.createDirectory(
      atPath: tilik.path("closed"),
      withIntermediateDirectories: true
    )
    let everything = tilik.scratch.folder.path
    _ = try tilik.run("/bin/chmod", ["-R", "a+rwX", everything])
    try tilik.permit(0, "closed")
    defer { try? tilik.permit(0o700, "closed") }
    // The build folder may lie where nobody may go, so the binary goes along; its libraries are the toolchain's.
    let copy = tilik.path("tilik-copy")
    try FileManager.default.copyItem(atPath: Program.url.path, toPath: copy)
    let result = try tilik.run(
      "/usr/sbin/runuser",
      ["-u", "nobody", "--preserve-environment", "--", copy, "add", "closed"]
    )
    try refused(result, naming: "closed")
    #expect(result.talk.contains("no permission"), "\(result.talk)")
  }

  @Test("a file of 200 MB")
  func huge() throws {
    let path = tilik.path("huge.txt")
    #expect(FileManager.default.createFile(atPath: path, contents: nil))
    let handle = try FileHandle(forWritingTo: URL(filePath: path))
    try handle.truncate(atOffset: 200 << 20)
    try handle.close()
    let result = try tilik("add", "huge.txt")
    try refused(result, naming: "huge.txt")
    #expect(result.talk.contains("100 MB"), "\(result.talk)")
  }

  @Test("one line of 10 MB is read in seconds")
  func longLine() throws {
    let words = "kios pasar itu sudah lama diperbaiki warga dan "
    let line = String(repeating: words, count: 10_000_000 / words.utf8.count)
    try tilik.write("long.txt", line + "Damar Kusnadi mengatakan semua sudah siap.")
    let start = ContinuousClock.now
    let result = try tilik("add", "long.txt")
    #expect(result.status == 0, "\(result.talk)")
    // Generous, because a debug build on a shared machine is slow; a quadratic reader would need hours.
    #expect(ContinuousClock.now - start < .seconds(240))
  }

  @Test(
    "Latin-1, UTF-16 and broken UTF-8 are read, and what was mended is said",
    arguments: [0, 1, 2, 3]
  )
  func encodings(kind: Int) throws {
    let text =
      "Walikota Márquez berkata: “Café itu sudah dibuka.” Menurut Márquez, harga naik 5 persen.\n"
    let bytes: [UInt8]
    switch kind {
    case 0:  // windows-1252
      bytes = text.unicodeScalars.flatMap { scalar -> [UInt8] in
        switch scalar {
        case "“": return [0x93]
        case "”": return [0x94]
        default: return [UInt8(truncatingIfNeeded: scalar.value)]
        }
      }
    case 1: bytes = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    case 2: bytes = [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    default: bytes = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    }
    try tilik.write("text.txt", bytes: bytes)
    let result = try tilik("add", "text.txt", "--json")
    #expect(result.status == 0, "\(result.talk)")
    let document = try tilik("list", "--documents", "--json").output
    let id = try #require(document.split(separator: "\"id\" : \"").dropFirst().first?.prefix(16))
    let shown = try tilik("show", String(id), "--json").output
    #expect(shown.contains("Márquez berkata: “Café itu sudah dibuka.”"), "\(shown)")
  }

  @Test("broken UTF-8 keeps what can be read and counts what cannot")
  func brokenUTF8() throws {
    var bytes = Array(marketArticle.utf8)
    bytes.insert(contentsOf: [0xC3, 0x28, 0xF0, 0x9F], at: 60)
    try tilik.write("broken.txt", bytes: bytes)
    #expect(try tilik("add", "broken.txt").status == 0)
    #expect(try tilik("verify").status == 0)
  }

  @Test("the same article twice is recognised, and nothing is doubled")
  func twice() throws {
    try tilik.write("a.txt", marketArticle)
    try tilik.write("b.txt", marketArticle)
    #expect(try tilik("add", "a.txt").status == 0)
    let before = try tilik("verify").output
    let result = try tilik("add", "b.txt", "a.txt")
    #expect(result.status == 0)
    #expect(result.output.contains("already known"))
    #expect(try tilik("verify").output == before)
  }

  @Test("an edited article becomes a new version, and its claims move along")
  func edited() throws {
    try tilik.write("a.txt", marketArticle)
    #expect(try tilik("add", "a.txt").status == 0)
    let ids = { (text: String) in
      Set(text.split(separator: "\n").compactMap { $0.split(separator: " ").first })
    }
    let before = try tilik("list", "--text", "sembilan puluh persen").output
    try tilik.write(
      "a.txt",
      "PEMBARUAN\n\n" + marketArticle.replacing("Rp4,2 miliar", with: "Rp4,6 miliar")
    )
    let result = try tilik("add", "a.txt")
    #expect(result.status == 0)
    #expect(result.output.contains("version 2"), "\(result.output)")
    let after = try tilik("list", "--text", "sembilan puluh persen").output
    #expect(!ids(before).intersection(ids(after)).isEmpty)
    #expect(try tilik("verify").status == 0)
  }

  @Test(
    "a ledger that is no database, or somebody else's, is refused and left alone",
    arguments: [true, false]
  )
  func foreignLedger(isDatabase: Bool) throws {
    let path = tilik.path(".tilik/ledger.sqlite")
    for file in [path, path + "-wal", path + "-shm"] {
      try? FileManager.default.removeItem(atPath: file)
    }
    if isDatabase {
      #expect(
        try tilik.run("/usr/bin/sqlite3", [path, "CREATE TABLE recipe (name TEXT)"]).status == 0
      )
    } else {
      try tilik.write(".tilik/ledger.sqlite", String(repeating: "a shopping list\n", count: 400))
    }
    let before = try Data(contentsOf: URL(filePath: path))
    let result = try tilik("list")
    #expect(result.status == 3)
    #expect(result.talk.contains("is not a Tilik ledger"), "\(result.talk)")
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
  }

  @Test("a ledger of a newer version is refused")
  func newerLedger() throws {
    let path = tilik.path(".tilik/ledger.sqlite")
    let sql = "INSERT INTO grdb_migrations VALUES ('99 from the future')"
    #expect(try tilik.run("/usr/bin/sqlite3", [path, sql]).status == 0)
    let result = try tilik("list")
    #expect(result.status == 3)
    #expect(result.talk.contains("newer Tilik"), "\(result.talk)")
  }

  @Test("a changed event is found, named, and exits with 5")
  func changedEvent() throws {
    try tilik.write("a.txt", marketArticle)
    #expect(try tilik("add", "a.txt").status == 0)
    let sql = """
      DROP TRIGGER eventIsNeverChanged;
      UPDATE event SET canonical = replace(canonical, 'sembilan', 'tujuh') WHERE canonical LIKE '%sembilan%';
      """
    #expect(
      try tilik.run("/usr/bin/sqlite3", [tilik.path(".tilik/ledger.sqlite"), sql]).status == 0
    )
    let result = try tilik("verify")
    #expect(result.status == 5)
    #expect(result.talk.contains("it was changed"), "\(result.talk)")
  }

  @Test(
    "an article whose words, or what was found in it, were changed is found, and exits with 5",
    arguments: [
      (
        """
        DROP TRIGGER blobIsNeverChanged;
        UPDATE blob SET bytes = CAST (replace(CAST (bytes AS TEXT), 'sembilan', 'tujuh') AS BLOB)
        WHERE hash IN (SELECT textHash FROM document)
        """, "its text was changed"
      ),
      (
        """
        DROP TRIGGER documentIsNeverChanged; UPDATE document SET details = substr(details, 2)
        """, "what was found in it cannot be read"
      ),
      (
        "DROP TRIGGER documentIsNeverChanged; UPDATE document SET details = '{}'",
        "what was found in it cannot be read"
      ),
    ]
  )
  func changedArticle(sql: String, said: String) throws {
    try tilik.write("a.txt", marketArticle)
    #expect(try tilik("add", "a.txt").status == 0)
    #expect(
      try tilik.run("/usr/bin/sqlite3", [tilik.path(".tilik/ledger.sqlite"), sql]).status == 0
    )
    let result = try tilik("verify")
    #expect(result.status == 5)
    #expect(result.talk.contains(said), "\(result.talk)")
  }

  @Test("outside a workspace a command says how to make one")
  func noWorkspace() throws {
    let elsewhere = try Program()
    let result = try elsewhere("list")
    #expect(result.status == 3)
    #expect(result.talk.contains("tilik init"), "\(result.talk)")
  }

  @Test("wrong usage exits with 2 and shows the usage")
  func usage() throws {
    let result = try tilik("list", "--colour")
    #expect(result.status == 2)
    #expect(result.talk.contains("Usage: tilik list"), "\(result.talk)")
    #expect(try tilik("show", "zz").status != 0)
    #expect(try tilik("take", "12").status == 2)
  }

  @Test(
    "a full disk is said in one line, and nothing is half stored",
    .enabled(if: geteuid() == 0, "needs root to mount a small disk")
  )
  func fullDisk() throws {
    let disk = tilik.path("disk")
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    guard
      try tilik.run("/bin/mount", ["-t", "tmpfs", "-o", "size=600k", "tmpfs", disk]).status == 0
    else {
      return  // A machine that may not mount has no small disk to fill.
    }
    defer { _ = try? tilik.run("/bin/umount", [disk]) }
    #expect(try tilik("init", in: "disk").status == 0)
    try tilik.write("disk/a.txt", marketArticle)
    #expect(try tilik("add", "a.txt", in: "disk").status == 0)
    let long = (0..<4_000).map { "Damar Kusnadi mengatakan kios nomor \($0) sudah diperbaiki." }
      .joined(separator: "\n\n")
    try tilik.write("long.txt", long)
    let result = try tilik("add", tilik.path("long.txt"), in: "disk")
    #expect(result.status == 3, "\(result.output) \(result.talk)")
    #expect(result.talk.contains("disk is full"), "\(result.talk)")
    #expect(try tilik("verify", in: "disk").status == 0)
    #expect(try tilik("list", "--documents", in: "disk").output.split(separator: "\n").count == 1)
  }
}
