import Facts
import Foundation

/// A regular expression with named groups, as trace descriptions hold them.
struct TraceExpression {
  private static let names = ["peer", "name", "first", "last", "interface"]

  private let expression: NSRegularExpression
  private let groups: [String]

  /// Throws a failure for a pattern that is none.
  init(_ pattern: String) throws {
    do {
      expression = try NSRegularExpression(pattern: pattern)
    } catch {
      throw CollectionFailure(.error, .damaged, detail: "rules/traces: not an expression: \(pattern)")
    }
    groups = Self.names.filter { pattern.contains("(?<\($0)>") }
  }

  /// The groups of every match.
  func fields(in text: String) -> [[String: String]] {
    let whole = NSRange(text.startIndex..., in: text)
    return expression.matches(in: text, range: whole).map { match in
      var fields: [String: String] = [:]
      for name in groups {
        if let range = Range(match.range(withName: name), in: text) { fields[name] = String(text[range]) }
      }
      return fields
    }
  }
}
