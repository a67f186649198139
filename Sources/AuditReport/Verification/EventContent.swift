import Foundation

/// What verification needs of an event: whose it is, what it says, and the names of its parents.
struct EventContent {
  /// The claim it happened to.
  private(set) var claim = ""
  /// All texts in it.
  private(set) var strings: Set<[UInt8]> = []
  /// The names of the events before it.
  private(set) var parents: [String] = []
  /// The article version it places the claim in, where it does.
  private(set) var document: String?
  /// The rating of the verdict in it, where it has one.
  private(set) var rating: String?

  /// Reads canonical JSON; of anything else nothing is known.
  init(_ json: String) {
    let data = Data(json.utf8)
    guard let tree = try? JSONDecoder().decode(Tree.self, from: data),
      case .object(let members) = tree
    else { return }
    tree.collect(into: &strings)
    if case .string(let claim)? = members["claim"] { self.claim = claim }
    if case .array(let names)? = members["parents"] {
      parents = names.compactMap { if case .string(let name) = $0 { name } else { nil } }
    }
    guard case .object(let body)? = members["body"] else { return }
    if case .string(let document)? = body["document"], body["quote"] != nil {
      self.document = document
    }
    if case .string(let rating)? = body["rating"] { self.rating = rating }
  }

  private indirect enum Tree: Decodable {
    case string(String)
    case array([Tree])
    case object([String: Tree])
    case other

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let string = try? value.decode(String.self) {
        self = .string(string)
      } else if let array = try? value.decode([Tree].self) {
        self = .array(array)
      } else if let object = try? value.decode([String: Tree].self) {
        self = .object(object)
      } else {
        self = .other
      }
    }

    func collect(into strings: inout Set<[UInt8]>) {
      switch self {
      case .string(let string): strings.insert(Array(string.utf8))
      case .array(let elements): for element in elements { element.collect(into: &strings) }
      case .object(let members): for member in members.values { member.collect(into: &strings) }
      case .other: break
      }
    }
  }
}
