extension WorkflowDiagram {
  /// The workflow in the DOT language of Graphviz (graphviz.org/doc/info/lang.html).
  public var dot: String {
    var lines = [
      "digraph \(Self.quoted(workflow.name)) {",
      "  node [shape=box, style=rounded, fontname=\"sans-serif\"];",
      "  edge [fontname=\"sans-serif\", fontsize=11];",
      "  \"\" [shape=point, width=0.15];",
      "  \"\" -> \(Self.quoted(workflow.start));",
    ]
    for state in workflow.states {
      let label = Self.quoted(Self.label(state) + "\n" + state.name)
      let border = state.isFinal ? ", peripheries=2" : ""
      lines.append("  \(Self.quoted(state.name)) [label=\(label)\(border)];")
    }
    for edge in edges {
      let ends = [edge.from, edge.to].map { Self.quoted(workflow.states[$0].name) }
      lines.append("  \(ends[0]) -> \(ends[1]) [label=\(Self.quoted(edge.event))];")
    }
    for (events, states) in stays {
      lines.append("  // \(Self.oneLine("\(events.joined(separator: ", ")): \(states)"))")
    }
    return lines.joined(separator: "\n") + "\n}\n"
  }

  /// A DOT string: in quotes, with quotes and backslashes escaped and line ends as `\n`.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\n", "\r": quoted += "\\n"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// Text for a comment that ends with its line.
  private static func oneLine(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
  }
}
