import Foundation
import Rules

/// The report for programs: nothing is cut, texts stand in both languages, members are sorted.
///
/// `schemas/report-1.schema.json` describes it.
public struct JSONReport {
  let content: ReportContent

  public init(outcome: Outcome, options: ReportOptions) {
    self.content = ReportContent(outcome, redactsPaths: options.redactsPaths)
  }

  /// Throws what the encoder throws.
  public func render() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    return Self.escape(String(decoding: try encoder.encode(ReportDocument(content)), as: UTF8.self)) + "\n"
  }

  /// Names characters that a terminal would obey or hide by `\u`; they stand within strings only.
  private static func escape(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0 != "\n" && Printable.isUnsafe($0) }) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar == "\n" || !Printable.isUnsafe(scalar) {
        result.unicodeScalars.append(scalar)
      } else {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      }
    }
    return result
  }
}
