import Foundation

/// Says on standard error how far work has come that takes more than a second.
final class Progress {
  private let total: Int
  private let words: (_ done: Int, _ total: Int) -> String
  private let clock = ContinuousClock()
  private var next: ContinuousClock.Instant
  private var isShown = false
  /// How much is done.
  var done = 0

  /// A terminal's line is written over; a file gets a new line every ten seconds.
  private static let isTerminal = isatty(2) == 1

  init(_ total: Int, _ words: @escaping (_ done: Int, _ total: Int) -> String) {
    self.total = total
    self.words = words
    next = clock.now + .seconds(1)
  }

  /// Says it where it is time to.
  func tick() {
    guard clock.now >= next else { return }
    next = clock.now + .seconds(Self.isTerminal ? 1 : 10)
    let text = words(done, total)
    if Self.isTerminal {
      FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8))
      isShown = true
    } else {
      Terminal.talk(text)
    }
  }

  /// Takes the line away, so that other words can stand there.
  func clear() {
    if isShown { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
    isShown = false
  }
}
