import Foundation
import Synchronization

/// Ctrl-C during work that should end between two steps, not within one.
enum Interrupt {
  private static let flag = Atomic(false)

  /// Whether somebody asked to stop since ``listen()``.
  static var isRaised: Bool { flag.load(ordering: .relaxed) }

  /// From now on the first Ctrl-C only raises the flag; a second one ends the program at once.
  static func listen() {
    flag.store(false, ordering: .relaxed)
    // Whoever started the program may have kept them from it.
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    for number in [SIGINT, SIGTERM] {
      unsafe sigaddset(&signals, number)
      _ = signal(number) { number in
        Interrupt.flag.store(true, ordering: .relaxed)
        _ = signal(number, SIG_DFL)
      }
    }
    _ = unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }
}
