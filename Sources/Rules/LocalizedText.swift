/// A text in Vietnamese and English.
public struct LocalizedText: Sendable, Hashable, Codable {
  public let vi: String
  public let en: String

  public init(vi: String, en: String) {
    self.vi = vi
    self.en = en
  }

  public subscript(language: Language) -> String { language == .vi ? vi : en }
}

/// A language of reports and prompts.
public enum Language: String, Sendable, Codable, CaseIterable {
  case vi
  case en
}
