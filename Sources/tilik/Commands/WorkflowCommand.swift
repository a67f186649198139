import ArgumentParser
import Foundation
import ReviewWorkflow

/// `tilik workflow`.
struct WorkflowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "workflow",
    abstract: say(
      "Print the desk's rules, or draw them.",
      "Cetak atau gambar aturan meja periksa."
    ),
    discussion: say(
      "The rules are the workspace's workflow.yaml, checked when it is read. Events keep the version that judged them, so "
        + "changing the file never rewrites history.",
      "Aturannya ada di workflow.yaml, diperiksa saat dibaca. Peristiwa menyimpan versi yang menilainya, jadi mengubah "
        + "berkas tidak pernah menulis ulang riwayat."
    )
  )

  @OptionGroup var desk: DeskOptions

  @Option(
    help: ArgumentHelp(
      say(
        "Draw them into FILE.svg or FILE.dot (Graphviz).",
        "Gambar ke BERKAS.svg atau BERKAS.dot (Graphviz)."
      ),
      valueName: "file"
    )
  )
  var diagram: String?

  @OptionGroup var output: JSONOption

  func run() throws {
    let desk = try desk.open()
    if let diagram { return try draw(desk.workflow, into: diagram) }
    let summary = WorkflowSummary(of: desk.workflow)
    if output.json { return try JSONOutput.write(summary) }
    Terminal.write(WorkflowView.text(summary))
  }

  private func draw(_ workflow: Workflow, into file: String) throws {
    let diagram = WorkflowDiagram(of: workflow)
    let text: String
    switch URL(filePath: file).pathExtension.lowercased() {
    case "svg": text = diagram.svg
    case "dot", "gv": text = diagram.dot
    default:
      throw Failure(
        .usage,
        say(
          "\(file): the name has to end in .svg or .dot",
          "\(file): namanya harus berakhir .svg atau .dot"
        )
      )
    }
    do {
      try text.write(toFile: file, atomically: true, encoding: .utf8)
    } catch {
      throw Failure(.badInput, FileWording.text(error, path: file))
    }
    Terminal.talk(say("wrote \(file)", "menulis \(file)"))
  }
}
