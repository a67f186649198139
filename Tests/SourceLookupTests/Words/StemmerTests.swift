import ClaimModel
import Foundation
import Testing

@testable import SourceLookup

@Suite("Stems")
struct StemmerTests {
  @Test(
    "join the forms of an Indonesian word",
    arguments: [
      ["bangun", "bangunan", "membangun", "pembangunan", "dibangun", "membangunkan"],
      ["tulis", "menulis", "penulis", "tulisan", "ditulis"],
      ["pukul", "memukul", "pemukul", "dipukul", "pukulan"],
      ["harga", "harganya", "hargalah"],
      ["sapu", "menyapu", "penyapu"],
      ["jalan", "berjalan", "perjalanan"],
    ]
  )
  func indonesian(forms: [String]) {
    #expect(
      Set(forms.map(IndonesianStemmer.stem)).count == 1,
      "\(forms.map(IndonesianStemmer.stem))"
    )
  }

  @Test(
    "keep short Indonesian words whole",
    arguments: ["di", "ada", "ini", "beras", "dia", "1998"]
  )
  func short(word: String) {
    #expect(IndonesianStemmer.stem(word) == word)
  }

  @Test(
    "join the forms of an English word",
    arguments: [
      ["connect", "connected", "connecting", "connection", "connections"],
      ["relate", "related", "relating"], ["happy", "happiness"],
      ["general", "generalize", "generalization"],
    ]
  )
  func english(forms: [String]) {
    #expect(Set(forms.map(PorterStemmer.stem)).count == 1, "\(forms.map(PorterStemmer.stem))")
  }

  @Test("leave what is not a word of ASCII letters", arguments: ["is", "東京", "42nd", "café"])
  func others(word: String) {
    #expect(PorterStemmer.stem(word) == word)
  }

  @Test("agree with Snowball's Porter", .enabled(if: Python.has("snowballstemmer")))
  func snowball() throws {
    let words = """
      caresses ponies ties caress cats feed agreed plastered bled motoring sing conflated troubled sized hopping
      tanned falling hissing fizzed failing filing happy sky relational conditional rational valenci hesitanci
      digitizer conformabli radicalli differentli vileli analogousli vietnamization predication operator feudalism
      decisiveness hopefulness callousness formaliti sensitiviti sensibiliti triplicate formative formalize
      electriciti electrical hopeful goodness revival allowance inference airliner gyroscopic adjustable defensible
      irritant replacement adjustment dependent adoption homologou communism activate angulariti homologous
      effective bowdlerize probate rate cease controll roll geology yield eyed dying news inning proceed exceed
      ion eed ing oed by syzygy abilities
      """.split(whereSeparator: \.isWhitespace).map { String($0) }
    let script = """
      import sys, snowballstemmer
      stemmer = snowballstemmer.stemmer("porter")
      print(*[stemmer.stemWord(word) for word in sys.stdin.read().split()])
      """
    let output = try Python.run(script, input: Data(words.joined(separator: " ").utf8))
    let wanted = String(decoding: output, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    for (word, stem) in zip(words, wanted) { #expect(PorterStemmer.stem(word) == stem, "\(word)") }
  }

  @Test("tell the two languages apart by their stop words")
  func language() {
    #expect(StopWords.language(of: FoldedWords.of("Harga beras yang naik di pasar")) == .indonesian)
    #expect(StopWords.language(of: FoldedWords.of("The price of rice is up")) == .english)
    #expect(StopWords.language(of: ["beras"]) == .undetermined)
  }
}
