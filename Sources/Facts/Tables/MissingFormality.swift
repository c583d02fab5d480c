/// Something that a marked document lacks of what its Nơi nhận must show (Decree 26/2020/NĐ-CP Article 2).
public struct MissingFormality: Fact {
  public static let table = Table(
    "missing_formality", "What a marked document lacks of the formalities of release",
    [
      .text("path", "Path"),
      .code("formality", "What is missing", Formality.self),
    ])

  public var path: String
  public var formality: Formality

  public init(path: String, formality: Formality) {
    self.path = path
    self.formality = formality
  }
}

/// What a document with state secrets must show where it names its recipients.
public enum Formality: String, Codable, Sendable, CaseIterable {
  case recipients
  case copies
  case drafter
  case copying
}
