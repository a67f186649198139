import ClaimModel

/// What the end of an audit says about where it comes from.
enum TrailPhrase: String, Phrase {
  case heading, intro, textHash, rawHash, ledger, head, workflow, tool, checkpoint

  var words: Words {
    switch self {
    case .heading: return Words("Jejak", "Trail")
    case .intro:
      return Words(
        "Dengan ini halaman dapat dicocokkan dengan buku besar dan dengan artikel aslinya.",
        "With this the page can be held against the ledger and against the original article."
      )
    case .textHash: return Words("SHA-256 teks", "SHA-256 of the text")
    case .rawHash: return Words("SHA-256 berkas asli", "SHA-256 of the original file")
    case .ledger: return Words("Peristiwa klaim", "Events of the claims")
    case .head: return Words("{0} peristiwa, yang terakhir {1}", "{0} events, the latest {1}")
    case .workflow: return Words("Alur kerja", "Workflow")
    case .tool: return Words("Program", "Program")
    case .checkpoint: return Words("Titik periksa", "Checkpoint")
    }
  }
}

extension AuditView {
  /// The article's history, the hashes and the state of the ledger.
  var trail: Markup {
    var trail: Markup = ""
    if !audit.history.isEmpty {
      trail += """
        <section class="hist" aria-labelledby="history"><h2 id="history">\
        \(words(PagePhrase.auditHistory))</h2>\(list(audit.history))</section>

        """
    }
    trail += """
      <section class="trail" aria-labelledby="trail"><h2 id="trail">\(words(TrailPhrase.heading))</h2>
      <p class="intro">\(words(TrailPhrase.intro))</p><dl>\(each: trailFacts, trailFact)</dl></section>

      """
    return trail
  }

  private func trailFact(_ name: TrailPhrase, _ value: Markup) -> Markup {
    "<dt>\(words(name))</dt><dd>\(value)</dd>"
  }

  private var trailFacts: [(TrailPhrase, Markup)] {
    let ledger = audit.ledger
    let count = words.grouped(ledger.eventCount)
    let head: Markup = ledger.head.map { "<br><code class=\"hash\">\($0.hex)</code>" } ?? ""
    var facts: [(TrailPhrase, Markup)] = [
      (.textHash, "<code class=\"hash\" id=\"texthash\">\(audit.document.textHash.hex)</code>"),
      (.rawHash, "<code class=\"hash\">\(audit.document.rawHash.hex)</code>"),
      (.ledger, "\(words(TrailPhrase.head, count, words.moment(ledger.lastEvent)))\(head)"),
      (.workflow, "\(ledger.workflowVersion)"),
      (.tool, "\(ledger.toolVersion)"),
    ]
    if let checkpoint = audit.proofs?.checkpoint, !checkpoint.isEmpty {
      facts.append((.checkpoint, "<code class=\"signed\">\(checkpoint)</code>"))
    }
    return facts
  }
}
