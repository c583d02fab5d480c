import Facts
import Foundation

/// A regular expression with named groups, as trace descriptions hold them; made ready when the first file asks for it.
final class TraceExpression {
  private static let names = ["peer", "name", "first", "last", "interface"]

  private let pattern: String
  private lazy var expression = Result { try NSRegularExpression(pattern: pattern) }
  private lazy var groups = Self.names.filter { pattern.contains("(?<\($0)>") }

  init(_ pattern: String) { self.pattern = pattern }

  /// The groups of every match; throws a failure for a pattern that is none.
  func fields(in text: String) throws -> [[String: String]] {
    guard case .success(let expression) = expression else {
      throw CollectionFailure(.error, .damaged, detail: "rules/traces: not an expression: \(pattern)")
    }
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
