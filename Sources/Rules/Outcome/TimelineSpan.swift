/// A span of time of a machine's life, as the picture of a report shows it.
public struct TimelineSpan: Sendable, Equatable {
  /// A row of the picture, in its order.
  public enum Lane: String, Sendable, CaseIterable {
    /// Installation and starts of the machine.
    case life
    /// What logs and databases can tell of.
    case coverage
    /// Links that came up and exchanges that are proven (grades A and B).
    case connection
    /// Phones and modems.
    case phone
    /// Files with a marking of a state secret.
    case document

    /// Tables that the row rests on.
    public var tables: [String] {
      switch self {
      case .life: ["machine_life", "power_event"]
      case .coverage: ["coverage"]
      case .connection: ["network_contact"]
      case .phone: ["network_contact", "usb_device_history"]
      case .document: ["marking", "document_scan"]
      }
    }
  }

  public var lane: Lane
  /// Unix seconds; `until` is never before `from`.
  public var from: Int64
  public var until: Int64

  public init(_ lane: Lane, _ from: Int64, _ until: Int64) {
    self.lane = lane
    self.from = min(from, until)
    self.until = max(from, until)
  }
}
