/// A column of a table that states a level in each row, as registers and exports of document systems have it.
struct ColumnRule: Decodable, Sendable {
  var id: String
  var confidence: String
  /// Words without one of which a line cannot be the heading.
  var anchors: [String]
  /// Regular expression over a whole cell, in lower case: the heading of the column.
  var heading: String
  /// Regular expression over a whole cell, in lower case; its named groups are levels.
  var value: String
  var examples: [MarkingRule.Example]

  enum CodingKeys: String, CodingKey, CaseIterable {
    case id, confidence, anchors, heading, value, examples
  }
}
