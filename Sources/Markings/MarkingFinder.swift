import Glibc

/// Finds classification markings in the text of a document.
///
/// Pure: it reads nothing but what it is given. The rules are those of Circular 24/2020/TT-BCA and Decree 30/2020/NĐ-CP as data.
public final class MarkingFinder {
  /// Hits that one document may have; more add nothing to a verdict.
  public static let hitLimit = 64

  private let rules: MarkingRules
  private let reader = LineReader()
  private let today: Day

  /// `today` decides whether a dated release is in force.
  public init(_ rules: MarkingRules, today: Day = Day(time(nil))) {
    self.rules = rules
    self.today = today
  }

  /// The markings of a document, in reading order, one for each line and level.
  ///
  /// `document` gives all parts of the document where `parts` are only some of them. Throws where a rule cannot be
  /// tried on a line; the document is then not judged.
  public func find(in parts: [TextPart], document: (() -> [TextPart])? = nil) throws -> [Hit] {
    let heading = DocumentHeading(rules.heading, reader, in: document ?? { parts })
    var hits: [Hit] = []
    for part in parts where !part.isEcho {
      hits += try settled(part, heading)
      if hits.count > Self.hitLimit { break }
    }
    let levels = Set(hits.map(\.level))
    for part in parts where part.isEcho {
      if hits.count > Self.hitLimit { break }
      hits += try settled(part, heading).filter { !levels.contains($0.level) }
    }
    return Array(hits.prefix(Self.hitLimit))
  }

  /// Whether the bytes of a text can hold a marking.
  public func mayMatch(_ bytes: [UInt8]) -> Bool { mayMatch(bytes, in: .body) }

  /// Whether the bytes of a part of a document can hold a marking.
  public func mayMatch(_ bytes: [UInt8], in kind: TextPart.Kind) -> Bool {
    rules.prefilter(kind).matches(bytes)
  }

  private func settled(_ part: TextPart, _ heading: DocumentHeading) throws -> [Hit] {
    var part = part
    guard part.kind != .name else { return try found(in: part, heading) }
    if let unfolded = TransferBlocks.unfolded(part.lines) { part.lines = unfolded }
    var hits = try found(in: part, heading)
    for block in TransferBlocks.base64(part.lines) {
      let inner = TextPart(part.kind, page: part.page, lines: block.lines)
      hits += try found(in: inner, heading).map { hit in
        var hit = hit
        hit.line = block.start + 1
        return hit
      }
    }
    return hits
  }

  private func found(in part: TextPart, _ heading: DocumentHeading) throws -> [Hit] {
    var found: [Found] = []
    var hits: [Hit] = []
    let filter = rules.prefilter(part.kind)
    let lines = Lines(part.lines, reader, filter)
    let applicable = rules.rules.filter { $0.parts.contains(part.kind) }
    for index in part.lines.indices where filter.matches(part.lines[index]) {
      found += try matches(applicable, part, lines, index, heading)
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
    _ applicable: [CompiledRule], _ part: TextPart, _ lines: Lines, _ index: Int, _ document: DocumentHeading
  ) throws -> [Found] {
    var found: [Found] = []
    let readings = lines.readings(index)
    for reading in readings {
      for rule in applicable {
        guard let level = try rule.match(reading), try !rule.isVetoed(readings),
          try circumstances(of: rule, reading, part, lines, index, document)
        else { continue }
        guard !found.contains(where: { $0.hit.level == level }) else { continue }
        let hit = Hit(
          level: level, rule: rule.id, confidence: rule.confidence, part: part.kind, page: part.page,
          line: index + 1)
        let heading = try rule.isStamp && lines.near(index, rules.heading)
        if rule.isStamp, reading.isRare, level == .mat, lines.isOfLetters(index), !heading,
          try part.kind == .body || !document.stands()
        {
          continue
        }
        var item = Found(hit: hit, hasHeading: heading, isStamp: rule.isStamp, lifts: rule.lifts)
        item.isAnnounced = try rule.isStamp && lines.before(index).contains(rules.form)
        found.append(item)
      }
    }
    // A heading row or a sentence that names several levels marks nothing.
    let stamps = Set(found.filter(\.isStamp).map(\.hit.level))
    return stamps.count > 1 ? found.filter { !$0.isStamp } : found
  }

  private func circumstances(
    of rule: CompiledRule, _ reading: Reading, _ part: TextPart, _ lines: Lines, _ index: Int,
    _ document: DocumentHeading
  ) throws -> Bool {
    if try lines.before(index).contains(rule.vetoBefore) { return false }
    if try lines.after(index).contains(rule.vetoAfter) { return false }
    if rule.next != nil, try !lines.after(index).contains(rule.next) { return false }
    if rule.isStamp {
      if lines.isInSentence(index) || lines.isInColumnOfWords(index) { return false }
    }
    if rule.lifts != nil, try isToCome(reading, lines, index) { return false }
    guard let near = rule.near, try !lines.near(index, near) else { return true }
    // A title or a text box has no lines around it; the document's own heading stands elsewhere.
    return try rule.needsDecoded && part.kind != .body && document.stands()
  }
}

extension MarkingFinder {
  /// Whether the date beside a release or a change of level is still to come.
  private func isToCome(_ reading: Reading, _ lines: Lines, _ index: Int) throws -> Bool {
    if let day = Day(in: reading.folded) { return day > today }
    return lines.after(index).contains { Day(in: $0.folded).map { $0 > today } ?? false }
  }
}

extension [Reading] {
  /// Whether some reading, in lower case, matches a pattern; none matches nil.
  fileprivate func contains(_ pattern: Pattern?) throws -> Bool {
    guard let pattern else { return false }
    return try contains { try CompiledRule.first(pattern, $0.folded) != nil }
  }
}
