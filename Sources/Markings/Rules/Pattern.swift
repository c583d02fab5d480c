import CPcre2

/// A regular expression of a rule, in the syntax of PCRE2, compiled when it is first tried.
final class Pattern {
  /// Where a pattern matched, and which of its named groups took part.
  struct Match {
    /// Offset of the first byte in UTF-8.
    let start: Int
    let groups: Set<String>
  }

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

  /// Compiles the expression; throws `MarkingRules.Invalid`.
  func check() throws { _ = try expression() }

  /// The first match in a text; throws `MarkingRules.Invalid`, or `PatternFailure` where the matching is given up.
  func firstMatch(in text: String) throws -> Match? { try expression().match(text, options: 0) }

  /// The match of a whole text; throws as `firstMatch(in:)`.
  func wholeMatch(in text: String) throws -> Match? {
    try expression().match(text, options: UInt32(PCRE2_ANCHORED) | UInt32(PCRE2_ENDANCHORED))
  }

  private func expression() throws -> Compiled {
    if let compiled { return compiled }
    let made = try Compiled(expanded, of: id)
    compiled = made
    return made
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

/// A pattern that could not be tried on a text to the end; the number is PCRE2's.
struct PatternFailure: Error, CustomStringConvertible {
  let id: String
  let code: Int32

  var description: String { "\(id): the pattern could not be tried (PCRE2 \(code))" }
}
