/// A document that was not wholly read, or that bears a marking; documents without either are counted in `document_tally`.
public struct DocumentScan: Fact {
  public static let table = Table(
    "document_scan", "A document that was not wholly read, or that bears a marking",
    [
      .text("path", "Path"),
      .text("type", "Type by content"),
      .integer("size", "Bytes"),
      .integer("modified_at", "Last change (Unix seconds)"),
      .optionalTime("first_time", "Earliest time that the file system gives the file"),
      .code("status", "Outcome", DocumentStatus.self),
      .code("reason", "Why it was not read", Reason.self),
      .code("place", "Who writes where the file lies", DocumentPlace.self),
    ])

  public var path: String
  public var type: String
  public var size: Int64
  public var modifiedAt: Int64
  public var firstTime: Int64?
  public var status: DocumentStatus
  public var reason: Reason
  public var place: DocumentPlace

  public init(
    path: String, type: String, size: Int64, modifiedAt: Int64, firstTime: Int64? = nil,
    status: DocumentStatus, reason: Reason, place: DocumentPlace
  ) {
    self.path = path
    self.type = type
    self.size = size
    self.modifiedAt = modifiedAt
    self.firstTime = firstTime
    self.status = status
    self.reason = reason
    self.place = place
  }
}

/// Outcome of looking at a document.
public enum DocumentStatus: String, Codable, Sendable, CaseIterable {
  case read
  /// The text could not be read.
  case unreadable
  /// Pages or pictures without a text layer.
  case imageOnly = "image_only"
}

/// Who writes where a file lies.
public enum DocumentPlace: String, Codable, Sendable, CaseIterable {
  /// Users do.
  case user
  /// The system and its packages do, by the File Hierarchy Standard.
  case system
}
