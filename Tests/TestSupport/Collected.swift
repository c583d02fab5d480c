import Facts

/// What a collector added, skipped and left as its status.
public final class Collected {
  public let record: CollectionRecord
  public let facts: [any Fact]
  public let gaps: [CollectionGap]

  /// Runs the body of a collector over a real store.
  public init(_ tables: [Table], _ body: (any FactSink) throws -> Void) throws {
    let copy = CopyingSink()
    record = try FactsStore().collect(source: "test", tables: tables, monitor: SilentMonitor()) { sink in
      copy.target = sink
      try body(copy)
    }
    facts = copy.facts
    gaps = copy.gaps
  }

  public var status: CollectionStatus { record.status }
  public var reason: Reason { record.reason }

  /// The rows of one table, in order.
  public func rows<F: Fact>(_ type: F.Type = F.self) -> [F] { facts.compactMap { $0 as? F } }
}

private final class CopyingSink: FactSink {
  var target: (any FactSink)?
  var facts: [any Fact] = []
  var gaps: [CollectionGap] = []

  func add(_ fact: some Fact) throws {
    try target?.add(fact)
    facts.append(fact)
  }

  func skipped(_ path: String, _ reason: Reason, detail: String) throws {
    gaps.append(CollectionGap(source: "test", path: path, reason: reason, detail: detail))
    try target?.skipped(path, reason, detail: detail)
  }

  func absent(_ reason: Reason, detail: String) { target?.absent(reason, detail: detail) }

  func progress(done: Int, total: Int?, unit: ProgressUnit) throws {
    try target?.progress(done: done, total: total, unit: unit)
  }
}
