import Foundation
import TestSupport
import Testing

@Suite("Keys, checkpoints and proofs")
struct IdentityTests {
  private struct Check: Decodable {
    var events: Int
    var signed: Int
    var unknownSignatures: Int
    var checkpoints: Int
    var faults: [String]
  }

  @Test("a key is kept by its owner alone, outside the workspace, and signs what they do")
  func keys() throws {
    let desk = try MarketDesk()
    let tilik = desk.tilik
    #expect(try desk.run("Sari", "key", "show").status == 3)
    let made = try desk.done("Sari", "key", "new")
    #expect(made.output.hasPrefix("sari+"), "\(made.output)")
    #expect(made.output.hasSuffix(" Sari\n"))
    #expect(!made.output.contains("PRIVATE") && !made.talk.contains("PRIVATE"))
    let folder = tilik.scratch.config.appending(path: "tilik/keys")
    let file = try #require(try FileManager.default.contentsOfDirectory(atPath: folder.path).first)
    let path = folder.appending(path: file).path
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try desk.run("Sari", "key", "new").status == 1)
    #expect(try desk.run("Sari", "key", "show").output == made.output)
    // A key must not lie in the workspace.
    let inside = try tilik(
      "key",
      "new",
      "--as",
      "Bagas",
      environment: ["XDG_CONFIG_HOME": tilik.path("config")]
    )
    #expect(inside.status == 1)
    #expect(inside.talk.contains("lies in the workspace"), "\(inside.talk)")

    try desk.done("Sari", "triage", desk.claim)
    var check = try tilik.json(Check.self, "verify")
    #expect(check.signed == 0 && check.unknownSignatures == 1)
    try desk.done("Sari", "key", "trust")
    check = try tilik.json(Check.self, "verify")
    #expect(check.signed == 1 && check.unknownSignatures == 0)
    #expect(try tilik("key", "show", "--trusted").output == made.output)

    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    let open = try desk.run("Sari", "take", desk.claim)
    #expect(open.status == 3)
    #expect(open.talk.contains("chmod 600"), "\(open.talk)")
  }

  @Test("somebody else's signature under one's name is named by verify")
  func impostor() throws {
    let desk = try MarketDesk()
    let tilik = desk.tilik
    try desk.done("Sari", "key", "new")
    try desk.done("Sari", "triage", desk.claim)
    let key = try desk.done("Sari", "key", "show").output.split(separator: " ")[0]
    // The desk comes to hold that Bagas owns the key that Sari signed with.
    try desk.done("Bagas", "key", "trust", String(key), "Bagas")
    let check = try tilik("verify")
    #expect(check.status == 5)
    #expect(check.talk.contains("the first bad event is number"), "\(check.talk)")
    #expect(check.talk.contains("Bagas signed it"), "\(check.talk)")
    #expect(try desk.run("Bagas", "key", "trust", "nonsense", "Bagas").status == 2)
  }

  @Test("a checkpoint holds the ledger to its past, and proves a claim without the ledger")
  func checkpoints() throws {
    let desk = try MarketDesk()
    let tilik = desk.tilik
    #expect(try desk.run("Sari", "ledger", "checkpoint").talk.contains("tilik key new"))
    try desk.done("Sari", "key", "new")
    #expect(try desk.run("Sari", "ledger", "checkpoint").talk.contains("tilik key trust"))
    try desk.done("Sari", "key", "trust")
    #expect(try desk.run("Sari", "ledger", "prove", desk.claim).status == 1)
    let note = try desk.done("Sari", "ledger", "checkpoint").output
    #expect(note.contains("\n\n— sari "), "\(note)")
    let proof = try desk.done("Sari", "ledger", "prove", desk.claim)
    #expect(proof.output.hasPrefix("c2sp.org/tlog-proof@v1\n"))
    #expect(proof.output.utf8.count < 1_000)
    let event = try #require(proof.talk.split(separator: " ").last).trimmingCharacters(
      in: .newlines
    )
    try tilik.write("claim.tlog-proof", proof.output)
    #expect(try desk.done("Sari", "ledger", "check", "claim.tlog-proof", desk.claim).status == 0)
    // Elsewhere, with the keys alone.
    let other = try Program()
    try other.write("p", proof.output)
    try other.write("keys.txt", String(contentsOfFile: tilik.path("keys.txt"), encoding: .utf8))
    #expect(try other("ledger", "check", "p", event, "--keys", "keys.txt").status == 0)
    let wrong = String(repeating: "0", count: 64)
    #expect(try other("ledger", "check", "p", wrong, "--keys", "keys.txt").status == 5)
    try other.write("none.txt", "")
    #expect(try other("ledger", "check", "p", event, "--keys", "none.txt").status == 5)

    // The ledger goes on; the old checkpoint still holds, the claim's new event is not under it.
    try desk.done("Sari", "triage", desk.claim)
    #expect(try tilik.json(Check.self, "verify").checkpoints == 1)
    #expect(try desk.run("Sari", "ledger", "prove", desk.claim).talk.contains("after the newest"))
    // A checkpoint of another past is refused.
    let altered = note.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .map { $0.offset == 1 ? "1" : String($0.element) }.joined(separator: "\n")
    try tilik.write("altered.txt", altered)
    let refused = try tilik("verify", "--checkpoint", "altered.txt")
    #expect(refused.status == 5)
    #expect(refused.talk.contains("does not hold"), "\(refused.talk)")
  }

  @Test("events that were cut off are missed by the checkpoint")
  func cutOff() throws {
    let desk = try MarketDesk()
    let tilik = desk.tilik
    try desk.done("Sari", "key", "new")
    try desk.done("Sari", "key", "trust")
    let bundle = try tilik("ledger", "export").output
    try desk.done("Sari", "note", desk.claim, "-m", "dihapus nanti")
    try desk.done("Sari", "ledger", "checkpoint")
    // The same desk as it was before the note: what is left is in order by itself.
    let older = try Program()
    #expect(try older("init").status == 0)
    #expect(try older("ledger", "import", "-", input: Array(bundle.utf8)).status == 0)
    #expect(try older("verify").status == 0)
    try older.write("keys.txt", String(contentsOfFile: tilik.path("keys.txt"), encoding: .utf8))
    let file = try #require(
      try FileManager.default.contentsOfDirectory(atPath: tilik.path("checkpoints")).first
    )
    let check = try older("verify", "--checkpoint", tilik.path("checkpoints/\(file)"))
    #expect(check.status == 5)
    #expect(check.talk.contains("was changed or is gone"), "\(check.talk)")
  }
}
