/// Words whose full stop ends no sentence: "No.", "Rp.", "Prof.", "Mr.".
package struct Abbreviations: Sendable {
  private let forms: Set<Form>

  /// Makes the set from words without their full stop; case does not matter.
  package init(_ words: some Sequence<String>) {
    forms = Set(words.map { Form($0) })
  }

  /// Whether a full stop after this word usually ends no sentence.
  package func contains(_ form: Form) -> Bool { forms.contains(form) }

  /// The abbreviations of Indonesian and English news.
  package static let common = Abbreviations(
    """
    no jl jln rp prof dr drg drs dra tbk pt cv h hj ir pol kol letkol mayjen brigjen komjen irjen kompol akp
    akbp ipda iptu aipda bripka kh ust tn ny sdr yth kec kab kel gg rt rw tgl hlm dll dsb dkk dst alm bpk ibu
    s.h s.sos s.pd s.e s.t s.ip s.kom m.si m.h m.m m.pd m.hum
    mr mrs ms sen rep gov gen sgt capt col lt maj sr jr st mt ft vs u.s u.k u.n etc inc corp co ltd rev hon
    jan feb mar apr jun jul aug sept sep oct nov dec a.m p.m e.g i.e
    """.split(whereSeparator: \.isWhitespace).map(String.init)
  )
}
