/// A desk's rules: the states of a claim, which events move it, who may cause them and what must hold.
///
/// It is read from a file (``init(yaml:)``) and named by the file's hash, so that an event can say which version judged
/// it.
public struct Workflow: Hashable, Sendable {
  /// The workflow's name.
  public var name: String
  /// The states, in the order of the file.
  public var states: [State]
  /// The state of a claim that has just been captured.
  public var start: String
  /// What moves a claim, and what else may happen to it.
  public var transitions: [Transition]
  /// The numbers and switches of the guards.
  public var rules: Rules
  /// Who works at the desk; empty where everybody may do everything.
  public var people: [Person]
  /// The first 16 digits of the SHA-256 of the file.
  public var version: String

  /// A state of a claim.
  public struct State: Hashable, Sendable {
    /// Its name in files and commands.
    public var name: String
    /// Its label in each language.
    public var labels: [String: String]
    /// Whether a claim may stay there for good.
    public var isFinal: Bool
  }

  /// One way an event may be used.
  public struct Transition: Hashable, Sendable {
    /// The event's name, one of ``EventContent/types``.
    public var event: String
    /// The states it may happen in.
    public var from: [String]
    /// The state it leads to, or nil where the claim stays where it is.
    public var to: String?
    /// Who may cause it; empty means anybody.
    public var roles: [String]
    /// What must hold.
    public var guards: [Guard]
  }

  /// What can be asked of a claim before something may happen to it.
  public enum Guard: String, Hashable, Sendable, CaseIterable {
    /// Nobody else owns the claim.
    case owner
    /// It has a verdict with an explanation.
    case verdict
    /// It has enough independent sources, or a waiver.
    case independentSources = "independent-sources"
    /// Nobody waits for the claimant's reply.
    case replyClosed = "reply-closed"
    /// A second opinion was cast and agrees.
    case secondOpinion = "second-opinion"
    /// The actor did not submit it.
    case differentPerson = "different-person"
    /// The claim, its verdict and its evidence are still what was approved.
    case approvalHolds = "approval-holds"
  }

  /// The numbers and switches of the guards.
  public struct Rules: Hashable, Sendable {
    /// How many independent sources a verdict needs.
    public var independentSources: Int
    /// Whether a second opinion, cast blind, is needed before approval.
    public var blindSecondOpinion: Bool
    /// Whether one person may submit and approve; such claims are shown as self-approved.
    public var solo: Bool
    /// Days after which a published verdict's sources should be looked at again.
    public var recheckDays: Int
  }

  /// Somebody who works at the desk.
  public struct Person: Hashable, Sendable {
    /// The name, as events record it.
    public var name: String
    /// What they may do.
    public var roles: [String]
  }

  /// The state with this name, or nil.
  public func state(named name: String) -> State? { states.first { $0.name == name } }

  /// The transition for an event in a state, or nil where the event may not happen there.
  public func transition(for event: String, in state: String) -> Transition? {
    transitions.first { $0.event == event && $0.from.contains(state) }
  }

  /// The roles of a person; nil where the file lists nobody and everybody may do everything.
  public func roles(of name: String) -> [String]? {
    people.isEmpty ? nil : people.first { $0.name == name }?.roles ?? []
  }
}
