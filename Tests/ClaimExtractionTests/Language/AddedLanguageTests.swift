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
    mengu, tolaru

    [inverted]
    bala, sinto

    [according]
    temuri

    [complementiser]
    dak

    [pronoun]
    elu

    [role]
    mero, kapten

    [weekday]
    una, duva, tero, kano, pendo, sexo, setimo

    [month]
    jeno, febo, maro, apo, mayo, yuno, yulo, ogo, sepo, oko, novo, deso

    [unit]
    hamo, pato

    [percent]
    %

    [superlative]
    tormaxi

    [third person]
    elu

    [function word]
    dak, ro, vi, ena, temu, koru, pali, sen
    """

  private static let text = """
    "Ro tarlan pali kano hamo," bala mero Lino Trask, tero (19 yuno 2024). Elu mengu dak ro sarto vi koru temu. \
    "Sen maro vi pali ro tarlan sen," balako.

    Ro velmu vi koru 40 hamo ena 12 % pali sen ro tormaxi tarlan.
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
    let text = "Bupati Ratna Kusuma mengatakan tanggul di Lembayung sudah kuat dan warga bisa pulang."
    #expect(try extract(text) == extract(text, adding: false))
  }

  @Test("is refused with the line that cannot be read")
  func refused() {
    #expect(throws: AddedLanguageError.badData("line 3: there is no section “verbs”")) {
      try AddedLanguage(data: "[language]\nxt\n[verbs]\nmengu")
    }
    #expect(throws: AddedLanguageError.self) {
      try AddedLanguage(data: Self.data, model: [1, 2, 3])
    }
  }
}
