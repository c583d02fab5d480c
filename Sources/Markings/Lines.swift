/// The lines of one part, read when they are asked for.
final class Lines {
  private let lines: [String]
  private let reader: LineReader
  private let filter: BytePrefilter
  private var surroundings: [Int: [Reading]] = [:]

  init(_ lines: [String], _ reader: LineReader, _ filter: BytePrefilter) {
    self.lines = lines
    self.reader = reader
    self.filter = filter
  }

  var count: Int { lines.count }

  func raw(_ index: Int) -> String { lines[index] }

  func readings(_ index: Int) -> [Reading] {
    let line = lines[index]
    guard line.utf8.count > LineReader.limit else { return joined(index) + reader.readings(line) }
    return pieces(of: line).flatMap { reader.readings($0) }
  }

  /// What stands around each spelling of an anchor in a long line.
  private func pieces(of line: String) -> [String] {
    var line = line
    return line.withUTF8 { bytes in
      var pieces: [String] = []
      var from = 0
      while let position = filter.next(in: UnsafeRawBufferPointer(bytes), from: from) {
        var start = max(0, position - LineReader.limit / 4)
        var end = min(bytes.count, position + LineReader.limit / 4)
        while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        pieces.append(String(decoding: bytes[start..<end], as: UTF8.self))
        from = max(position + 1, end - LineReader.limit / 8)
      }
      return pieces
    }
  }

  /// The readings of the nearest line before that holds text; empty where there is none.
  func before(_ index: Int) -> [Reading] {
    nearest(stride(from: index - 1, through: max(0, index - 8), by: -1))
  }

  /// The readings of the nearest line after that holds text; empty where there is none.
  func after(_ index: Int) -> [Reading] {
    nearest(stride(from: index + 1, through: min(lines.count - 1, index + 8), by: 1))
  }

  /// Whether the line itself or one of the eight lines before or after matches.
  func near(_ index: Int, _ pattern: CompiledRule.Pattern) throws -> Bool {
    try (max(0, index - 8)...min(lines.count - 1, index + 8)).contains { other in
      try surrounding(other).contains { try CompiledRule.first(pattern, $0.folded) != nil }
    }
  }

  private func nearest(_ indices: StrideThrough<Int>) -> [Reading] {
    for other in indices {
      let readings = surrounding(other)
      if readings.contains(where: { !$0.text.isEmpty }) { return readings }
    }
    return []
  }

  /// "TỐI" and "MẬT" on two lines are one stamp.
  private func joined(_ index: Int) -> [Reading] {
    guard let own = surrounding(index).first(where: { $0.folded == "mật" }),
      let before = before(index).first(where: { ["tối", "tuyệt"].contains($0.folded) })
    else { return [] }
    return [Reading("\(before.text) \(own.text)")]
  }

  private func surrounding(_ index: Int) -> [Reading] {
    if let readings = surroundings[index] { return readings }
    let readings = reader.readings(String(lines[index].prefix(LineReader.limit)))
    surroundings[index] = readings
    return readings
  }
}
