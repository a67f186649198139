/// What a word can be to the rules; each is a section of a language's data file, by the name in ``sections``.
package struct WordClass: OptionSet, Hashable, Sendable {
  package let rawValue: UInt64
  package init(rawValue: UInt64) { self.rawValue = rawValue }

  private init(bit: UInt64) { rawValue = 1 << bit }

  /// A verb whose subject speaks and whose complement is the content: "mengatakan", "said".
  package static let reporting = WordClass(bit: 0)
  /// A verb that follows a quotation and stands before its speaker: "kata Budi", "said Lowe".
  package static let inverted = WordClass(bit: 1)
  /// A cue that holds its speaker as an ending: "ujarnya"; made from others, not a section.
  package static let clitic = WordClass(bit: 2)
  /// A preposition of reporting: "menurut", "according to".
  package static let according = WordClass(bit: 3)
  /// A passive verb of reporting: "dinilai", "is considered".
  package static let passive = WordClass(bit: 4)
  /// A passive that usually hides its speaker; each is a ``passive``, too.
  package static let vaguePassive = WordClass(bit: 5)
  /// The word before the speaker of a passive: "oleh", "by".
  package static let agent = WordClass(bit: 6)
  /// A word that links a cue and its content: "bahwa", "that".
  package static let complementiser = WordClass(bit: 7)
  /// Somebody who is told: "reporters".
  package static let addressee = WordClass(bit: 8)
  /// A pronoun of the third person.
  package static let pronoun = WordClass(bit: 9)
  /// A pronoun of the first person, or "pihaknya".
  package static let ownPronoun = WordClass(bit: 10)
  /// A word that may stand between a subject and its verb: "juga", "has".
  package static let adverb = WordClass(bit: 11)
  /// A word that opens a clause and belongs to no subject: "namun", "but".
  package static let opener = WordClass(bit: 12)
  /// A word that ends the name of a speaker: "di", "saat", "during".
  package static let preposition = WordClass(bit: 13)
  /// A relative pronoun: "yang", "who".
  package static let relative = WordClass(bit: 14)
  /// A word that opens a noun phrase: "sejumlah", "the".
  package static let determiner = WordClass(bit: 15)
  /// An office or profession: "gubernur", "spokesman".
  package static let role = WordClass(bit: 16)
  /// A title before or after a name: "Dr", "Mr".
  package static let title = WordClass(bit: 17)
  /// A word that names or heads the name of an organisation: "dinas", "committee".
  package static let organisation = WordClass(bit: 18)
  /// A crowd without a face: "sejumlah pihak", "experts".
  package static let vagueSource = WordClass(bit: 19)
  /// A day of the week; its value is 1 for Monday to 7 for Sunday.
  package static let weekday = WordClass(bit: 20)
  /// A month; its value is 1 to 12.
  package static let month = WordClass(bit: 21)
  /// What is counted or measured: "orang", "kilometres".
  package static let unit = WordClass(bit: 22)
  /// A power of ten; its value is the exponent.
  package static let multiplier = WordClass(bit: 23)
  /// A currency, before or after its number.
  package static let currency = WordClass(bit: 24)
  /// A sign or word for hundredths.
  package static let percent = WordClass(bit: 25)
  /// A superlative, a first or an only.
  package static let superlative = WordClass(bit: 26)
  /// A comparison.
  package static let comparison = WordClass(bit: 27)
  /// A cause.
  package static let cause = WordClass(bit: 28)
  /// A word that makes a statement less sure.
  package static let hedge = WordClass(bit: 29)
  /// A frequent word that tells the language.
  package static let functionWord = WordClass(bit: 30)
  /// A place: never the name of a speaker's first word.
  package static let place = WordClass(bit: 31)

  /// A word of the names of offices and their branches, never of a person's: "kesehatan", "bidang".
  package static let office = WordClass(bit: 32)
  /// A small word inside a person's name: "bin", "van".
  package static let nameParticle = WordClass(bit: 33)
  /// A word that joins the parts of an organisation's name: "dan", "of".
  package static let joiner = WordClass(bit: 34)
  /// A word before another name of the same person: "alias", "disapa".
  package static let alias = WordClass(bit: 35)
  /// A word before the name of somebody else than who is meant: "istri", "pihak".
  package static let relation = WordClass(bit: 36)
  /// A word that says that something was named before: "itu", "tersebut".
  package static let demonstrative = WordClass(bit: 37)
  /// A word that means the organisation named before: "perseroan".
  package static let company = WordClass(bit: 38)

  /// The first word of a company's name, which any capitals may follow: "PT".
  package static let companyHead = WordClass(bit: 39)
  /// A word before a place: "di", "kabupaten".
  package static let locative = WordClass(bit: 40)
  /// A word for a text or record, and for somebody's side, before who it comes from: "data", "pihak".
  package static let wrapper = WordClass(bit: 41)

  /// A word before a year of birth: "lahir", "born".
  package static let born = WordClass(bit: 42)
  /// A word before an age: "berusia", "aged".
  package static let age = WordClass(bit: 43)

  /// "I" and "me" as a word of its own.
  package static let firstPerson = WordClass(bit: 44)
  /// "He" and "she" as a word of its own.
  package static let thirdPerson = WordClass(bit: 45)

  /// A word of people's names.
  package static let name = WordClass(bit: 46)
  /// An everyday word, which begins no name even where it is capitalised.
  package static let ordinary = WordClass(bit: 47)
  /// A passive of saying whose speaker is whoever spoke last: "ditambahkan".
  package static let heard = WordClass(bit: 48)
  /// A pronoun for more than one person or for a thing: "mereka", "they", "it".
  package static let group = WordClass(bit: 49)
  /// A determiner that is no part of a speaker's name: "the", "para".
  package static let article = WordClass(bit: 50)
  /// A word that shares out or adds up, so that a number beside it is one of several: "masing-masing", "each", "total".
  package static let distributive = WordClass(bit: 51)
  /// A word before a number that names and does not count: "Pasal", "Nomor".
  package static let numbering = WordClass(bit: 52)
  /// "We" that leaves out whom it is said to: "kami".
  package static let exclusive = WordClass(bit: 53)
  /// A phrase for the year of publication.
  package static let thisYear = WordClass(bit: 54)
  /// A phrase for the year before it.
  package static let lastYear = WordClass(bit: 55)
  /// A phrase for the year after it.
  package static let nextYear = WordClass(bit: 56)
  /// A word that ties a sentence to the one before and is no part of what is said in it: "namun", "but".
  package static let connector = WordClass(bit: 57)

  /// The classes by the names of their sections.
  static let sections: [String: WordClass] = [
    "reporting": .reporting, "inverted": .inverted, "according": .according, "passive": .passive,
    "vague passive": [.passive, .vaguePassive], "agent": .agent,
    "complementiser": .complementiser, "addressee": .addressee, "pronoun": .pronoun,
    "own pronoun": .ownPronoun, "adverb": .adverb, "opener": .opener,
    "preposition": .preposition, "relative": .relative, "determiner": .determiner,
    "role": .role, "title": .title, "organisation": .organisation,
    "vague source": .vagueSource, "weekday": .weekday, "weekday also": .weekday,
    "month": .month, "month also": .month, "unit": .unit, "multiplier": .multiplier,
    "currency": .currency, "percent": .percent, "superlative": .superlative,
    "comparison": .comparison, "cause": .cause, "hedge": .hedge,
    "function word": .functionWord, "place": .place, "office": .office,
    "name particle": .nameParticle, "joiner": .joiner, "alias": .alias, "relation": .relation,
    "demonstrative": .demonstrative, "company": .company, "company head": .companyHead,
    "locative": .locative, "wrapper": .wrapper, "born": .born, "first person": .firstPerson,
    "third person": .thirdPerson, "age": .age,
    "name": .name, "ordinary": .ordinary, "heard": [.passive, .heard], "group": .group,
    "exclusive": .exclusive, "this year": .thisYear, "last year": .lastYear,
    "next year": .nextYear,
    "distributive": .distributive, "numbering": .numbering,
    "connector": .connector, "article": [.determiner, .article],
  ]
}
