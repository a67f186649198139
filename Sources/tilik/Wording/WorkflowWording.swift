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
      return say("“\(key)” has to be \(form(expected))", "“\(key)” harus berupa \(form(expected))")
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
      return say(
        "“\(name)” can never pass: \(obstacle(why))",
        "“\(name)” tidak mungkin terpenuhi: \(obstacle(why))"
      )
    }
  }

  private static func form(_ form: WorkflowFault.Form) -> String {
    switch form {
    case .settings: return say("settings; it is empty", "pengaturan; berkas ini kosong")
    case .members: return say("lines of “key: value”", "baris-baris “kunci: nilai”")
    case .word: return say("a word", "satu kata")
    case .words: return say("a list of words", "daftar kata")
    case .number(let range):
      return say(
        "a whole number from \(range.lowerBound) to \(range.upperBound)",
        "bilangan bulat dari \(range.lowerBound) sampai \(range.upperBound)"
      )
    case .flag: return say("yes or no", "yes (ya) atau no (tidak)")
    case .transitions:
      return say("lines of “- {event: …, from: …}”", "baris-baris “- {event: …, from: …}”")
    case .labels: return "{id: …, en: …}"
    case .people: return say("lines of “name: [roles]”", "baris-baris “nama: [peran]”")
    case .one(let words):
      let names = words.joined(separator: ", ")
      return say("one of \(names)", "salah satu dari \(names)")
    case .sign: return say("one or two characters", "satu atau dua karakter")
    }
  }

  private static func obstacle(_ obstacle: WorkflowFault.Obstacle) -> String {
    switch obstacle {
    case .noEvent(let events):
      let names = events.joined(separator: say(" or ", " atau "))
      return say("no event \(names) is listed", "tidak ada peristiwa \(names) di berkas")
    case .onePerson: return say("only one person is listed", "hanya satu orang yang tercantum")
    case .onePersonMay:
      return say(
        "only one person may do both this and submit",
        "hanya satu orang yang boleh melakukan ini sekaligus mengajukan"
      )
    }
  }
}
