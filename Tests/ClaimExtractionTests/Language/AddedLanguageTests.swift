import ClaimModel
import Testing

@testable import ClaimExtraction

/// A language that nobody speaks, added as CONTRIBUTING.md says: by a data file alone.
@Suite("A language added by a file")
struct AddedLanguageTests {
  private static let data = """
    [language]
    xt

    [settings]
    clitic = ko
    complementiser = out
    decimal = comma

    [reporting]
    wzurb, zolarg

    [inverted]
    xeth, zintk

    [according]
    yjixri

    [complementiser]
    qo

    [pronoun]
    yul

    [role]
    mero, kapten

    [weekday]
    una, duva, ytrz, zhurk, pendo, sexo, setimo

    [month]
    jeno, febo, fjorv, apo, mayo, juvv, yulo, ogo, sepo, oko, novo, deso

    [unit]
    jyff, pjutt

    [percent]
    %

    [superlative]
    hjulvex

    [third person]
    yul

    [function word]
    qo, ro, vyk, eqa, yjix, zwek, qvix, zzu
    """

  private static let text = """
    "Ro vrulzh qvix zhurk jyff," xeth mero Lino Trask, Ytrz (19 juvv 2024). Yul wzurb qo ro vryzt vyk zwek yjix. \
    "Zzu fjorv vyk qvix ro vrulzh zzu," xethko.

    Ro gwyld vyk zwek 40 jyff eqa 12 % qvix zzu ro hjulvex vrulzh.
    """

  private func extract(_ text: String, adding: Bool = true) throws -> Extraction {
    let languages = adding ? [try AddedLanguage(data: Self.data)] : []
    return ClaimExtractor(adding: languages).extract(Documents.make(text, language: .undetermined))
  }

  @Test("is recognised, and its attributions, speakers, assertions and dates are found")
  func all() throws {
    let found = try extract(Self.text)
    #expect(found.language.rawValue == "xt")
    let said = found.attributions.map { attribution in
      attribution.speaker.map { found.speakers[$0].name }
    }
    #expect(said == ["Lino Trask", "Lino Trask", "Lino Trask"])
    #expect(found.attributions.map(\.kind) == [.direct, .indirect, .direct])
    #expect(found.assertions.first?.reasons == [.quantity, .percentage, .superlative])
    #expect(found.findings.map(\.kind) == [.weekday])
    #expect(found.findings.map(\.outcome) == [.confirmed])
  }

  @Test("is not known without its file, and only quotations are found")
  func without() throws {
    let found = try extract(Self.text, adding: false)
    #expect(found.language == .undetermined)
    #expect(found.speakers.isEmpty)
    #expect(found.attributions.allSatisfy { $0.cue.isEmpty })
  }

  @Test("leaves the other languages as they are")
  func others() throws {
    let text =
      "Bupati Ratna Kusuma mengatakan tanggul di Lembayung sudah kuat dan warga bisa pulang."
    #expect(try extract(text) == extract(text, adding: false))
  }

  @Test("is refused with the line that cannot be read")
  func refused() {
    #expect(throws: AddedLanguageError.badData("line 3: there is no section “verbs”")) {
      try AddedLanguage(data: "[language]\nxt\n[verbs]\nwzurb")
    }
    #expect(throws: AddedLanguageError.self) {
      try AddedLanguage(data: Self.data, model: [1, 2, 3])
    }
  }
}
