#if Postgres
  import Foundation

  /// A session that the threads of one process use in turn.
  ///
  /// The compiler cannot see that nothing of a session leaves `inTurn`: what is read are values. That is all this type says
  /// on its own word.
  final class SharedSession: @unchecked Sendable {
    private let session: PostgresSession
    private let lock = NSLock()

    init(_ session: PostgresSession) { self.session = session }

    func inTurn<Value>(_ body: (PostgresSession) throws -> Value) rethrows -> Value {
      try lock.withLock { try body(session) }
    }
  }
#endif
