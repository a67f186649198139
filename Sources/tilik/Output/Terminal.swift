import Foundation

/// Standard output is data, standard error is talk.
enum Terminal {
  /// Writes data.
  static func write(_ text: String) { write(Array(text.utf8)) }

  /// Writes bytes of data; a reader that went away ends the program quietly.
  static func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = unsafe rest.withUnsafeBytes {
        unsafe Foundation.write(1, $0.baseAddress, $0.count)
      }
      if written < 0 {
        if errno == EINTR { continue }
        exit(errno == EPIPE ? Code.done.rawValue : Code.badInput.rawValue)
      }
      rest = rest.dropFirst(written)
    }
  }

  /// Says something to the person at the keyboard.
  static func talk(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  /// Whether a person types.
  static var hasKeyboard: Bool { isatty(0) == 1 }

  /// Asks the person at the keyboard; without one the answer is no.
  static func agrees(_ question: String) -> Bool {
    guard hasKeyboard else { return false }
    FileHandle.standardError.write(Data((question + say(" [y/N] ", " [y/T] ")).utf8))
    return ["y", "yes", "ya"].contains((readLine() ?? "").lowercased())
  }

  /// Whether a person watches standard output.
  static var hasScreen: Bool { isatty(1) == 1 }

  /// Whether standard output is a screen on which the cursor can be placed.
  static var canDraw: Bool {
    let terminal = ProcessInfo.processInfo.environment["TERM"] ?? ""
    return hasScreen && !terminal.isEmpty && terminal != "dumb"
  }

  /// Whether standard output may be coloured (https://no-color.org).
  static var hasColour: Bool {
    let environment = ProcessInfo.processInfo.environment
    return hasScreen && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
  }

  /// Text drawn bold where colours are allowed.
  static func bold(_ text: String) -> String { hasColour ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

  /// Text drawn faint where colours are allowed.
  static func faint(_ text: String) -> String { hasColour ? "\u{1B}[2m\(text)\u{1B}[0m" : text }

  /// Text as it may be shown: control characters, which could steer the terminal, become visible signs.
  static func safe(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { shown.append(isControl(scalar) ? "\u{FFFD}" : scalar) }
    return String(shown)
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: return false
    // C0, DEL and C1, and the bidirectional controls that could make text read as something else.
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: return true
    default: return false
    }
  }

  /// Text cut to a number of characters, with an ellipsis where something is left out.
  static func cut(_ text: String, _ width: Int) -> String {
    text.count <= width ? text : text.prefix(max(0, width - 1)) + "…"
  }
}
