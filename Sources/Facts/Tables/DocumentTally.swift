/// How many files were looked at, by outcome and type.
public struct DocumentTally: Fact {
  public static let table = Table(
    "document_tally", "How many files were looked at, by outcome and type",
    [
      .code("outcome", "Outcome", DocumentOutcome.self),
      .text("type", "Type by content"),
      .integer("files", "Files"),
      .integer("bytes", "Bytes of these files"),
      .integer("cached", "Files among them that were unchanged since an earlier scan read them"),
    ])

  public var outcome: DocumentOutcome
  public var type: String
  public var files: Int64
  public var bytes: Int64
  public var cached: Int64

  public init(outcome: DocumentOutcome, type: String, files: Int64, bytes: Int64, cached: Int64) {
    self.outcome = outcome
    self.type = type
    self.files = files
    self.bytes = bytes
    self.cached = cached
  }
}

/// What became of a file that was looked at.
public enum DocumentOutcome: String, Codable, Sendable, CaseIterable {
  case read
  case unreadable
  case imageOnly = "image_only"
  /// The package database lists it with this digest.
  case packaged
  /// Neither a document nor a container that may hold one.
  case notDocument = "not_document"
  /// A type that airseal does not know, under a name that promises no document.
  case unknownType = "unknown_type"
  case empty
}
