/// A classification marking found in a text.
public struct Hit: Sendable, Equatable {
  /// Level that a marking states; raw values are the codes of facts.
  public enum Level: String, Sendable, CaseIterable {
    case tuyetMat = "tuyet_mat"
    case toiMat = "toi_mat"
    case mat
    /// Secret, level not given.
    case review
    /// Foreign or translated marking: no level of Vietnamese law.
    case foreign
    case released
  }

  /// How sure the judgement is; raw values are the codes of facts.
  public enum Confidence: String, Sendable, CaseIterable {
    case high
    case medium
    case low
  }

  public var level: Level
  /// Id of the marking rule.
  public var rule: String
  public var confidence: Confidence
  public var part: TextPart.Kind
  /// Page, from 1.
  public var page: Int?
  /// Line of the part, from 1.
  public var line: Int?
  /// Whether it stands where Decree 30/2020/NĐ-CP puts the stamp; nil where the document's layout is unknown.
  public var isPlaced: Bool?

  public init(
    level: Level, rule: String, confidence: Confidence, part: TextPart.Kind, page: Int? = nil,
    line: Int? = nil, isPlaced: Bool? = nil
  ) {
    self.level = level
    self.rule = rule
    self.confidence = confidence
    self.part = part
    self.page = page
    self.line = line
    self.isPlaced = isPlaced
  }
}
