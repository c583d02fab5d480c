/// A point in time as the machine's two clocks tell it.
public struct Moment: Sendable, Equatable {
  /// Microseconds since 1970.
  public var time: Int64
  /// Microseconds since the machine started, those in suspend included.
  public var uptime: Int64
  /// The kernel's boot id.
  public var boot: String

  public init(time: Int64, uptime: Int64, boot: String) {
    self.time = time
    self.uptime = uptime
    self.boot = boot
  }
}
