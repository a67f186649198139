import ArgumentParser
import ClaimModel
import ClaimStore
import Foundation
import ReviewWorkflow

/// `tilik ledger checkpoint`.
struct LedgerCheckpoint: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checkpoint",
    abstract: say("Sign what the ledger is now.", "Tanda tangani keadaan buku besar sekarang."),
    discussion: say(
      "Prints a signed note (c2sp.org/tlog-checkpoint) and keeps it in checkpoints/. Give a copy to somebody else: held "
        + "against it, the ledger's past cannot be changed unnoticed.",
      "Mencetak catatan bertanda tangan (c2sp.org/tlog-checkpoint) dan menyimpannya di checkpoints/. Titipkan salinannya: "
        + "dengan itu masa lalu buku besar tidak bisa diubah diam-diam."
    )
  )

  @OptionGroup var desk: DeskOptions

  func run() throws {
    let desk = try desk.open()
    guard let key = try KeyFolder().key(of: desk.actor) else {
      throw Failure(
        .refused,
        say(
          "\(desk.actor) has no key on this machine; `tilik key new`, then `tilik key trust`",
          "\(desk.actor) belum punya kunci di mesin ini; `tilik key new`, lalu `tilik key trust`"
        )
      )
    }
    guard try desk.workspace.ring().keys.contains(key.verifier) else {
      throw Failure(
        .refused,
        say(
          "this desk does not trust the key of \(desk.actor) yet; `tilik key trust`",
          "meja ini belum mempercayai kunci \(desk.actor); `tilik key trust`"
        )
      )
    }
    // Nobody should sign for a ledger that is already damaged.
    let check = try LedgerCheck.run(desk)
    guard check.faults.isEmpty else {
      throw Failure(
        .integrity,
        say(
          "the ledger does not verify, so nothing was signed: \(check.faults[0])",
          "buku besar tidak lolos pemeriksaan, jadi tidak ditandatangani: \(check.faults[0])"
        )
      )
    }
    let frontier = try desk.eventNames().reduce(into: MerkleFrontier()) { $0.append($1) }
    let note: SignedNote
    do {
      note = try Checkpoint(origin: desk.ledgerName, frontier).signed(with: key)
    } catch {
      throw Failure(.badInput, KeyWording.text(error))
    }
    let file = "\(Workspace.checkpointFolder)/\(frontier.count).txt"
    do {
      try FileManager.default.createDirectory(
        atPath: desk.workspace.path(Workspace.checkpointFolder),
        withIntermediateDirectories: true
      )
    } catch {
      throw Failure(.badInput, FileWording.text(error, path: desk.workspace.path(file)))
    }
    try desk.workspace.write("\(note)", to: file)
    Terminal.write("\(note)")
    Terminal.talk(say("kept in \(file)", "disimpan di \(file)"))
  }
}

/// `tilik ledger prove`.
struct LedgerProve: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prove",
    abstract: say(
      "Prove that a claim's history is in the ledger.",
      "Buktikan riwayat klaim ada di buku besar."
    ),
    discussion: say(
      "Prints a few hundred bytes (c2sp.org/tlog-proof) that lead from the claim's latest event, and so from its whole "
        + "history, to the newest signed checkpoint. `tilik ledger check` checks it, also without this ledger.",
      "Mencetak beberapa ratus bita (c2sp.org/tlog-proof) dari peristiwa terakhir klaim, jadi dari seluruh riwayatnya, ke "
        + "titik periksa terbaru. `tilik ledger check` memeriksanya, juga tanpa buku besar ini."
    )
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: ClaimArgument.help)
  var claim: String

  func run() throws {
    let desk = try desk.open()
    let claim = try desk.claim(named: claim)
    let ring = try desk.workspace.ring()
    guard let file = desk.workspace.checkpointFiles().last else {
      throw Failure(
        .refused,
        say(
          "there is no checkpoint yet; `tilik ledger checkpoint` signs one",
          "belum ada titik periksa; buat dengan `tilik ledger checkpoint`"
        )
      )
    }
    let (note, checkpoint) = try desk.workspace.checkpoint(file, ring)
    let names = try desk.eventNames()
    guard checkpoint.size <= names.count else {
      throw Failure(
        .integrity,
        say(
          "\(file) is of a longer ledger than this one: events are gone",
          "\(file) dari buku besar yang lebih panjang: ada peristiwa yang hilang"
        )
      )
    }
    let tree = MerkleTree(names.prefix(checkpoint.size))
    guard tree.root == checkpoint.root else {
      throw Failure(
        .integrity,
        say("\(file) is not of this ledger", "\(file) bukan dari buku besar ini")
      )
    }
    for head in claim.heads {
      guard let index = names.firstIndex(of: head),
        let inclusion = tree.inclusionProof(of: index, inFirst: checkpoint.size)
      else {
        throw Failure(
          .refused,
          say(
            "claim \(claim.claim.id.short) has events after the newest checkpoint; `tilik ledger checkpoint` signs a new one",
            "klaim \(claim.claim.id.short) punya peristiwa setelah titik periksa terbaru; `tilik ledger checkpoint` lagi"
          )
        )
      }
      do {
        Terminal.write("\(try EventProof(inclusion, checkpoint: note))")
      } catch {
        throw Failure(.integrity, KeyWording.text(error))
      }
      Terminal.talk(say("event \(head.hex)", "peristiwa \(head.hex)"))
    }
  }
}

/// `tilik ledger check`.
struct LedgerCheckProof: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: say(
      "Check a proof against a claim or an event.",
      "Periksa bukti terhadap klaim atau peristiwa."
    )
  )

  @OptionGroup var desk: DeskOptions

  @Argument(help: ArgumentHelp(say("The proof's file.", "Berkas bukti.")))
  var proof: String

  @Argument(
    help: ArgumentHelp(
      say(
        "A claim, or an event by all 64 digits of its name.",
        "Klaim, atau peristiwa dengan ke-64 digit namanya."
      )
    )
  )
  var subject: String

  @Option(
    help: ArgumentHelp(
      say(
        "A file of trusted keys (default: the workspace's keys.txt).",
        "Berkas kunci tepercaya (bawaan: keys.txt di ruang kerja)."
      ),
      valueName: "file"
    )
  )
  var keys: String?

  func run() throws {
    let events: [ContentHash]
    if let event = ContentHash(hex: subject) {
      events = [event]
    } else {
      events = try desk.open().claim(named: subject).heads
    }
    let text = String(decoding: try ArticleFiles.read(proof), as: UTF8.self)
    let ring: KeyRing
    if let keys {
      do {
        ring = try KeyRing(text: String(decoding: ArticleFiles.read(keys), as: UTF8.self))
      } catch let fault as KeyRingFault {
        throw Failure(.badInput, "\(keys):\(fault.line): \(KeyWording.text(fault.reason))")
      }
    } else {
      ring = try desk.home().ring()
    }
    do throws(EventProofFault) {
      let proof = try EventProof(text: text)
      var lastFault: EventProofFault?
      for event in events {
        do throws(EventProofFault) {
          let checkpoint = try proof.verify(event, signedBy: ring.keys)
          Terminal.write(
            say(
              "event \(event.hex.prefix(12)) was in \(checkpoint.origin) when it had \(checkpoint.size) events\n",
              "peristiwa \(event.hex.prefix(12)) ada di \(checkpoint.origin) saat berisi \(checkpoint.size) peristiwa\n"
            )
          )
          return
        } catch {
          lastFault = error
        }
      }
      if let lastFault { throw lastFault }
    } catch {
      throw Failure(error == .form ? .badInput : .integrity, "\(proof): \(KeyWording.text(error))")
    }
  }
}
