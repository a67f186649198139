import ClaimModel

/// Words that say nothing about what a text is about, folded.
enum StopWords {
  static let english: Set<String> = set(
    """
    a about after all also am an and any are as at be because been before being but by can could d did do does down
    during each few for from further had has have he her here him his how i if in into is it its just ll m me more most
    my no not of on or other our out over own re rt s same she so some such t than that the their them then there these
    they this to too under until up us ve very via was we were what when where which who whom why will with would you
    your amp
    """
  )
  static let indonesian: Set<String> = set(
    """
    ada adalah agar akan antara apa apakah atau bagi bahwa banyak belum bisa dalam dan dapat dari dengan di dia hanya
    harus hingga ia ini itu jadi juga kami karena kata ke kepada kita lagi lebih maka masih mereka mengatakan menjadi
    menurut namun nya oleh pada para pun saat saja sama sampai sangat saya sebagai sebuah secara sedang sehingga sejak
    sekitar selama semua seorang seperti serta setelah suatu sudah tapi telah tentang terhadap tersebut tetapi tidak
    untuk yaitu yang
    """
  )

  /// The language that more stop words speak for; undetermined where none or as many do.
  static func language(of words: [String]) -> LanguageTag {
    let counts = (words.count { english.contains($0) }, words.count { indonesian.contains($0) })
    if counts.0 == counts.1 { return .undetermined }
    return counts.0 > counts.1 ? .english : .indonesian
  }

  private static func set(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map { String($0) })
  }
}
