import ArgumentParser
import ClaimModel
import ClaimStore
import Foundation
import ReviewWorkflow

/// `tilik key`.
struct KeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key",
    abstract: say("Keys that sign what you do.", "Kunci yang menandatangani kerja Anda."),
    discussion: say(
      "With a key of your own, everything you do is signed (Ed25519). The private half stays on this machine, in "
        + "$XDG_CONFIG_HOME/tilik/keys or ~/.config/tilik/keys; the public half goes into the workspace's keys.txt.",
      "Dengan kunci sendiri, semua yang Anda lakukan ditandatangani (Ed25519). Bagian pribadinya tetap di mesin ini, di "
        + "$XDG_CONFIG_HOME/tilik/keys atau ~/.config/tilik/keys; bagian umumnya masuk keys.txt di ruang kerja."
    ),
    subcommands: [New.self, Show.self, Trust.self]
  )

  /// `tilik key new`.
  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "new",
      abstract: say("Make a key for yourself.", "Buat kunci untuk Anda."),
      discussion: say(
        "Prints the public half, as other desks need it to trust you.",
        "Mencetak bagian umumnya, yang diperlukan meja lain untuk mempercayai Anda."
      )
    )

    @OptionGroup var desk: DeskOptions

    @Option(
      help: ArgumentHelp(
        say(
          "The key's name, as newsroom.example/sari (default: from your name).",
          "Nama kunci, seperti newsroom.example/sari (bawaan: dari nama Anda)."
        )
      )
    )
    var name: String?

    func run() throws {
      let person = desk.actorName()
      let workspace = try? desk.home()
      let key = try KeyFolder().make(for: person, named: name, outside: workspace)
      Terminal.write("\(key.verifier) \(person)\n")
      Terminal.talk(
        say(
          "your private key: \(KeyFolder().file(of: person).path); `tilik key trust` tells this desk the public one",
          "kunci pribadi Anda: \(KeyFolder().file(of: person).path); `tilik key trust` memberi tahu meja ini"
        )
      )
    }
  }

  /// `tilik key show`.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: say("Show your public key.", "Tampilkan kunci umum Anda.")
    )

    @OptionGroup var desk: DeskOptions

    @Flag(
      help: ArgumentHelp(say("All keys this desk trusts.", "Semua kunci tepercaya di meja ini."))
    )
    var trusted = false

    @OptionGroup var output: JSONOption

    /// A key as `--json` shows it.
    private struct Line: Encodable {
      var key: String
      var person: String
    }

    func run() throws {
      let lines: [Line]
      if trusted {
        lines = try desk.home().ring().entries.map { Line(key: "\($0.key)", person: $0.person) }
      } else {
        let person = desk.actorName()
        guard let key = try KeyFolder().key(of: person) else {
          throw Failure(
            .badInput,
            say(
              "\(person) has no key on this machine; `tilik key new` makes one",
              "\(person) belum punya kunci di mesin ini; buat dengan `tilik key new`"
            )
          )
        }
        lines = [Line(key: "\(key.verifier)", person: person)]
      }
      if output.json { return try JSONOutput.write(lines) }
      for line in lines { Terminal.write(Terminal.safe("\(line.key) \(line.person)") + "\n") }
      if lines.isEmpty {
        Terminal.talk(say("this desk trusts no key", "belum ada kunci tepercaya"))
      }
    }
  }

  /// `tilik key trust`.
  struct Trust: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "trust",
      abstract: say("Let this desk trust a key.", "Percayai sebuah kunci di meja ini."),
      discussion: say(
        "Without arguments it trusts your own key. Compare another's key with them in person or by telephone first.",
        "Tanpa argumen, kunci Anda sendiri. Cocokkan dulu kunci orang lain dengannya, langsung atau lewat telepon."
      )
    )

    @OptionGroup var desk: DeskOptions

    @Argument(help: ArgumentHelp(say("The public key.", "Kunci umumnya.")))
    var key: String?

    @Argument(help: ArgumentHelp(say("Its owner.", "Pemiliknya.")))
    var person: String?

    func run() throws {
      let workspace = try desk.home()
      let owner = person ?? desk.actorName()
      let verifier: VerifierKey
      if let key {
        guard let person, !person.contains(where: \.isNewline), !person.isEmpty else {
          throw Failure(.usage, say("whose key is it? give a name", "kunci siapa? berikan namanya"))
        }
        do {
          verifier = try VerifierKey(text: key)
        } catch {
          throw Failure(.usage, KeyWording.text(error))
        }
      } else {
        guard let own = try KeyFolder().key(of: owner) else {
          throw Failure(
            .badInput,
            say(
              "\(owner) has no key; `tilik key new`",
              "\(owner) belum punya kunci; `tilik key new`"
            )
          )
        }
        verifier = own.verifier
      }
      var ring = try workspace.ring()
      ring.add(verifier, of: owner)
      let head = say(
        "# Whose key is whose: the keys that this desk trusts.",
        "# Kunci siapa milik siapa: kunci yang dipercaya meja ini."
      )
      try workspace.write("\(head)\n\(ring)", to: Workspace.ringFile)
      Terminal.talk(
        say(
          "trusts \(verifier.name) as the key of \(owner)",
          "mempercayai \(verifier.name) sebagai kunci \(owner)"
        )
      )
    }
  }
}
