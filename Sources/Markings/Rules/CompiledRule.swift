import CShims

/// A marking rule with its regular expressions compiled.
struct CompiledRule {
  let id: String
  /// nil: the named group that took part.
  let level: Hit.Level?
  let confidence: Hit.Confidence
  let parts: Set<TextPart.Kind>
  let anchors: [Anchor]
  private let words: [[UInt8]]
  let isExact: Bool
  let needsCapital: Bool
  let needsDecoded: Bool
  let isStamp: Bool
  let lifts: Int?
  let pattern: Pattern
  let veto: Pattern?
  let vetoBefore: Pattern?
  let vetoAfter: Pattern?
  let near: Pattern?
  let next: Pattern?
  let examples: [MarkingRule.Example]

  init(_ rule: MarkingRule, terms: [String: String]) throws {
    func fail(_ reason: String) -> MarkingRules.Invalid { .init(description: "\(rule.id): \(reason)") }
    func made(_ text: String?) -> Pattern? { text.map { Pattern($0, terms, rule.id) } }
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
    words = rule.anchors.map { [isExact] in Array((isExact ? $0 : $0.lowercased()).utf8) }
    needsCapital = rule.capital ?? false
    needsDecoded = rule.decoded ?? false
    isStamp = rule.stamp ?? false
    lifts = rule.lifts
    pattern = Pattern(rule.pattern, terms, rule.id)
    veto = made(rule.veto)
    vetoBefore = made(rule.vetoBefore)
    vetoAfter = made(rule.vetoAfter)
    near = made(rule.near)
    next = made(rule.next)
    examples = rule.examples
  }

  /// Every expression of the rule.
  var patterns: [Pattern] { [pattern, veto, vetoBefore, vetoAfter, near, next].compactMap { $0 } }

  /// The level that a line states by this rule's pattern; nil where the pattern does not match.
  ///
  /// Throws what the regular expression engine throws.
  func match(_ line: Reading) throws -> Hit.Level? {
    if needsDecoded && !line.isDecoded || isStamp && line.isOpen { return nil }
    let text = isExact ? line.text : line.folded
    guard words.contains(where: text.containsBytes) else { return nil }
    guard let match = try Self.first(pattern, text) else { return nil }
    if needsCapital {
      let offset = text.distance(
        from: text.startIndex, to: text.utf8.index(text.startIndex, offsetBy: match.start))
      guard line.text.dropFirst(offset).first?.isUppercase == true else { return nil }
    }
    if let level { return level }
    return Hit.Level.allCases.first { match.groups.contains($0.rawValue) }
  }

  /// Whether a reading of the line refuses it; a wrong decoding must not hide the words that do.
  func isVetoed(_ readings: [Reading]) throws -> Bool {
    guard let veto else { return false }
    return try readings.contains { try Self.first(veto, isExact ? $0.text : $0.folded) != nil }
  }

  static func first(_ pattern: Pattern?, _ text: String) throws -> Pattern.Match? {
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
