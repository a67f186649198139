import Yams

/// Reads a settings file and gathers what is wrong with it, line by line.
struct YAMLReader {
  var faults: [WorkflowFault] = []

  /// The file as a tree, or nil with a fault.
  mutating func root(_ yaml: String) -> Node? {
    do {
      if let node = try Yams.compose(yaml: yaml) { return node }
      faults.append(
        WorkflowFault(line: nil, .wrongValue(key: "file", expected: .settings))
      )
    } catch let error as YamlError {
      faults.append(Self.fault(error))
    } catch {
      faults.append(WorkflowFault(line: nil, .notYAML("\(error)")))
    }
    return nil
  }

  /// The members of a mapping by key; doubled and unknown keys are faults.
  mutating func members(_ node: Node?, of name: String, known: [String]?) -> [String: Node] {
    guard let node else { return [:] }
    guard let mapping = node.mapping else {
      wrong(node, name, .members)
      return [:]
    }
    var members: [String: Node] = [:]
    for (key, value) in mapping {
      let text = key.string ?? ""
      if let known, !known.contains(text) { add(key, .unknownKey(text, known: known)) }
      if members.updateValue(value, forKey: text) != nil { add(key, .doubled(text)) }
    }
    return members
  }

  mutating func text(_ node: Node?, _ name: String) -> String? {
    guard let node else { return nil }
    if let text = node.string, node.scalar != nil { return text }
    wrong(node, name, .word)
    return nil
  }

  /// A list of words; a single word counts as a list of one.
  mutating func words(_ node: Node?, _ name: String) -> [String] {
    guard let node else { return [] }
    if node.scalar != nil, let word = node.string { return word.isEmpty ? [] : [word] }
    guard let sequence = node.sequence else {
      wrong(node, name, .words)
      return []
    }
    return sequence.compactMap { text($0, name) }
  }

  mutating func whole(_ node: Node?, _ name: String, in range: ClosedRange<Int>) -> Int? {
    guard let node else { return nil }
    if let value = node.int, range.contains(value) { return value }
    wrong(node, name, .number(range))
    return nil
  }

  mutating func flag(_ node: Node?, _ name: String) -> Bool? {
    guard let node else { return nil }
    if let value = node.bool { return value }
    wrong(node, name, .flag)
    return nil
  }

  mutating func add(_ node: Node?, _ fact: WorkflowFault.Fact) {
    faults.append(WorkflowFault(line: node?.mark?.line, fact))
  }

  /// Whether a state is named that there is none of.
  var hasUnknownStates: Bool {
    faults.contains { if case .unknownState = $0.fact { true } else { false } }
  }

  mutating func wrong(_ node: Node?, _ key: String, _ expected: WorkflowFault.Form) {
    add(node, .wrongValue(key: key, expected: expected))
  }

  /// The faults in the order of the file, if there are any.
  func check() throws(WorkflowFaults) {
    guard !faults.isEmpty else { return }
    throw WorkflowFaults(faults.sorted { ($0.line ?? 0) < ($1.line ?? 0) })
  }

  private static func fault(_ error: YamlError) -> WorkflowFault {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return WorkflowFault(line: mark.line, .notYAML(problem))
    case .duplicatedKeysInMapping(let keys, let context):
      return WorkflowFault(
        line: context.mark.line,
        .doubled(keys.sorted().joined(separator: ", "))
      )
    default: return WorkflowFault(line: nil, .notYAML("\(error)"))
    }
  }
}
