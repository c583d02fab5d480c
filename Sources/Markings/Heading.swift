/// What shows that a text is an administrative document: its number line, the national title or the Party's.
enum Heading {
  // Never fails: the pattern is a constant that the tests run.
  nonisolated(unsafe) static let pattern: CompiledRule.Pattern = Regex(
    /(^|\s)(số ?:? ?[0-9 .…]{0,10}|so ?:? ?[0-9]{1,6} ?)[\/-] ?\p{L}|cộng hòa xã hội chủ nghĩa|cộng hoà xã hội chủ nghĩa|cong hoa xa hoi chu nghia|đảng cộng sản việt nam|độc lập ?- ?tự do/
  ).matchingSemantics(.unicodeScalar)
}
