import CShims

/// A marking rule with its regular expressions compiled.
struct CompiledRule {
  typealias Pattern = Regex<AnyRegexOutput>

  let id: String
  /// nil: the named group that took part.
  let level: Hit.Level?
  let confidence: Hit.Confidence
  let parts: Set<TextPart.Kind>
  let anchors: [Anchor]
  private let words: [[UInt8]]
  let isExact: Bool
  let needsCapital: Bool
  let isInLists: Bool
  let pattern: Pattern
  let veto: Pattern?
  let vetoBefore: Pattern?
  let vetoAfter: Pattern?
  let near: Pattern?
  let next: Pattern?
  let examples: [MarkingRule.Example]
  private let writtenLevels: [Hit.Level]

  init(_ rule: MarkingRule, terms: [String: String]) throws {
    func fail(_ reason: String) -> MarkingRules.Invalid { .init(description: "\(rule.id): \(reason)") }
    func compile(_ text: String?) throws -> Pattern? {
      guard var source = text else { return nil }
      for (name, term) in terms { source = source.replacing("{\(name)}", with: term) }
      do {
        return try Regex(source).matchingSemantics(.unicodeScalar)
      } catch {
        throw fail("bad pattern: \(error)")
      }
    }
    id = rule.id
    if rule.level == "written" {
      level = nil
    } else {
      guard let known = Hit.Level(rawValue: rule.level) else { throw fail("unknown level \(rule.level)") }
      level = known
    }
    guard let confidence = Hit.Confidence(rawValue: rule.confidence) else { throw fail("unknown confidence") }
    self.confidence = confidence
    if let names = rule.parts {
      parts = Set(
        try names.map { name in
          guard let part = TextPart.Kind(rawValue: name) else { throw fail("unknown part \(name)") }
          return part
        })
    } else {
      parts = Set(TextPart.Kind.allCases).subtracting([.name])
    }
    guard !rule.anchors.isEmpty else { throw fail("no anchor") }
    guard !rule.examples.isEmpty else { throw fail("no example") }
    isExact = rule.exact ?? false
    anchors = rule.anchors.map { [isExact] in Anchor(word: $0, isExact: isExact) }
    words = rule.anchors.map { Array($0.utf8) }
    needsCapital = rule.capital ?? false
    isInLists = rule.lists ?? false
    guard let pattern = try compile(rule.pattern) else { throw fail("no pattern") }
    self.pattern = pattern
    veto = try compile(rule.veto)
    vetoBefore = try compile(rule.vetoBefore)
    vetoAfter = try compile(rule.vetoAfter)
    near = try compile(rule.near)
    next = try compile(rule.next)
    examples = rule.examples
    writtenLevels =
      rule.level == "written"
      ? Hit.Level.allCases.filter { level in
        terms.values.contains { $0.contains("(?<\(level.rawValue)>") }
          || rule.pattern.contains("(?<\(level.rawValue)>")
      } : []
  }

  /// The level that a line states by this rule's pattern; nil where the pattern does not match.
  ///
  /// Throws what the regular expression engine throws.
  func match(_ line: Reading) throws -> Hit.Level? {
    let text = isExact ? line.text : line.folded
    guard words.contains(where: text.containsBytes) else { return nil }
    guard let match = try Self.first(pattern, text), try Self.first(veto, text) == nil else { return nil }
    if needsCapital {
      let offset = text.distance(from: text.startIndex, to: match.range.lowerBound)
      guard line.text.dropFirst(offset).first?.isUppercase == true else { return nil }
    }
    if let level { return level }
    return writtenLevels.first { match.output[$0.rawValue]?.range != nil }
  }

  static func first(_ pattern: Pattern?, _ text: String) throws -> Regex<AnyRegexOutput>.Match? {
    try pattern?.firstMatch(in: text)
  }
}

extension String {
  /// Whether the bytes of a word stand in the text.
  func containsBytes(_ word: [UInt8]) -> Bool {
    var text = self
    return text.withUTF8 { airseal_contains($0.baseAddress, $0.count, word, word.count) }
  }
}
