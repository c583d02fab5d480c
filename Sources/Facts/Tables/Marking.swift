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
      .code("part", "Part of the document", MarkingPart.self),
      .optionalInteger(
        "member", "Which of the documents inside the file, from 1; absent for the file itself"),
      .optionalInteger("page", "Page, from 1"),
      .optionalInteger("line", "Line, from 1"),
      .optionalInteger(
        "placed",
        "1 if it stands where Decree 30/2020/NĐ-CP puts a stamp, 0 if not; absent where the layout is unknown"
      ),
      .integer("modified_at", "Last change of the file (Unix seconds)"),
      .optionalTime("first_time", "Earliest time that the file system gives the file"),
    ])

  public var path: String
  public var sha256: String
  public var level: MarkingLevel
  public var rule: String
  public var confidence: Confidence
  public var part: MarkingPart
  public var member: Int64?
  public var page: Int64?
  public var line: Int64?
  public var placed: Int64?
  public var modifiedAt: Int64
  public var firstTime: Int64?

  public init(
    path: String, sha256: String, level: MarkingLevel, rule: String, confidence: Confidence,
    part: MarkingPart, member: Int64? = nil, page: Int64? = nil, line: Int64? = nil, placed: Int64? = nil,
    modifiedAt: Int64, firstTime: Int64? = nil
  ) {
    self.path = path
    self.sha256 = sha256
    self.level = level
    self.rule = rule
    self.confidence = confidence
    self.part = part
    self.member = member
    self.page = page
    self.line = line
    self.placed = placed
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

/// Part of a document in which a marking stands.
public enum MarkingPart: String, Codable, Sendable, CaseIterable {
  case body
  case header
  case footer
  case comment
  /// Footnotes, endnotes, notes of slides.
  case note
  case textBox = "text_box"
  case watermark
  case sheetName = "sheet_name"
  case formField = "form_field"
  /// Bookmarks, links and texts that stand for a picture.
  case label
  case deleted
  case hidden
  case property
  /// Title or subject.
  case subject
  /// Name of a file, a folder or an attachment.
  case name
}
