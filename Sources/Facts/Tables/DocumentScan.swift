/// A file that was looked at as a document.
public struct DocumentScan: Fact {
  public static let table = Table(
    "document_scan", "A file that was looked at as a document",
    [
      .text("path", "Path"),
      .text("type", "Type by content"),
      .integer("size", "Bytes"),
      .integer("modified_at", "Last change (Unix seconds)"),
      .optionalTime("first_time", "Earliest time that the file system gives the file"),
      .code("status", "Outcome", DocumentStatus.self),
      .code("reason", "Why it was not read", Reason.self),
      .text("detail", "Technical detail, never text of the document"),
      .flag("packaged", "1 if the package database lists the file with this digest"),
    ])

  public var path: String
  public var type: String
  public var size: Int64
  public var modifiedAt: Int64
  public var firstTime: Int64?
  public var status: DocumentStatus
  public var reason: Reason
  public var detail: String
  public var packaged: Bool

  public init(
    path: String, type: String, size: Int64, modifiedAt: Int64, firstTime: Int64? = nil,
    status: DocumentStatus, reason: Reason, detail: String, packaged: Bool = false
  ) {
    self.path = path
    self.type = type
    self.size = size
    self.modifiedAt = modifiedAt
    self.firstTime = firstTime
    self.status = status
    self.reason = reason
    self.detail = detail
    self.packaged = packaged
  }
}

/// Outcome of looking at a document.
public enum DocumentStatus: String, Codable, Sendable, CaseIterable {
  case read
  /// The text could not be read.
  case unreadable
  /// Pages without a text layer.
  case imageOnly = "image_only"
}
