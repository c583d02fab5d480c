/// The span of time that a source can tell of.
public struct Coverage: Fact {
  public static let table = Table(
    "coverage", "The span of time that a source can tell of",
    [
      .text("source", "Collector"),
      .text("path", "File or journal"),
      .optionalTime("first_entry", "Earliest entry"),
      .optionalTime("last_entry", "Latest entry"),
      .integer("entries", "Entries read"),
      .integer("damaged", "Entries that could not be read"),
    ])

  public var source: String
  public var path: String
  public var firstEntry: Int64?
  public var lastEntry: Int64?
  public var entries: Int64
  public var damaged: Int64

  public init(
    source: String, path: String, firstEntry: Int64? = nil, lastEntry: Int64? = nil,
    entries: Int64, damaged: Int64
  ) {
    self.source = source
    self.path = path
    self.firstEntry = firstEntry
    self.lastEntry = lastEntry
    self.entries = entries
    self.damaged = damaged
  }
}
