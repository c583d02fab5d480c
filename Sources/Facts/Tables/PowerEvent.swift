/// A start or stop of the machine, as a log of sessions or a journal tells it.
public struct PowerEvent: Fact {
  public static let table = Table(
    "power_event", "A start or stop of the machine",
    [
      .text("source", "Collector"),
      .text("path", "File or journal that holds it"),
      .code("event", "What happened", PowerEventKind.self),
      .integer("at", "When (Unix seconds)"),
      .optionalText("boot_id", "Identifier of the boot"),
      .optionalTime("until", "Last sign of life of this boot"),
    ])

  public var source: String
  public var path: String
  public var event: PowerEventKind
  public var at: Int64
  public var bootId: String?
  public var until: Int64?

  public init(
    source: String, path: String, event: PowerEventKind, at: Int64, bootId: String? = nil,
    until: Int64? = nil
  ) {
    self.source = source
    self.path = path
    self.event = event
    self.at = at
    self.bootId = bootId
    self.until = until
  }
}

/// What happened to the machine.
public enum PowerEventKind: String, Codable, Sendable, CaseIterable {
  case boot
  case shutdown
  /// The clock was set; `at` is the new time.
  case clockSet = "clock_set"
}
