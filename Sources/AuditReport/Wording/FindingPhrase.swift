import ClaimModel

/// What a finding says, one phrase a kind and outcome.
enum FindingPhrase: String, Phrase {
  case weekdayFits, weekdayWrong, futureDate, datePast, partsFit, partsWrong, headlineFits
  case headlineWrong, restatedSame, restatedOther, ageFits, ageWrong, vague, vagueUnnamed

  var words: Words {
    switch self {
    case .weekdayFits:
      return Words("{0} memang hari {1} menurut kalender.", "{0} was indeed a {1} by the calendar.")
    case .weekdayWrong:
      return Words(
        "Tertulis {1}, padahal {0} hari {2} menurut kalender.",
        "Printed as {1}, but {0} was a {2} by the calendar."
      )
    case .futureDate:
      return Words(
        "Tanggal {0} sesudah hari terbit artikel, {1}.",
        "The date {0} lies after the article’s day of publication, {1}."
      )
    case .datePast:
      return Words(
        "Tanggal {0} tidak sesudah hari terbit artikel, {1}.",
        "The date {0} does not lie after the article’s day of publication, {1}."
      )
    case .partsFit:
      return Words("Bagian-bagiannya berjumlah {0} ({1}).", "The parts add up to {0} ({1}).")
    case .partsWrong:
      return Words(
        "Bagian-bagiannya berjumlah {0}, bukan 100 ({1}).",
        "The parts add up to {0}, not 100 ({1})."
      )
    case .headlineFits:
      return Words(
        "Judul dan isi menyebut angka yang sama: {0}.",
        "Headline and body give the same number: {0}."
      )
    case .headlineWrong:
      return Words(
        "Judul menyebut {0}, isi menyebut {1}.",
        "The headline says {0}, the body says {1}."
      )
    case .restatedSame:
      return Words(
        "Besaran yang sama disebut dua kali: {0} {2}.",
        "The same quantity is given twice: {0} {2}."
      )
    case .restatedOther:
      return Words(
        "Besaran yang sama disebut {0} dan {1} {2}.",
        "The same quantity is given as {0} and as {1} {2}."
      )
    case .ageFits:
      return Words("Umur {0} cocok dengan tahun lahir {1}.", "Age {0} fits the birth year {1}.")
    case .ageWrong:
      return Words(
        "Umur {0} tidak cocok dengan tahun lahir {1}.",
        "Age {0} does not fit the birth year {1}."
      )
    case .vague: return Words("“{0}” tidak menyebut siapa pun.", "“{0}” names nobody.")
    case .vagueUnnamed: return Words("Sumber tidak disebut.", "No source is named.")
    }
  }
}

extension Finding.Kind: Phrase {
  var words: Words {
    switch self {
    case .weekday: return Words("Hari", "Weekday")
    case .futureDate: return Words("Tanggal", "Date")
    case .percentageSum: return Words("Jumlah persen", "Percentages")
    case .headlineNumber: return Words("Angka judul", "Number in the headline")
    case .restatedQuantity: return Words("Angka yang diulang", "Restated number")
    case .age: return Words("Umur", "Age")
    case .vagueSourcing: return Words("Sumber tidak jelas", "Vague sourcing")
    }
  }
}

extension Finding.Outcome: Phrase {
  var words: Words {
    switch self {
    case .confirmed: return Words("cocok", "fits")
    case .contradicted: return Words("tidak cocok", "does not fit")
    case .noted: return Words("dicatat", "noted")
    }
  }

  /// A sign that tells the outcome without colour.
  var sign: String {
    switch self {
    case .confirmed: return "="
    case .contradicted: return "≠"
    case .noted: return "~"
    }
  }
}

extension Finding {
  /// The finding in a sentence, with its values.
  func told(by words: Wording) -> String {
    let fits = outcome == .confirmed
    func fact(_ name: String) -> String { facts[name] ?? "–" }
    func day(_ name: String) -> String {
      CalendarDate(iso8601: fact(name)).map(words.day) ?? fact(name)
    }
    func weekday(_ name: String) -> String {
      Int(fact(name)).flatMap(Weekday.init).map { words($0) } ?? fact(name)
    }
    switch kind {
    case .weekday where fits:
      return words(FindingPhrase.weekdayFits, day("date"), weekday("calendar"))
    case .weekday:
      return words(
        FindingPhrase.weekdayWrong,
        day("date"),
        weekday("printed"),
        weekday("calendar")
      )
    case .futureDate:
      return words(
        fits ? FindingPhrase.datePast : .futureDate,
        day("date"),
        day("published")
      )
    case .percentageSum:
      return words(fits ? FindingPhrase.partsFit : .partsWrong, fact("sum"), fact("parts"))
    case .headlineNumber:
      return words(
        fits ? FindingPhrase.headlineFits : .headlineWrong,
        fact("headline"),
        fact("body")
      )
    case .restatedQuantity:
      return words(
        fits ? FindingPhrase.restatedSame : .restatedOther,
        fact("first"),
        fact("second"),
        facts["unit"] ?? ""
      )
    case .age: return words(fits ? FindingPhrase.ageFits : .ageWrong, fact("age"), fact("born"))
    case .vagueSourcing:
      guard let phrase = facts["phrase"], !phrase.isEmpty else {
        return words(FindingPhrase.vagueUnnamed)
      }
      return words(FindingPhrase.vague, phrase)
    }
  }
}
