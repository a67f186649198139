import Foundation
import TestSupport
import Testing

/// A local newsroom's archive, invented: the same statements told by several outlets, and some lines that are no articles.
enum Archive {
  static func lines(_ count: Int) -> [String] {
    (0..<count).map { number in
      if number % 23 == 11 { return ["rubbish", "", #"{"id":"x"}"#][number % 3] }
      let repaired = number % 5 == 0 ? "sudah" : "akan"
      let text = """
        Pasar Wulung dibuka lagi pada hari ke-\(number).

        “Kami \(repaired) memperbaiki semua kios di pasar itu sebelum Lebaran,” kata Kepala Dinas Harjo Widagdo.

        Seorang pedagang mengatakan kios nomor \(number) masih bocor.\(number % 7 == 0 ? "\u{2028}\\r" : "")
        """
      let members = [
        "\"id\":\"a\(number)\"", "\"outlet\":\"Warta \(number % 4)\"",
        "\"date\":\"2026-03-\(10 + number % 9)\"",
        "\"text\":\"\(text.replacing("\n", with: "\\n"))\"",
      ]
      return "{\(members.joined(separator: ","))}"
    }
  }

  static func text(_ count: Int) -> String { lines(count).map { $0 + "\n" }.joined() }
}

@Suite("Bulk extraction, cut in pieces")
struct BulkTests {
  private static let project = SharedData.project

  /// A Python that has PySpark: `TILIK_SPARK_PYTHON`, the tests' own, or the system's.
  private static let sparkPython: String? = {
    let places: [String?] = [
      ProcessInfo.processInfo.environment["TILIK_SPARK_PYTHON"],
      project.appending(path: ".venv-spark/bin/python").path,
      project.appending(path: ".venv/bin/python").path, "/usr/bin/python3",
    ]
    return places.compactMap { $0 }.first { python in
      guard FileManager.default.isExecutableFile(atPath: python) else { return false }
      let probe = "import importlib.util as u, sys; sys.exit(u.find_spec('pyspark') is None)"
      return (try? ChildProcess.run(python, ["-c", probe]))?.status == 0
    }
  }()

  private static let hasParallel = FileManager.default.isExecutableFile(atPath: "/usr/bin/parallel")

  @Test(
    "by GNU parallel is byte for byte one run, and a lost piece is noticed",
    .enabled(if: hasParallel, "GNU parallel is not installed")
  )
  func parallel() throws {
    let tilik = try Program()
    let input = try tilik.write("articles.ndjson", Archive.text(600))
    let whole = try tilik("extract", input: Array(Archive.text(600).utf8))
    let script = Self.project.appending(path: "Integrations/parallel/extract.sh").path
    let cut = try tilik.run(
      script,
      [input],
      environment: ["TILIK": Program.url.path, "JOBS": "3"]
    )
    #expect(cut.status == 0, "\(cut.talk)")
    #expect(cut.output == whole.output)
    #expect(cut.output.contains("\"line\":") && whole.output.split(separator: "\n").count == 600)
    // One that stops reading, and says nothing of it.
    try tilik.write("lossy", "#!/bin/sh\nhead -n 50 | '\(Program.url.path)' \"$@\"\n")
    // One that fails at its end.
    try tilik.write("failing", "#!/bin/sh\n'\(Program.url.path)' \"$@\"; exit 7\n")
    for (name, status) in [("lossy", Int32(5)), ("failing", 3)] {
      try tilik.permit(0o755, name)
      let result = try tilik.run(
        script,
        [input],
        environment: ["TILIK": tilik.path(name), "JOBS": "3"]
      )
      #expect(result.status == status, "\(name): \(result.talk)")
    }
  }

  @Test(
    "by Spark is byte for byte one run, and counts the same speakers",
    .enabled(
      if: sparkPython != nil,
      "PySpark is not installed; `make test-spark` installs and runs it"
    )
  )
  func spark() throws {
    let python = try #require(Self.sparkPython)
    let tilik = try Program()
    let input = try tilik.write("articles.ndjson", Archive.text(200))
    let whole = try tilik("extract", input: Array(Archive.text(200).utf8))
    let environment = [
      "SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": python, "PYSPARK_DRIVER_PYTHON": python,
      "PYSPARK_SUBMIT_ARGS": "--master local[2] --conf spark.ui.enabled=false pyspark-shell",
    ]
    let folder = Self.project.appending(path: "Integrations/spark").path
    let run = try tilik.run(
      python,
      [
        "\(folder)/extract.py", "--tilik", Program.url.path, "--partitions", "4", input, "claims",
      ],
      environment: environment
    )
    #expect(run.status == 0, "\(run.talk.suffix(2_000))")
    let parts = try FileManager.default.contentsOfDirectory(atPath: tilik.path("claims"))
      .filter { $0.hasPrefix("part-") }.sorted()
    #expect(parts.count == 4)
    let joined = try parts.map {
      try String(contentsOfFile: tilik.path("claims/\($0)"), encoding: .utf8)
    }
    .joined()
    #expect(joined == whole.output)

    let speakers = try tilik.run(
      python,
      ["\(folder)/speakers.py", "claims", "5"],
      environment: environment
    )
    struct Quoted: Decodable, Hashable {
      var speaker: String
      var statements: Int
      var articles: Int
    }
    let counted = try speakers.output.split(separator: "\n").map {
      try JSONDecoder().decode(Quoted.self, from: Data($0.utf8))
    }
    try tilik.write("claims.ndjson", whole.output)
    #expect(try tilik("corpus", "add", "c.sqlite", input, "claims.ndjson").status == 0)
    #expect(
      try tilik.json([Quoted].self, "corpus", "speakers", "c.sqlite", "--limit", "5") == counted
    )

    // A child that loses lines fails the job: nothing says that the output is whole.
    try tilik.write("lossy", "#!/bin/sh\nhead -n 20 | '\(Program.url.path)' \"$@\"\n")
    try tilik.permit(0o755, "lossy")
    let lossy = try tilik.run(
      python,
      ["\(folder)/extract.py", "--tilik", tilik.path("lossy"), "--partitions", "4", input, "lost"],
      environment: environment
    )
    #expect(lossy.status != 0 && lossy.talk.contains("lines were lost"))
    #expect(!FileManager.default.fileExists(atPath: tilik.path("lost/_SUCCESS")))
  }

  @Test("a corpus answers across articles, and two claims become one only when a person says so")
  func corpus() throws {
    let tilik = try Program()
    let text = Archive.text(60)
    try tilik.write("articles.ndjson", text)
    try tilik.write("claims.ndjson", try tilik("extract", input: Array(text.utf8)).output)
    let added = try tilik("corpus", "add", "c.sqlite", "articles.ndjson", "claims.ndjson")
    #expect(added.status == 0, "\(added.talk)")
    #expect(try tilik("corpus", "speakers", "c.sqlite").output.contains("Harjo Widagdo"))
    let quotes = try tilik("corpus", "quotes", "c.sqlite", "--outlets", "3").output
    #expect(quotes.contains("[-") && quotes.contains("{+"), "\(quotes.prefix(2_000))")
    #expect(
      try tilik("corpus", "unnamed", "c.sqlite").output.contains("“seorang pedagang”")
    )
    let mixed = try tilik("corpus", "add", "d.sqlite", "claims.ndjson", "articles.ndjson")
    #expect(mixed.status == 3 && mixed.talk.contains("line 1"), "\(mixed.talk)")
    #expect(try tilik("corpus", "speakers", "none.sqlite").status == 3)

    #expect(try tilik("init").status == 0)
    for (number, word) in ["akan", "sudah", "akan segera"].enumerated() {
      try tilik.write(
        "a\(number).txt",
        """
        Berita \(number) dari pasar

        “Kami \(word) memperbaiki semua kios di Pasar Wulung sebelum Lebaran tiba,” kata Harjo Widagdo.
        """
      )
      #expect(try tilik("add", "a\(number).txt").status == 0)
    }
    let before = try tilik("list").output
    let proposed = try tilik("same")
    #expect(
      proposed.status == 0 && proposed.output.split(separator: "\n").count == 6,
      "\(proposed.output)"
    )
    #expect(try tilik("list").output == before)
    let asked = try tilik("same", "--ask", input: Array("y\nn\n".utf8))
    #expect(asked.status == 0, "\(asked.talk)")
    struct Listed: Decodable { var state: String }
    let states = try tilik.json([Listed].self, "list").map(\.state)
    #expect(states.count { $0 == "merged" } == 1)
    #expect(try tilik("same").output.split(separator: "\n").count == 3)
  }
}
