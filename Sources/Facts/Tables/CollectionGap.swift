/// One item that a collector could not read.
public struct CollectionGap: Fact {
  public static let table = Table(
    "collection_gap", "One item that a collector could not read",
    [
      .text("source", "Collector"),
      .text("path", "What could not be read"),
      .code("reason", "Why", Reason.self),
      .text("detail", "Technical detail"),
    ])

  public var source: String
  public var path: String
  public var reason: Reason
  public var detail: String

  public init(source: String, path: String, reason: Reason, detail: String) {
    self.source = source
    self.path = path
    self.reason = reason
    self.detail = detail
  }
}
