import ClaimModel
import ReviewWorkflow

/// One line of a recorded or typed review.
///
/// The same words work in a file (`tilik review --script FILE`), on standard input and at the prompt of `tilik review`.
enum ScriptLine: Equatable {
  /// Sets the clock: `at 2026-03-09T02:15:00Z`.
  case at(Timestamp)
  /// Says who acts from here on: `as "Sari Wulandari"`.
  case actor(String)
  /// Turns to the one claim that says this: `open "some of its words"`.
  case open(String)
  /// Cites a source: `cite SOURCE supports|refutes|context "excerpt" ["locator" ["before" ["after"]]]`.
  case cite(Evidence)
  /// Takes the latest citation of a source back: `uncite SOURCE "reason"`.
  case uncite(SourceID, reason: String)
  /// Folds the claim into another: `merge CLAIM "reason"`.
  case merge(into: String, reason: String)
  /// Gives a rating on the desk's scale: `verdict RATING "explanation"`.
  case verdict(rating: String, explanation: String)
  /// Casts a second opinion: `opinion RATING "explanation"`.
  case opinion(rating: String, explanation: String)
  /// Approves the claim as it stands: `approve`.
  case approve
  /// Takes back the actor's latest step: `undo`.
  case undo
  /// Anything that is an event as it stands.
  case event(EventContent)
  /// Goes on to the next claim of the queue: `next`.
  case next
  /// Prints the claim again: `show`.
  case show
  /// Lists the words that can be typed: `help`.
  case help
  /// Ends the review: `quit`.
  case quit

  /// Reads a line; nil where it is empty or a comment.
  ///
  /// Throws ``ScriptFault`` with what the line should look like.
  init?(_ line: String) throws(ScriptFault) {
    let words = try Self.words(line)
    guard let verb = words.first else { return nil }
    guard let form = ScriptForm.all.first(where: { $0.verb == verb || $0.key == verb }) else {
      throw .unknownVerb(verb)
    }
    var rest = Array(words.dropFirst())
    if form.endsInText, rest.count > form.counts.upperBound {
      // At the prompt nobody puts quotation marks round a note.
      let last = rest[(form.counts.upperBound - 1)...].joined(separator: " ")
      rest = rest.prefix(form.counts.upperBound - 1) + [last]
    }
    guard form.counts.contains(rest.count), let read = form.read(rest) else {
      throw .usage(form.usage)
    }
    self = read
  }

  /// Splits a line into words; double quotes hold a word together, `\"` and `\\` stand for themselves.
  static func words(_ line: String) throws(ScriptFault) -> [String] {
    var words: [String] = []
    var word: String?
    var isQuoted = false
    var isEscaped = false
    for scalar in line.unicodeScalars {
      if isEscaped {
        word = (word ?? "") + String(scalar)
        isEscaped = false
      } else if isQuoted {
        switch scalar {
        case "\\": isEscaped = true
        case "\"": isQuoted = false
        default: word = (word ?? "") + String(scalar)
        }
      } else {
        switch scalar {
        case "\"":
          isQuoted = true
          word = word ?? ""
        case "#" where word == nil: return words
        case " ", "\t", "\r":
          if let done = word { words.append(done) }
          word = nil
        default: word = (word ?? "") + String(scalar)
        }
      }
    }
    guard !isQuoted else { throw .openQuote }
    if let done = word { words.append(done) }
    return words
  }
}

/// What is wrong with a line of a review.
enum ScriptFault: Error, Equatable {
  /// The first word is none that is known.
  case unknownVerb(String)
  /// The rest does not fit the first word; how it should look.
  case usage(String)
  /// A quotation mark is not closed.
  case openQuote

  var text: String {
    switch self {
    case .unknownVerb(let verb):
      let verbs = ScriptForm.all.map(\.verb).joined(separator: ", ")
      return say(
        "“\(verb)” is not known; known: \(verbs)",
        "“\(verb)” tidak dikenal; yang ada: \(verbs)"
      )
    case .usage(let usage): return say("write it as: \(usage)", "tulis seperti: \(usage)")
    case .openQuote: return say("a quotation mark is not closed", "tanda kutip belum ditutup")
    }
  }
}
