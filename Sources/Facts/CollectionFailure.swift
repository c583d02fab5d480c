/// Thrown by a collector that cannot fill its tables: the status that it leaves, the reason and a technical detail.
public struct CollectionFailure: Error, Equatable, CustomStringConvertible {
  public let status: CollectionStatus
  public let reason: Reason
  public let detail: String

  public init(_ status: CollectionStatus, _ reason: Reason, detail: String = "") {
    self.status = status
    self.reason = reason
    self.detail = detail
  }

  public var description: String {
    "\(status.rawValue): \(reason.rawValue)\(detail.isEmpty ? "" : " (\(detail))")"
  }
}
