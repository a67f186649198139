import Dispatch
import Foundation

/// The terminal in full-screen use: keys come in as they are pressed, lines go out.
///
/// Only what every terminal since the VT100 understands is sent: clear, place the cursor, bold, and the alternate screen, which
/// those that lack it pass over.
final class RawTerminal {
  private let before: termios
  private var isRaw = false
  private let endings: [any DispatchSourceSignal]
  private var keys = KeyReader()
  private var lastSize = Size(columns: 0, rows: 0)

  /// How many characters fit.
  struct Size: Equatable {
    var columns: Int
    var rows: Int
  }

  /// What a wait for a key ended with.
  enum Input {
    case key(Key)
    /// The window changed its size.
    case resized
    /// There will be no more keys.
    case ended
  }

  init() {
    var state = termios()
    unsafe tcgetattr(STDIN_FILENO, &state)
    before = state
    let restored = state
    // Who ends the program from outside should find the terminal as it was.
    endings = [SIGTERM, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        var state = restored
        unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &state)
        Terminal.write(RawTerminal.leaving)
        exit(128 + number)
      }
      source.resume()
      return source
    }
  }

  private static let entering = "\u{1B}[?1049h\u{1B}[?2004h\u{1B}[H\u{1B}[2J"
  private static let leaving = "\u{1B}[?2004l\u{1B}[?25h\u{1B}[?1049l"

  /// Takes the whole screen.
  func enter() {
    var raw = before
    // As cfmakeraw(3), but output keeps its line ends: what else is printed stays readable.
    raw.c_iflag &= ~tcflag_t(BRKINT | ICRNL | INPCK | ISTRIP | IXON)
    raw.c_lflag &= ~tcflag_t(ECHO | ICANON | IEXTEN | ISIG)
    unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &raw)
    isRaw = true
    lastSize = size
    Terminal.write(Self.entering)
  }

  /// Gives the screen back as it was.
  func leave() {
    guard isRaw else { return }
    var former = before
    unsafe tcsetattr(STDIN_FILENO, TCSAFLUSH, &former)
    isRaw = false
    Terminal.write(Self.leaving)
  }

  /// Stops as any program does for Ctrl-Z, and comes back to the whole screen.
  func suspend() {
    leave()
    raise(SIGTSTP)
    enter()
  }

  var size: Size {
    var window = winsize()
    guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0 else {
      return Size(columns: 80, rows: 24)
    }
    return Size(columns: Int(window.ws_col), rows: Int(window.ws_row))
  }

  /// Waits for a key.
  func next() -> Input {
    while true {
      if let key = keys.next(isComplete: false) { return .key(key) }
      var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      // A lone Escape is one that nothing follows for a moment.
      let ready = unsafe poll(&descriptor, 1, keys.isPending ? 50 : 250)
      if size != lastSize {
        lastSize = size
        return .resized
      }
      if ready == 0 {
        if let key = keys.next(isComplete: true) { return .key(key) }
        continue
      }
      var bytes = [UInt8](repeating: 0, count: 4_096)
      let count = unsafe read(STDIN_FILENO, &bytes, bytes.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return .ended }
      keys.take(bytes.prefix(count))
    }
  }

  /// Draws lines from the top, each cut to the width; what is left of the screen is cleared.
  func draw(_ lines: [String], cursor: (row: Int, column: Int)? = nil) {
    let size = size
    var text = "\u{1B}[?25l\u{1B}[H"
    for (row, line) in lines.prefix(size.rows).enumerated() {
      text += TextWidth.cut(line, size.columns) + "\u{1B}[K"
      if row + 1 < min(lines.count, size.rows) { text += "\r\n" }
    }
    text += "\u{1B}[J"
    if let cursor { text += "\u{1B}[\(cursor.row + 1);\(cursor.column + 1)H\u{1B}[?25h" }
    Terminal.write(text)
  }
}
