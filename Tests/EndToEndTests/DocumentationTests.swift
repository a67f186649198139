import Foundation
import TestSupport
import Testing

@Suite("The documentation")
struct DocumentationTests {
  @Test("shows only commands that work", arguments: ["README.md", "docs/id.md"])
  func tour(page: String) throws {
    let result = try Program().run(
      SharedData.project.appending(path: "Tests/EndToEndTests/readme.sh").path,
      [
        SharedData.project.appending(path: page).path,
        Program.url.deletingLastPathComponent().path,
      ]
    )
    #expect(result.status == 0, "\(result.output)\(result.talk)")
  }
}
