/// What one collector did for one table.
public struct CollectionRecord: Fact {
  public static let table = Table(
    "collection", "What one collector did for one table, the ledger behind every verdict",
    [
      .text("table_name", "Table that was to be filled"),
      .text("source", "Collector"),
      .code("status", "How far the rows can be trusted", CollectionStatus.self),
      .code("reason", "Why the status is not complete", Reason.self),
      .text("detail", "Technical detail of the reason"),
      .integer("rows", "Rows written"),
      .integer("skipped", "Items that could not be read"),
      .integer("duration", "Milliseconds"),
    ])

  public var tableName: String
  public var source: String
  public var status: CollectionStatus
  public var reason: Reason
  public var detail: String
  public var rows: Int64
  public var skipped: Int64
  public var duration: Int64

  public init(
    tableName: String, source: String, status: CollectionStatus, reason: Reason = .none,
    detail: String = "", rows: Int64 = 0, skipped: Int64 = 0, duration: Int64 = 0
  ) {
    self.tableName = tableName
    self.source = source
    self.status = status
    self.reason = reason
    self.detail = detail
    self.rows = rows
    self.skipped = skipped
    self.duration = duration
  }
}
