/// A regular expression of a rule, compiled when it is first tried.
final class Pattern {
  typealias Compiled = Regex<AnyRegexOutput>

  private let source: String
  private let terms: [String: String]
  private let id: String
  private var compiled: Compiled?

  /// A regular expression in which `{NAME}` stands for a term; `id` is the rule's.
  init(_ source: String, _ terms: [String: String], _ id: String) {
    self.source = source
    self.terms = terms
    self.id = id
  }

  /// The compiled expression; throws `MarkingRules.Invalid`.
  func regex() throws -> Compiled {
    if let compiled { return compiled }
    do {
      let regex = try Regex(expanded).matchingSemantics(.unicodeScalar)
      compiled = regex
      return regex
    } catch {
      throw MarkingRules.Invalid(description: "\(id): bad pattern: \(error)")
    }
  }

  private var expanded: String {
    var text = source
    // Terms may name each other, two deep.
    for _ in 0..<2 {
      for (name, term) in terms { text = text.replacing("{\(name)}", with: term) }
    }
    return text
  }
}
