/// Finds classification markings in the text of a document.
///
/// Pure: it reads nothing but what it is given. The rules are those of Circular 24/2020/TT-BCA and Decree 30/2020/NĐ-CP as data.
public final class MarkingFinder {
  /// Hits that one document may have; more add nothing to a verdict.
  public static let hitLimit = 64

  private let rules: MarkingRules
  private let reader = LineReader()

  public init(_ rules: MarkingRules) { self.rules = rules }

  /// The markings of a document, in reading order, one for each line and level.
  ///
  /// Throws where a rule cannot be tried on a line; the document is then not judged.
  public func find(in parts: [TextPart]) throws -> [Hit] {
    var hits: [Hit] = []
    for part in parts {
      hits += try settled(part)
      if hits.count > Self.hitLimit { break }
    }
    return Array(hits.prefix(Self.hitLimit))
  }

  /// Whether the bytes of a text can hold a marking.
  public func mayMatch(_ bytes: [UInt8]) -> Bool { mayMatch(bytes, in: .body) }

  /// Whether the bytes of a part of a document can hold a marking.
  public func mayMatch(_ bytes: [UInt8], in kind: TextPart.Kind) -> Bool {
    rules.prefilter(kind).matches(bytes)
  }

  private func settled(_ part: TextPart) throws -> [Hit] {
    var part = part
    guard part.kind != .name else { return try found(in: part) }
    if let unfolded = TransferBlocks.unfolded(part.lines) { part.lines = unfolded }
    var hits = try found(in: part)
    for block in TransferBlocks.base64(part.lines) {
      let inner = TextPart(part.kind, page: part.page, lines: block.lines)
      hits += try found(in: inner).map { hit in
        var hit = hit
        hit.line = block.start + 1
        return hit
      }
    }
    return hits
  }

  private func found(in part: TextPart) throws -> [Hit] {
    var found: [Found] = []
    var hits: [Hit] = []
    let filter = rules.prefilter(part.kind)
    let lines = Lines(part.lines, reader, filter)
    let applicable = rules.rules.filter { $0.parts.contains(part.kind) }
    for index in part.lines.indices where filter.matches(part.lines[index]) {
      found += try matches(applicable, part, lines, index)
      for column in rules.columns { hits += try column.matches(part, lines, index) }
      if found.count > Self.hitLimit * 16 { break }
    }
    hits = Settlement(gap: rules.gap).settle(found) + hits
    return hits.map { hit in
      var hit = hit
      hit.isPlaced = part.placed(hit.line)
      return hit
    }
  }

  private func matches(
    _ applicable: [CompiledRule], _ part: TextPart, _ lines: Lines, _ index: Int
  ) throws -> [Found] {
    var found: [Found] = []
    let readings = lines.readings(index)
    for reading in readings {
      for rule in applicable {
        guard let level = try rule.match(reading), try !rule.isVetoed(readings),
          try circumstances(of: rule, lines, index)
        else { continue }
        guard !found.contains(where: { $0.hit.level == level }) else { continue }
        let hit = Hit(
          level: level, rule: rule.id, confidence: rule.confidence, part: part.kind, page: part.page,
          line: index + 1)
        let heading = try rule.isStamp && lines.near(index, rules.heading)
        if rule.isStamp, reading.isRare, level == .mat, lines.isOfLetters(index), !heading { continue }
        var item = Found(hit: hit, hasHeading: heading, isStamp: rule.isStamp, lifts: rule.lifts)
        item.isAnnounced = try rule.isStamp && lines.before(index).contains(rules.form)
        found.append(item)
      }
    }
    // A heading row or a sentence that names several levels marks nothing.
    let stamps = Set(found.filter(\.isStamp).map(\.hit.level))
    return stamps.count > 1 ? found.filter { !$0.isStamp } : found
  }

  private func circumstances(of rule: CompiledRule, _ lines: Lines, _ index: Int) throws -> Bool {
    if try lines.before(index).contains(rule.vetoBefore) { return false }
    if try lines.after(index).contains(rule.vetoAfter) { return false }
    if rule.next != nil, try !lines.after(index).contains(rule.next) { return false }
    if rule.isStamp {
      if lines.isInSentence(index) || lines.isInColumnOfWords(index) { return false }
    }
    return try rule.near.map { try lines.near(index, $0) } ?? true
  }
}

extension [Reading] {
  /// Whether some reading, in lower case, matches a pattern; none matches nil.
  fileprivate func contains(_ pattern: Pattern?) throws -> Bool {
    guard let pattern else { return false }
    return try contains { try CompiledRule.first(pattern, $0.folded) != nil }
  }
}
