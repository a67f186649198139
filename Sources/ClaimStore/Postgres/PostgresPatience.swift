#if Postgres
  /// How long an operation is gone on with while the server fails.
  struct PostgresPatience {
    /// How long the server may be out of reach in one go.
    ///
    /// A server that comes back and fails again begins a new outage: a bad quarter of an hour is survived as long as each
    /// piece of work gets through between two failures.
    var outage: Duration = .seconds(15)
    /// The same for a server that has never answered: it may be the wrong address.
    var first: Duration = .seconds(3)
    /// How long an operation is tried in all, from its first failure on, so that none hangs for ever.
    ///
    /// What became of a commit that was not answered may be asked for as long again.
    var whole: Duration = .seconds(120)
  }

  /// What has gone wrong in one operation so far.
  struct PostgresTrouble {
    private let patience: PostgresPatience
    /// The first failure of the outage that goes on, and of the operation.
    private var outage: ContinuousClock.Instant?
    private var first: ContinuousClock.Instant?

    init(_ patience: PostgresPatience) { self.patience = patience }

    /// Whether after another failure the operation is given up.
    ///
    /// `isNew` says that the server had answered before, so that another outage begins.
    mutating func isTooMuch(isNew: Bool, hasAnswered: Bool) -> Bool {
      let now = ContinuousClock.now
      let start = first ?? now
      let since = isNew ? now : outage ?? now
      (first, outage) = (start, since)
      return now - since >= (hasAnswered ? patience.outage : patience.first)
        || now - start >= patience.whole
    }
  }
#endif
