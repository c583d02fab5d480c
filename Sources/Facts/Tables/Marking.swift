/// A classification marking found in a document.
public struct Marking: Fact {
  public static let table = Table(
    "marking", "A classification marking found in a document",
    [
      .text("path", "Path"),
      .text("sha256", "Digest of the file, hex"),
      .code("level", "Level", MarkingLevel.self),
      .text("rule", "Marking rule that matched"),
      .code("confidence", "How sure the judgement is", Confidence.self),
      .text("part", "Part of the document (body, header, property, name …)"),
      .optionalInteger("page", "Page, from 1"),
      .optionalInteger("line", "Line, from 1"),
      .integer("modified_at", "Last change of the file (Unix seconds)"),
      .optionalTime("first_time", "Earliest time that the file system gives the file"),
    ])

  public var path: String
  public var sha256: String
  public var level: MarkingLevel
  public var rule: String
  public var confidence: Confidence
  public var part: String
  public var page: Int64?
  public var line: Int64?
  public var modifiedAt: Int64
  public var firstTime: Int64?

  public init(
    path: String, sha256: String, level: MarkingLevel, rule: String, confidence: Confidence,
    part: String, page: Int64? = nil, line: Int64? = nil, modifiedAt: Int64,
    firstTime: Int64? = nil
  ) {
    self.path = path
    self.sha256 = sha256
    self.level = level
    self.rule = rule
    self.confidence = confidence
    self.part = part
    self.page = page
    self.line = line
    self.modifiedAt = modifiedAt
    self.firstTime = firstTime
  }
}

/// Level of a marking.
public enum MarkingLevel: String, Codable, Sendable, CaseIterable {
  case tuyetMat = "tuyet_mat"
  case toiMat = "toi_mat"
  case mat
  /// Secret, level not given.
  case review
  case foreign
  case released
}
