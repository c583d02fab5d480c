/// A trace that a document left this machine: only of documents that bear a marking, or whose name does.
public struct DocumentTransfer: Fact {
  public static let table = Table(
    "document_transfer", "A trace that a document left this machine",
    [
      .text("source", "Collector"),
      .code("channel", "Way that it took", TransferChannel.self),
      .text("path", "File or folder that shows it"),
      .text("document", "Document that it speaks of; ./name where the folder is not known"),
      .code("level", "Level that the document's name states", TraceLevel.self),
      .code("confidence", "How sure the judgement is", TraceConfidence.self),
      .optionalText("peer", "Other party (host, address, BSSID)"),
      .optionalText("account", "Account in whose home folder it lies"),
      .optionalTime("first_seen", "First time"),
      .optionalTime("last_seen", "Last time"),
    ])

  public var source: String
  public var channel: TransferChannel
  public var path: String
  public var document: String
  public var level: TraceLevel
  public var confidence: TraceConfidence
  public var peer: String?
  public var account: String?
  public var firstSeen: Int64?
  public var lastSeen: Int64?

  public init(
    source: String, channel: TransferChannel, path: String, document: String, level: TraceLevel,
    confidence: TraceConfidence, peer: String? = nil, account: String? = nil, firstSeen: Int64? = nil,
    lastSeen: Int64? = nil
  ) {
    self.source = source
    self.channel = channel
    self.path = path
    self.document = document
    self.level = level
    self.confidence = confidence
    self.peer = peer
    self.account = account
    self.firstSeen = firstSeen
    self.lastSeen = lastSeen
  }
}

/// Way on which a document left.
public enum TransferChannel: String, Codable, Sendable, CaseIterable {
  case mail
  case chat
  /// It lies in a folder that a program synchronises.
  case sync
  case upload
  case share
  case print
}
