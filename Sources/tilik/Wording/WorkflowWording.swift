import ReviewWorkflow

/// Words for what is wrong with a workflow or scale file.
enum WorkflowWording {
  static func text(_ faults: WorkflowFaults, file: String) -> String {
    faults.faults.map { fault in
      let place = fault.line.map { "\(file):\($0)" } ?? file
      return "\(place): \(text(fault.fact))"
    }.joined(separator: "\n")
  }

  private static func text(_ fact: WorkflowFault.Fact) -> String {
    switch fact {
    case .notYAML(let problem):
      return say("not readable as YAML: \(problem)", "bukan YAML: \(problem)")
    case .missingKey(let key): return say("“\(key)” is missing", "“\(key)” belum ada")
    case .unknownKey(let key, let known):
      let names = known.joined(separator: ", ")
      return say(
        "“\(key)” means nothing here; known: \(names)",
        "“\(key)” tidak dikenal; yang ada: \(names)"
      )
    case .wrongValue(let key, let expected):
      return say("“\(key)” has to be \(expected)", "“\(key)” harus berupa \(expected)")
    case .unknownState(let name):
      return say("there is no state “\(name)”", "tidak ada keadaan “\(name)”")
    case .unknownEvent(let name):
      let names = EventContent.types.joined(separator: ", ")
      return say(
        "there is no event “\(name)”; known: \(names)",
        "tidak ada peristiwa “\(name)”; yang ada: \(names)"
      )
    case .unknownGuard(let name):
      let names = Workflow.Guard.allCases.map(\.rawValue).joined(separator: ", ")
      return say(
        "there is no guard “\(name)”; known: \(names)",
        "tidak ada penjaga “\(name)”; yang ada: \(names)"
      )
    case .doubled(let name): return say("“\(name)” stands twice", "“\(name)” tertulis dua kali")
    case .unreachableState(let name):
      return say("no event leads to “\(name)”", "tidak ada peristiwa menuju “\(name)”")
    case .deadEnd(let name):
      return say(
        "nothing leads out of “\(name)”; mark it `final: true` if that is meant",
        "tidak ada jalan keluar dari “\(name)”; tandai `final: true` bila memang begitu"
      )
    case .roleNobodyHas(let role):
      return say("nobody at the desk has the role “\(role)”", "tidak ada yang berperan “\(role)”")
    case .guardNeverPasses(let name, let why):
      return say("“\(name)” can never pass: \(why)", "“\(name)” tidak mungkin terpenuhi: \(why)")
    }
  }
}
