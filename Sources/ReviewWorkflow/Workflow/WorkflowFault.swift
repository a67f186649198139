/// One thing that is wrong with a workflow or scale file.
public struct WorkflowFault: Error, Hashable, Sendable {
  /// The line in the file, from 1; nil where the file as a whole is meant.
  public var line: Int?
  /// What is wrong.
  public var fact: Fact

  /// Makes a fault.
  public init(line: Int?, _ fact: Fact) {
    self.line = line
    self.fact = fact
  }

  /// What can be wrong.
  public enum Fact: Hashable, Sendable {
    /// The file is not YAML; the parser's own words.
    case notYAML(String)
    /// A key that has to be there is not.
    case missingKey(String)
    /// A key that means nothing here.
    case unknownKey(String, known: [String])
    /// A value of the wrong form.
    case wrongValue(key: String, expected: Form)
    /// A state that the file does not define.
    case unknownState(String)
    /// An event that does not exist.
    case unknownEvent(String)
    /// A guard that does not exist.
    case unknownGuard(String)
    /// A name used twice.
    case doubled(String)
    /// No sequence of events leads to the state.
    case unreachableState(String)
    /// Nothing leads out of the state, and it is not marked `final: true`.
    case deadEnd(String)
    /// A role that nobody at the desk has.
    case roleNobodyHas(String)
    /// A guard that can never be satisfied by the people at the desk.
    case guardNeverPasses(String, why: Obstacle)
  }

  /// What a value should have been.
  public enum Form: Hashable, Sendable {
    /// Anything at all: the file is empty.
    case settings
    /// Lines of “key: value”.
    case members
    /// One word.
    case word
    /// A list of words.
    case words
    /// A whole number in a range.
    case number(ClosedRange<Int>)
    /// Yes or no.
    case flag
    /// A list of transitions.
    case transitions
    /// A state's labels in both languages.
    case labels
    /// Lines of a person's name and roles.
    case people
    /// One of a few words.
    case one(of: [String])
    /// A rating's sign.
    case sign
  }

  /// Why a guard can never pass.
  public enum Obstacle: Hashable, Sendable {
    /// None of these events is listed.
    case noEvent([String])
    /// Only one person is listed, and two are needed.
    case onePerson
    /// Only one of the people may do both this and submit.
    case onePersonMay
  }
}

/// Everything that is wrong with a workflow or scale file, in the order of its lines.
public struct WorkflowFaults: Error, Hashable, Sendable {
  /// The faults; never empty.
  public var faults: [WorkflowFault]

  /// Gathers faults.
  public init(_ faults: [WorkflowFault]) { self.faults = faults }
}
