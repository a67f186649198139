import ClaimModel
import ClaimStore
import ReviewWorkflow

/// Finds the one claim that a person means.
extension Desk {
  /// The claim whose name begins with these digits.
  func claim(named reference: String) throws -> ReviewedClaim {
    let digits = reference.lowercased()
    guard digits.utf8.count >= 4, digits.utf8.allSatisfy(Self.isHexDigit) else {
      throw Failure(
        .usage,
        say(
          "“\(reference)” is not a claim; give at least four digits of its name, as `tilik list` shows it",
          "“\(reference)” bukan klaim; berikan sedikitnya empat digit namanya, seperti di `tilik list`"
        )
      )
    }
    let found = try store.claims(withPrefix: digits, limit: 6)
    guard let only = found.first else {
      throw Failure(
        .badInput,
        say("there is no claim \(reference)", "tidak ada klaim \(reference)")
      )
    }
    guard found.count == 1 else {
      let names = found.map(\.short).joined(separator: ", ")
      throw Failure(
        .usage,
        say(
          "“\(reference)” could be several claims: \(names)",
          "“\(reference)” cocok dengan beberapa klaim: \(names)"
        )
      )
    }
    return try claim(only)
  }

  /// The one claim, of the newest versions of all documents, whose words contain a text.
  func claim(saying words: String) throws -> ReviewedClaim {
    var query = ClaimQuery()
    query.text = words
    let found = try store.claims(query)
    guard let only = found.first else {
      throw Failure(
        .badInput,
        say("no claim says “\(words)”", "tidak ada klaim yang berbunyi “\(words)”")
      )
    }
    guard found.count == 1 else {
      let names = found.prefix(6).map { "\($0.id.short) “\(Terminal.cut($0.quote, 40))”" }
      throw Failure(
        .usage,
        say(
          "\(found.count) claims say “\(words)”: \(names.joined(separator: ", "))",
          "\(found.count) klaim berbunyi “\(words)”: \(names.joined(separator: ", "))"
        )
      )
    }
    return try claim(only.id)
  }

  /// The document version whose name begins with these digits; `orClaim` says that a claim could have been meant.
  func document(named reference: String, orClaim: Bool = false) throws -> StoredDocument {
    let name = try documentName(reference, orClaim: orClaim)
    guard let document = try store.document(name) else {
      throw Failure(
        .integrity,
        say("document \(name.short): its text is gone", "dokumen \(name.short): teksnya hilang")
      )
    }
    return document
  }

  /// The whole name of the document version whose name begins with these digits.
  func documentName(_ reference: String, orClaim: Bool = false) throws -> DocumentID {
    let digits = reference.lowercased()
    let found = digits.isEmpty ? [] : try store.documents(withPrefix: digits, limit: 6)
    guard let only = found.first else {
      throw Failure(
        .badInput,
        orClaim
          ? say(
            "no claim and no document is called “\(reference)”; `tilik list` shows their names",
            "tidak ada klaim atau dokumen bernama “\(reference)”; `tilik list` menampilkan namanya"
          )
          : say("there is no document \(reference)", "tidak ada dokumen \(reference)")
      )
    }
    guard found.count == 1 else {
      let names = found.map(\.short).joined(separator: ", ")
      throw Failure(
        .usage,
        say(
          "“\(reference)” could be several documents: \(names)",
          "“\(reference)” cocok dengan beberapa dokumen: \(names)"
        )
      )
    }
    return only
  }

  static func isHexDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }
}
