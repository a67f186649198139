import Foundation

/// What verification needs of an event: all its strings, and the names of its parents.
struct EventContent {
  private(set) var strings: Set<String> = []
  private(set) var parents: [String] = []

  /// Reads canonical JSON; of anything else nothing is known.
  init(_ json: String) {
    let data = Data(json.utf8)
    guard let tree = try? JSONDecoder().decode(Tree.self, from: data) else { return }
    tree.collect(into: &strings)
    guard case .object(let members) = tree, case .array(let names)? = members["parents"] else {
      return
    }
    parents = names.compactMap { if case .string(let name) = $0 { name } else { nil } }
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

    func collect(into strings: inout Set<String>) {
      switch self {
      case .string(let string): strings.insert(string)
      case .array(let elements): for element in elements { element.collect(into: &strings) }
      case .object(let members): for member in members.values { member.collect(into: &strings) }
      case .other: break
      }
    }
  }
}
