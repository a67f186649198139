extension WorkflowDiagram {
  /// The workflow as one SVG file that needs nothing else: no fonts, scripts or style sheets from elsewhere.
  ///
  /// It scales to the width it is given; at its own size the smallest letters are 11 px. Start and end are told by
  /// shape, not by colour: a dot leads to the first state, final states have a double border.
  public var svg: String {
    let layout = DiagramLayout(self)
    var drawing = SVGText()
    let listTop = layout.bottom + 34
    let stays = stays
    let width = max(layout.width, 640)
    let shift = (width - layout.width) / 2
    let rows = stays.map {
      Self.wrapped("\($0.events.joined(separator: ", ")): \($0.states)", width - 32)
    }
    let height =
      listTop + (stays.isEmpty ? 0 : 26) + Double(rows.reduce(0) { $0 + $1.count }) * 17 + 8
    drawing.line(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ",
      .number(width),
      " ",
      .number(height),
      "\" width=\"",
      .number(width),
      "\" height=\"",
      .number(height),
      "\" role=\"img\" aria-labelledby=\"title\" font-family=\"system-ui, sans-serif\" ",
      "font-size=\"13\" fill=\"#1b1b1b\">"
    )
    drawing.line("<title id=\"title\">", .text(workflow.name), "</title>")
    drawing.line(
      "<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"9\" ",
      "markerHeight=\"9\" markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path d=\"M0 0 8 4 0 8z\"/></marker></defs>"
    )
    drawing.line("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>")
    drawing.line("<g transform=\"translate(", .number(shift), " 0)\">")
    drawing.line("<g fill=\"none\" stroke=\"#555\" stroke-width=\"1.25\">")
    for bus in layout.buses { draw(bus, layout, &drawing) }
    drawing.line("</g>")
    for step in layout.steps { draw(step, layout, &drawing) }
    for box in layout.boxes { draw(box, layout, &drawing) }
    drawStart(layout, &drawing)
    for bus in layout.buses { drawLabels(bus, layout, &drawing) }
    drawing.line("</g>")
    if !stays.isEmpty {
      drawing.line(
        "<text x=\"16\" y=\"",
        .number(listTop),
        "\" font-weight=\"600\">Tanpa pindah status · Without a change of state</text>"
      )
    }
    for (row, text) in rows.joined().enumerated() {
      drawing.line(
        "<text x=\"16\" y=\"",
        .number(listTop + 22 + 17 * Double(row)),
        "\" font-size=\"12\">",
        .text(text),
        "</text>"
      )
    }
    drawing.line("</svg>")
    return drawing.result
  }

  private func draw(_ box: DiagramLayout.Box, _ layout: DiagramLayout, _ drawing: inout SVGText) {
    let state = workflow.states[box.state]
    let middle = (layout.left + layout.right) / 2
    for inset in state.isFinal ? [0.0, 4.0] : [0.0] {
      drawing.line(
        "<rect x=\"",
        .number(layout.left + inset),
        "\" y=\"",
        .number(box.top + inset),
        "\" width=\"",
        .number(layout.right - layout.left - 2 * inset),
        "\" height=\"",
        .number(box.height - 2 * inset),
        "\" rx=\"8\" fill=\"",
        inset == 0 ? "#f4f4f1" : "none",
        "\" stroke=\"#1b1b1b\"/>"
      )
    }
    drawing.line(
      "<text x=\"",
      .number(middle),
      "\" y=\"",
      .number(box.middle - 3),
      "\" text-anchor=\"middle\" font-weight=\"600\">",
      .text(Self.label(state)),
      "</text>"
    )
    drawing.line(
      "<text x=\"",
      .number(middle),
      "\" y=\"",
      .number(box.middle + 13),
      "\" text-anchor=\"middle\" font-size=\"11\" fill=\"#555\">",
      .text(state.name),
      "</text>"
    )
  }

  private func draw(_ step: DiagramLayout.Step, _ layout: DiagramLayout, _ drawing: inout SVGText) {
    let x = (layout.left + layout.right) / 2
    let top = layout.boxes[step.from].bottom
    drawing.line(
      "<path d=\"M",
      .number(x),
      " ",
      .number(top),
      "V",
      .number(layout.boxes[step.from + 1].top - 1),
      "\" stroke=\"#1b1b1b\" stroke-width=\"1.75\" marker-end=\"url(#tip)\"/>"
    )
    drawing.line(
      "<text x=\"",
      .number(x + 9),
      "\" y=\"",
      .number(top + 23),
      "\" font-size=\"12\">",
      .text(step.events.joined(separator: " / ")),
      "</text>"
    )
  }

  /// The dot above the state that claims begin in; beside its box where that is not the first.
  private func drawStart(_ layout: DiagramLayout, _ drawing: inout SVGText) {
    guard let box = layout.boxes.first(where: { workflow.states[$0.state].name == workflow.start })
    else { return }
    let x = box.state == 0 ? (layout.left + layout.right) / 2 : layout.left + 20
    drawing.line(
      "<circle cx=\"",
      .number(x),
      "\" cy=\"",
      .number(box.top - 28),
      "\" r=\"6\"/>"
    )
    drawing.line(
      "<path d=\"M",
      .number(x),
      " ",
      .number(box.top - 28),
      "V",
      .number(box.top - 1),
      "\" stroke=\"#1b1b1b\" stroke-width=\"1.75\" marker-end=\"url(#tip)\"/>"
    )
  }

  private func draw(_ bus: DiagramLayout.Bus, _ layout: DiagramLayout, _ drawing: inout SVGText) {
    let edge = bus.isLeft ? layout.left : layout.right
    let lane = layout.x(ofLane: bus)
    for (index, y) in bus.leaves.enumerated() {
      drawing.line("<path d=\"M", .number(edge), " ", .number(y), "H", .number(lane), "\"/>")
      // A dot says that a line joins the lane; where lines only cross there is none.
      if index != (bus.isLeft ? bus.leaves.count - 1 : 0) {
        drawing.line(
          "<circle cx=\"",
          .number(lane),
          "\" cy=\"",
          .number(y),
          "\" r=\"2.5\" fill=\"#555\"/>"
        )
      }
    }
    guard let far = bus.isLeft ? bus.leaves.last : bus.leaves.first else { return }
    drawing.line(
      "<path d=\"M",
      .number(lane),
      " ",
      .number(far),
      "V",
      .number(bus.arrives),
      "H",
      .number(edge + (bus.isLeft ? -1 : 1)),
      "\" marker-end=\"url(#tip)\"/>"
    )
  }

  private func drawLabels(
    _ bus: DiagramLayout.Bus,
    _ layout: DiagramLayout,
    _ drawing: inout SVGText
  ) {
    for y in bus.leaves {
      drawing.line(
        "<text x=\"",
        .number(bus.isLeft ? layout.left - 7 : layout.right + 7),
        "\" y=\"",
        .number(y - 3),
        "\" font-size=\"11\"",
        bus.isLeft ? " text-anchor=\"end\"" : "",
        ">",
        .text(bus.event),
        "</text>"
      )
    }
  }

  /// Breaks text between words into lines.
  private static func wrapped(_ text: String, _ width: Double) -> [String] {
    var lines: [String] = [""]
    for word in text.split(separator: " ") {
      let last = lines[lines.count - 1]
      if !last.isEmpty, Double(last.count + word.count + 1) * DiagramLayout.smallLetter > width {
        lines.append(String(word))
      } else {
        lines[lines.count - 1] = last.isEmpty ? String(word) : "\(last) \(word)"
      }
    }
    return lines
  }
}

/// Writes SVG: markup as it is, text escaped by byte, numbers with one decimal at most.
struct SVGText {
  enum Piece: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    case markup(String)
    case text(String)
    case number(Double)

    init(stringLiteral value: String) { self = .markup(value) }
  }

  private(set) var result = ""

  mutating func line(_ pieces: Piece...) {
    for piece in pieces {
      switch piece {
      case .markup(let markup): result += markup
      case .text(let text): append(escaped: text)
      case .number(let number):
        let tenths = Int((number * 10).rounded())
        result += tenths % 10 == 0 ? String(tenths / 10) : String(Double(tenths) / 10)
      }
    }
    result += "\n"
  }

  private mutating func append(escaped text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      // XML 1.0 has no way to write other control characters.
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF:
        result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}
