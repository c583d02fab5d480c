/// One way in which a marking is written: a pattern for a line, the circumstances that it needs, and examples.
struct MarkingRule: Decodable, Sendable {
  /// An example of the rule, which a test runs.
  struct Example: Decodable, Sendable {
    var text: String
    /// Level that the text carries, or `none`.
    var expect: String
    var part: String?
  }

  var id: String
  /// Code of a level, or `written`: the named group of the pattern that took part.
  var level: String
  var confidence: String
  /// Parts in which the rule is tried; every part but `name` where absent.
  var parts: [String]?
  /// Words without one of which the pattern cannot match.
  var anchors: [String]
  /// Whether case counts; otherwise the line is folded to lower case.
  var exact: Bool?
  /// Whether the match must begin with a capital letter.
  var capital: Bool?
  /// Whether the rule reads only text that came from an encoding older than Unicode.
  var decoded: Bool?
  /// Regular expression over one line, decoration stripped.
  var pattern: String
  /// Regular expression that refuses the line.
  var veto: String?
  /// Regular expression that refuses the line when the line before it matches.
  var vetoBefore: String?
  /// Regular expression that refuses the line when the line after it matches.
  var vetoAfter: String?
  /// Regular expression that one of the eight lines around must match.
  var near: String?
  /// Regular expression that the next line must match.
  var next: String?
  /// Whether the line is nothing but a stamp: not inside a sentence, no item of a list of levels, and may be lifted.
  var stamp: Bool?
  /// Stamps of the same part within this many lines count no more: released, or replaced by another level.
  var lifts: Int?
  var examples: [Example]

  enum CodingKeys: String, CodingKey, CaseIterable {
    case id, level, confidence, parts, anchors, exact, capital, decoded, pattern, veto, near, next, stamp,
      lifts
    case examples
    case vetoBefore = "veto_before"
    case vetoAfter = "veto_after"
  }
}
