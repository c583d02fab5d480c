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
  /// Whether all three levels close together, without a document's heading, are a form or a slide.
  var lists: Bool?
  var examples: [Example]

  enum CodingKeys: String, CodingKey, CaseIterable {
    case id, level, confidence, parts, anchors, exact, capital, pattern, veto, near, next, lists, examples
    case vetoBefore = "veto_before"
    case vetoAfter = "veto_after"
  }
}
