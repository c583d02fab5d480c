/// The order in which collectors that run side by side write their facts.
public protocol Turn: Sendable {
  /// Waits until all that come before have passed.
  func wait()
  /// Lets the next one write.
  func pass()
}

/// The turn of a collector that runs alone.
public struct NoQueue: Turn {
  public init() {}
  public func wait() {}
  public func pass() {}
}
