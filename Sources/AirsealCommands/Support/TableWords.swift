import Facts
import Foundation
import Rules
import Yaml

/// The descriptions of tables and columns in the language of the command, read from `rules/tables.yaml`.
public struct TableWords {
  private let vietnamese: [String: String]
  private let language: Language

  public init(rules: String, language: Language) throws {
    let text = try String(contentsOfFile: rules + "/tables.yaml", encoding: .utf8)
    vietnamese = try StrictDecoder.decode([String: String].self, from: text)
    self.language = language
  }

  /// The description; its English text where no Vietnamese one is given.
  public func text(_ english: String) -> String {
    language == .vi ? vietnamese[english] ?? withUnit(english) ?? english : english
  }

  /// Whether a description has its Vietnamese text.
  public func knows(_ english: String) -> Bool { vietnamese[english] != nil || withUnit(english) != nil }

  private func withUnit(_ english: String) -> String? {
    let unit = " (Unix seconds)"
    guard english.hasSuffix(unit) else { return nil }
    return vietnamese[String(english.dropLast(unit.count))].map { $0 + " (giây Unix)" }
  }
}
