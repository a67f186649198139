import Foundation
import TestSupport
import Testing

@Suite("A hostile site", .serialized)
struct HostileSourceTests {
  struct End: Decodable {
    var path: String
    var status: Int32
    var talk: String
    var megabytes: Int
  }

  private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures")

  @Test("takes less than 100 MB, gets one clear line, and leaves nothing behind")
  func bounded() throws {
    let tilik = try Program()
    #expect(try tilik("init").status == 0)
    let server = Self.fixtures.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "SourceLookupTests/Fixtures/server.py")
    let paths = [
      "bomb", "endless", "flood", "loop", "layers", "garbled", "nowhere",
      "redirect?to=http://169.254.169.254/latest/meta-data/", "redirect?to=file:///etc/hostname",
    ]
    let script = Self.fixtures.appending(path: "hostile.py").path
    let result = try tilik.run(
      "python3",
      [script, server.path, Program.url.path, tilik.path("")] + paths
    )
    let ends = try JSONDecoder().decode([End].self, from: Data(result.output.utf8))
    #expect(ends.map(\.path) == paths)
    for end in ends {
      #expect(end.status == 4, "\(end)")
      // A busy machine may need the second after which it says how far it is.
      let lines = end.talk.split(separator: "\n").filter { !$0.hasSuffix(" fetched …") }
      #expect(lines.count == 1, "\(end)")
      // No page talks a person into opening the own network to it.
      #expect(!end.talk.contains("--allow-private"), "\(end)")
      #expect(end.megabytes < 100, "\(end)")
    }
    #expect(!FileManager.default.fileExists(atPath: tilik.path(".tilik/snapshots")))
    #expect(try tilik("source", "list").output.isEmpty)
  }

  /// What gives a program a network of its own.
  private static let own = ["--user", "--map-root-user", "--mount", "--net"]
  private static let mayHaveNetworks =
    (try? Program().run("unshare", own + ["sh", "-c", "ip link set lo up"]).status) == 0

  @Test(
    "cannot lead into the desk's own network by its name server",
    .enabled(if: mayHaveNetworks, "this machine does not let its users have a network of their own")
  )
  func rebinding() throws {
    let tilik = try Program()
    #expect(try tilik("init").status == 0)
    let script = Self.fixtures.appending(path: "rebinding.sh").path
    let result = try tilik.run("unshare", Self.own + [script, Program.url.path, tilik.path("")])
    let lines = result.output.split(separator: "\n")
    try #require(lines.count == 4, "\(result.output) \(result.talk)")
    #expect(lines[0].hasPrefix("once 0"), "\(result.output)")
    #expect(lines[1].hasPrefix("rebound 4") && lines[1].contains("127.0.0.1"), "\(result.output)")
    #expect(lines[2].hasPrefix("both 4"), "\(result.output)")
    #expect(lines[3] == "requests 93.184.215.14 ", "\(result.output)")
  }
}
