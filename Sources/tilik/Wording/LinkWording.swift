import ClaimModel

/// Words for whether a source is still there, and for what one look at it saw.
enum LinkWording {
  static func name(_ state: LinkState) -> String {
    switch state {
    case .alive: return say("alive", "masih ada")
    case .changed: return say("changed", "berubah")
    case .gone: return say("gone", "hilang")
    case .blocked: return say("blocked", "terhalang")
    case .unknown: return say("unknown", "belum pasti")
    }
  }

  static func text(_ check: LinkCheck) -> String {
    let status = check.status.map { " (\($0))" } ?? ""
    switch check.observation {
    case .answered:
      return [say("it is there", "halaman ada"), change(check)].joined(separator: ", ")
    case .missing: return say("no such page\(status)", "halaman tidak ada\(status)")
    case .noHost: return say("no such host", "situsnya tidak ada")
    case .refused:
      return say(
        "it refuses programs\(status); look in a browser",
        "menolak program\(status); lihat lewat peramban"
      )
    case .unclear: return say("no clear answer\(status)", "tidak ada jawaban jelas\(status)")
    }
  }

  /// How the page differs from its stored copy.
  private static func change(_ check: LinkCheck) -> String {
    guard let distance = check.distance else {
      return say("not compared: no words were kept", "tidak dibandingkan: tidak ada teks tersimpan")
    }
    let percent = Int((distance * 100).rounded())
    let words =
      percent == 0
      ? say("the same words", "kata-katanya sama")
      : say("\(percent) % of its words differ", "\(percent) % kata-katanya berbeda")
    guard let anchor = check.anchor else { return words }
    switch anchor {
    case .exact, .normalised, .ambiguous:
      return words + say(", the excerpt is still there", ", kutipannya masih ada")
    case .fuzzy: return words + say(", the excerpt was altered", ", kutipannya berubah")
    case .absent: return words + say(", the excerpt is gone", ", kutipannya tidak ada lagi")
    }
  }
}
