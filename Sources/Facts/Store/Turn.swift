/// The order in which collectors that run side by side write their facts.
public protocol Turn: Sendable {
  /// Waits until all that come before have passed.
  func wait()
  /// Has `last` run when the turn comes, now or later by one that comes before, and lets the next one write then.
  ///
  /// Throws what `last` threw, or that of a later one which ran with it.
  func pass(_ last: @escaping () throws -> Void) throws
}

/// The turn of a collector that runs alone.
struct NoQueue: Turn {
  func wait() {}
  func pass(_ last: @escaping () throws -> Void) throws { try last() }
}
