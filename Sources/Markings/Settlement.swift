/// A hit with what the rest of its part decides about it.
struct Found {
  var hit: Hit
  /// Whether a document's heading stands near.
  var hasHeading: Bool
  var isStamp: Bool
  /// Whether the line before announces a list, a form or an example.
  var isAnnounced = false
  /// Reach within which the hit ends the force of stamps, in lines.
  var lifts: Int?

  var line: Int { hit.line ?? 0 }
}

/// Drops what the rest of a part explains: levels that were lifted or replaced, and lists of all levels.
struct Settlement {
  /// Lines that may stand between two stamps of a list of all levels.
  let gap: Int
  /// Lines from one stamp to the next in a list that was announced.
  private let step = 3

  func settle(_ found: [Found]) -> [Hit] {
    let lifting = found.filter { $0.lifts != nil }
    let kept = found.filter { item in
      guard item.isStamp else { return true }
      return !lifting.contains { abs($0.line - item.line) <= $0.lifts ?? 0 }
    }
    let listed = listedLines(kept.filter(\.isStamp))
    return kept.filter { !($0.isStamp && listed.contains($0.line)) }.map(\.hit)
  }

  /// The lines of stamps that follow each other in the order of the levels without a document's heading: a form, a slide.
  private func listedLines(_ stamps: [Found]) -> Set<Int> {
    var lines: Set<Int> = []
    for (index, first) in stamps.enumerated() where first.isAnnounced {
      var last = first.line
      for stamp in stamps[index...] where stamp.line - last <= step {
        lines.insert(stamp.line)
        last = stamp.line
      }
    }
    guard stamps.count >= 3 else { return lines }
    for start in 0...(stamps.count - 3) {
      let three = stamps[start..<(start + 3)]
      let levels = three.map(\.hit.level)
      let isOrdered = [[.tuyetMat, .toiMat, .mat], [.mat, .toiMat, .tuyetMat]].contains(levels)
      let isClose = zip(three, three.dropFirst()).allSatisfy { $1.line - $0.line <= gap + 1 }
      guard isOrdered, isClose, !three.contains(where: \.hasHeading) else { continue }
      lines.formUnion(three.map(\.line))
    }
    return lines
  }
}
