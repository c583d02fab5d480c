/// A trace that a document was drafted or kept: only of documents whose name bears a marking, or that are still there.
public struct DocumentTrace: Fact {
  public static let table = Table(
    "document_trace", "A trace that a document was drafted or kept on this machine",
    [
      .text("source", "Collector"),
      .code("trace", "What the trace tells", TraceKind.self),
      .optionalText("account", "Account in whose home folder it lies"),
      .text("path", "File that holds it"),
      .text("document", "Document that it speaks of; ./name where the folder is not known"),
      .code("level", "Level that the document's name states", TraceLevel.self),
      .code("confidence", "How sure the judgement is", TraceConfidence.self),
      .optionalTime("first_seen", "First time"),
      .optionalTime("last_seen", "Last time"),
    ])

  public var source: String
  public var trace: TraceKind
  public var account: String?
  public var path: String
  public var document: String
  public var level: TraceLevel
  public var confidence: TraceConfidence
  public var firstSeen: Int64?
  public var lastSeen: Int64?

  public init(
    source: String, trace: TraceKind, account: String? = nil, path: String, document: String,
    level: TraceLevel = .none, confidence: TraceConfidence = .none, firstSeen: Int64? = nil,
    lastSeen: Int64? = nil
  ) {
    self.source = source
    self.trace = trace
    self.account = account
    self.path = path
    self.document = document
    self.level = level
    self.confidence = confidence
    self.firstSeen = firstSeen
    self.lastSeen = lastSeen
  }
}

/// Level that the name of a document states.
public enum TraceLevel: String, Codable, Sendable, CaseIterable {
  case tuyetMat = "tuyet_mat"
  case toiMat = "toi_mat"
  case mat
  /// Secret, level not given.
  case review
  case foreign
  case released
  /// The name states none.
  case none
}

/// How sure it is that a name states a level.
public enum TraceConfidence: String, Codable, Sendable, CaseIterable {
  case high
  case medium
  case low
  case none
}

/// What a trace tells of a document.
public enum TraceKind: String, Codable, Sendable, CaseIterable {
  /// A program lists it among those opened lately.
  case opened
  /// A lock, autosave, backup or swap file of an editor.
  case edited
  /// A preview was made of it.
  case previewed
  /// It was moved to the trash.
  case trashed
  case printed
  /// A search index knows it.
  case indexed
  /// A clipboard manager keeps its name.
  case copied
  /// A browser fetched it.
  case downloaded
  /// It lies in, or was taken out of, an archive that is gone.
  case unpacked
}
