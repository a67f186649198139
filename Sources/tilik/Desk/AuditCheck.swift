import ArgumentParser
import AuditReport
import ClaimModel
import Foundation
import ReviewWorkflow

/// What can be said about an audit from its file alone: `tilik verify FILE.html`.
struct AuditCheck: Encodable {
  var file: String
  var events: Int
  var checks: [Line]

  /// One thing that was looked at.
  struct Line: Encodable {
    var check: String
    /// True where it fits, false where it does not, left out where it could not be looked at.
    var fits: Bool?
    var says: String
    var problems: [String] = []
  }

  var isWhole: Bool { !checks.contains { $0.fits == false } }

  /// Verifies files, prints what came of it, and ends with the code for integrity where something does not fit.
  static func run(_ files: [String], key: String?, json: Bool) throws {
    let key = try key.map(readKey)
    let checks = try files.map { file in
      AuditCheck(file: file, AuditFile(try ArticleFiles.read(file)), key: key)
    }
    if json {
      try JSONOutput.write(checks)
    } else {
      for check in checks { Terminal.write(check.text) }
    }
    if checks.contains(where: { !$0.isWhole }) { throw ExitCode(Code.integrity.rawValue) }
  }

  private init(file: String, _ audit: AuditFile, key: VerifierKey?) {
    self.file = file
    events = audit.events.count
    checks = audit.checks.map { check, outcome in
      let says = AuditWording.text(check, events: audit.events.count)
      switch outcome {
      case .passed: return Line(check: check.rawValue, fits: true, says: says)
      case .failed(let problems):
        return Line(
          check: check.rawValue,
          fits: false,
          says: says,
          problems: problems.map(AuditWording.text)
        )
      case .notChecked:
        return Line(check: check.rawValue, says: AuditWording.notChecked(check))
      }
    }
    guard audit.problems != [.notAnAudit] else { return }
    checks += LedgerProofCheck(audit, key: key).lines
  }

  /// A key as it is printed, or the file that holds it.
  private static func readKey(_ text: String) throws -> VerifierKey {
    if let key = try? VerifierKey(text: text) { return key }
    let bytes = try ArticleFiles.read(text)
    let line = String(decoding: bytes, as: UTF8.self)
      .split(whereSeparator: \.isWhitespace).first.map(String.init)
    guard let line, let key = try? VerifierKey(text: line) else {
      throw Failure(
        .badInput,
        say(
          "\(text): this is not a public key; it looks like name+1a2b3c4d+AbCd…",
          "\(text): ini bukan kunci publik; bentuknya nama+1a2b3c4d+AbCd…"
        )
      )
    }
    return key
  }

  /// The lines for a person.
  private var text: String {
    var text = "\(file)\n"
    for line in checks {
      let mark = line.fits.map { $0 ? "✓" : "✕" } ?? "–"
      text += "  \(mark) \(line.says)\n"
      // Of thousands of problems the first few say enough.
      for problem in line.problems.prefix(5) { text += "      \(Terminal.safe(problem))\n" }
      if line.problems.count > 5 {
        let more = line.problems.count - 5
        text += say("      and \(more) more\n", "      dan \(more) lagi\n")
      }
    }
    return text
  }
}

/// Whether the events of an audit are under the checkpoint that it carries, and who signed that.
struct LedgerProofCheck {
  let lines: [AuditCheck.Line]

  init(_ audit: AuditFile, key: VerifierKey?) {
    guard let proofs = audit.proofs, let note = try? SignedNote(parsing: proofs.checkpoint),
      let checkpoint = try? Checkpoint(text: note.text)
    else {
      let isBroken = audit.proofs != nil
      lines = [
        AuditCheck.Line(
          check: "proofs",
          fits: isBroken ? false : nil,
          says: isBroken ? AuditWording.brokenCheckpoint : AuditWording.noProofs
        )
      ]
      return
    }
    let ways = Dictionary(proofs.proofs.map { ($0.event, $0) }) { first, _ in first }
    let strangers = audit.latestEvents.filter { event in
      guard let way = ways[event] else { return true }
      let proof = InclusionProof(index: way.index, size: checkpoint.size, path: way.path)
      return !proof.proves(event, in: checkpoint.root)
    }
    let inclusion = AuditCheck.Line(
      check: "proofs",
      fits: strangers.isEmpty,
      says: AuditWording.proofs(audit.latestEvents.count, checkpoint),
      problems: strangers.map(AuditWording.notInLedger)
    )
    lines = [inclusion, Self.signature(of: note, key: key)]
  }

  private static func signature(of note: SignedNote, key: VerifierKey?) -> AuditCheck.Line {
    guard let key else {
      return AuditCheck.Line(check: "signature", says: AuditWording.noKey)
    }
    let isSigned = (try? note.signers(among: [key])) != nil
    return AuditCheck.Line(
      check: "signature",
      fits: isSigned,
      says: AuditWording.signature(key.name)
    )
  }
}
