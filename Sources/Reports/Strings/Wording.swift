import Rules

/// Every fixed text of reports, in both languages; one file for each part of a report.
enum Wording {
  static func text(_ vi: String, _ en: String) -> LocalizedText { LocalizedText(vi: vi, en: en) }

  static let colon = text(": ", ": ")
}
