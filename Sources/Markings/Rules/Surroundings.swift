/// What the lines around a stamp say about it.
struct Surroundings: Decodable, Sendable {
  /// Regular expression: what shows that a text is an administrative document.
  var heading: String
  /// Regular expression over the line before: what announces a list, a form or an example of stamps.
  var form: String
  /// Lines that may stand between two stamps of a list of all levels.
  var gap: Int

  enum CodingKeys: String, CodingKey, CaseIterable {
    case heading, form, gap
  }
}
