/// The patterns of one program.
struct ConnectionPatterns: Sendable {
  private let patterns: [ConnectionPattern]
  private let anchors: LineAnchors

  init(_ patterns: [ConnectionPattern]) {
    self.patterns = patterns
    anchors = LineAnchors(patterns.map(\.template))
  }

  /// The first pattern that fits a line, with its fields.
  func first(_ line: UnsafeRawBufferPointer) -> (pattern: ConnectionPattern, fields: [String: String])? {
    guard anchors.standsIn(line) else { return nil }
    for pattern in patterns {
      if let fields = pattern.template.match(line) { return (pattern, fields) }
    }
    return nil
  }
}
