import ClaimModel

/// Words for what was noticed in a text without any source.
enum FindingWording {
  static func text(_ finding: Finding) -> String {
    let fact = { (name: String) in finding.facts[name] ?? "?" }
    switch finding.kind {
    case .weekday:
      let calendar = weekday(fact("calendar"))
      return finding.outcome == .confirmed
        ? say(
          "\(fact("date")) was a \(calendar), as printed",
          "\(fact("date")) memang hari \(calendar)"
        )
        : say(
          "\(fact("date")) was a \(calendar), not a \(weekday(fact("printed")))",
          "\(fact("date")) adalah hari \(calendar), bukan \(weekday(fact("printed")))"
        )
    case .futureDate:
      return say(
        "\(fact("date")) is after the day of publication, \(fact("published"))",
        "\(fact("date")) sesudah tanggal terbit, \(fact("published"))"
      )
    case .percentageSum:
      return say(
        "the parts add up to \(fact("sum")) %: \(fact("parts"))",
        "jumlah bagiannya \(fact("sum")) %: \(fact("parts"))"
      )
    case .headlineNumber:
      return say(
        "the headline says \(fact("headline")), the body \(fact("body"))",
        "judul menyebut \(fact("headline")), isinya \(fact("body"))"
      )
    case .restatedQuantity:
      return say(
        "stated twice: \(fact("first")) and \(fact("second")) \(finding.facts["unit"] ?? "")",
        "disebut dua kali: \(fact("first")) dan \(fact("second")) \(finding.facts["unit"] ?? "")"
      )
    case .age:
      return say(
        "age \(fact("age")) does not fit the birth year \(fact("born"))",
        "usia \(fact("age")) tidak cocok dengan tahun lahir \(fact("born"))"
      )
    case .vagueSourcing:
      return say("“\(fact("phrase"))” names nobody", "“\(fact("phrase"))” tidak menyebut siapa pun")
    }
  }

  private static func weekday(_ number: String) -> String {
    let english = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    let indonesian = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]
    guard let index = Int(number), (1...7).contains(index) else { return number }
    return say(english[index - 1], indonesian[index - 1])
  }
}
