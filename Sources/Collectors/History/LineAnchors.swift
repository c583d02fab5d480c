/// The anchors of several templates, to pass over the many lines that none of them fits.
struct LineAnchors: Sendable {
  private let anchors: [[UInt8]]
  /// Whether some anchor begins with two bytes, by their number.
  private let beginnings: [Bool]
  /// Whether a template has too short an anchor to be looked for, so that any line may fit.
  private let fitsAny: Bool

  init(_ templates: some Sequence<LineTemplate>) {
    anchors = templates.map(\.anchor)
    fitsAny = anchors.contains { $0.count < 2 }
    var beginnings = Array(repeating: false, count: 1 << 16)
    for anchor in anchors where anchor.count > 1 { beginnings[Self.number(anchor[0], anchor[1])] = true }
    self.beginnings = beginnings
  }

  /// Whether the anchor of any template stands in a line.
  func standsIn(_ line: UnsafeRawBufferPointer) -> Bool {
    if fitsAny { return true }
    guard line.count > 1 else { return false }
    for at in 0..<(line.count - 1) where beginnings[Self.number(line[at], line[at + 1])] {
      let rest = UnsafeRawBufferPointer(rebasing: line[at...])
      if anchors.contains(where: { rest.starts(with: $0) }) { return true }
    }
    return false
  }

  private static func number(_ first: UInt8, _ second: UInt8) -> Int { Int(first) | Int(second) << 8 }
}
