public import ClaimModel
import Yams

extension RatingScale {
  /// Reads a scale file.
  ///
  /// Throws every fault that was found, each with its line.
  public init(yaml: String) throws(WorkflowFaults) {
    var reader = YAMLReader()
    let root = reader.root(yaml)
    try reader.check()
    let members = reader.members(root, of: "file", known: ["name", "ratings"])
    let name = reader.text(members["name"], "name")
    if name == nil { reader.add(nil, .missingKey("name")) }
    var ratings: [Rating] = []
    for node in members["ratings"]?.sequence ?? [] {
      guard let rating = Self.rating(node, &reader) else { continue }
      if ratings.contains(where: { $0.name == rating.name }) {
        reader.add(node, .doubled(rating.name))
      }
      // Without colour, the sign is what tells two ratings apart.
      if ratings.contains(where: { $0.sign == rating.sign }) {
        reader.add(node, .doubled(rating.sign))
      }
      ratings.append(rating)
    }
    if ratings.isEmpty { reader.add(members["ratings"], .missingKey("ratings")) }
    try reader.check()
    self.init(name: name ?? "", ratings: ratings)
  }

  private static func rating(_ node: Node, _ reader: inout YAMLReader) -> Rating? {
    let members = reader.members(
      node,
      of: "ratings",
      known: ["name", "id", "en", "sign", "tone", "value"]
    )
    for key in ["name", "id", "en", "sign", "tone"] where members[key] == nil {
      reader.add(node, .missingKey(key))
    }
    guard let name = reader.text(members["name"], "name"),
      let sign = reader.text(members["sign"], "sign"),
      let word = reader.text(members["tone"], "tone")
    else { return nil }
    guard let tone = Rating.Tone(rawValue: word) else {
      reader.wrong(
        members["tone"],
        "tone",
        .one(of: Rating.Tone.allCases.map(\.rawValue))
      )
      return nil
    }
    if !(1...2).contains(sign.count) {
      reader.wrong(members["sign"], "sign", .sign)
    }
    var labels: [String: String] = [:]
    for language in ["id", "en"] { labels[language] = reader.text(members[language], language) }
    return Rating(
      name: name,
      labels: labels,
      sign: sign,
      tone: tone,
      value: reader.whole(members["value"], "value", in: -100...100)
    )
  }
}
