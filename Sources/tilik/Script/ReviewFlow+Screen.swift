import ReviewWorkflow

/// What stands where on the screen: the page, a rule, what is said, the keys.
extension ReviewFlow {
  /// Two lines of keys, one for what is said, one above.
  var pageHeight: Int { max(3, terminal.size.rows - 4) }

  /// Puts the page, and below it the keys or a question, on the screen.
  func draw(bottom: [String]? = nil, cursor: Int? = nil) {
    let size = terminal.size
    let below = bottom ?? ([Terminal.safe(message)] + keyLines(size.columns))
    let height = max(1, size.rows - below.count - 1)
    let rule = String(repeating: "─", count: size.columns)
    var lines = page.visible(height)
    lines += Array(repeating: "", count: max(0, height - lines.count))
    let row = height + 1 + below.count - 2
    terminal.draw(
      lines + [page.isWhole(height) ? rule : more(rule)] + below,
      cursor: cursor.map { (row, $0) }
    )
  }

  private func more(_ rule: String) -> String {
    let hint = say(" Space: more ", " Spasi: lanjut ")
    return String(rule.dropLast(hint.count + 2)) + hint + "──"
  }

  private func keyLines(_ width: Int) -> [String] {
    var items: [String] = []
    if let claim = session.claim {
      items = offered(on: claim).compactMap { step in
        step.key.map { "\(bold(String($0))) \(step.name)" }
      }
      items.append("\(bold("j")) \(say("next", "berikut"))")
    }
    items.append("\(bold("o")) \(say("open", "buka"))")
    if touched != nil { items.append("\(bold("u")) \(say("undo", "batal"))") }
    items += ["\(bold("?")) \(say("help", "bantuan"))", "\(bold("q")) \(say("quit", "keluar"))"]
    var lines = [""]
    for item in items {
      let gap = lines[lines.count - 1].isEmpty ? "" : "   "
      if TextWidth.columns(lines[lines.count - 1] + gap + item) > width,
        !lines[lines.count - 1].isEmpty
      {
        lines.append(item)
      } else {
        lines[lines.count - 1] += gap + item
      }
    }
    return lines
  }

  static var wayBack: String { say("Esc goes back", "Esc kembali") }

  func bold(_ text: String) -> String { Terminal.bold(text) }
}
