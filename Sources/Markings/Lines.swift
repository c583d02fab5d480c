/// The lines of one part, read when they are asked for.
final class Lines {
  /// How far a neighbour may stand, in lines.
  private static let reach = 8

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

  /// Whether a line may be a word as it stands: "MÆT" in one encoding is "MẶT" in another, "M‡T" is no word in any.
  func isOfLetters(_ index: Int) -> Bool {
    !lines[index].unicodeScalars.contains { $0.value >= 0x80 && !$0.properties.isAlphabetic }
  }

  func readings(_ index: Int) -> [Reading] {
    let line = lines[index]
    guard line.utf8.count > LineReader.limit else {
      let own = reader.readings(line, filter)
      let joined = joined(own, index)
      return joined.isEmpty ? own : joined
    }
    return pieces(of: line).flatMap { reader.readings($0, filter) }
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
    neighbour(stride(from: index - 1, through: max(0, index - Self.reach), by: -1)).map(surrounding) ?? []
  }

  /// The readings of the nearest line after that holds text; empty where there is none.
  func after(_ index: Int) -> [Reading] {
    neighbour(stride(from: index + 1, through: min(lines.count - 1, index + Self.reach), by: 1))
      .map(surrounding) ?? []
  }

  /// Whether the line itself or one of the lines around it matches.
  func near(_ index: Int, _ pattern: Pattern) throws -> Bool {
    try (max(0, index - Self.reach)...min(lines.count - 1, index + Self.reach)).contains { other in
      try surrounding(other).contains { try CompiledRule.first(pattern, $0.folded) != nil }
    }
  }

  /// Whether the line stands inside a sentence that was wrapped around it.
  func isInSentence(_ index: Int) -> Bool {
    guard index > 0, index + 1 < lines.count, let before = surrounding(index - 1).first,
      let after = surrounding(index + 1).first, before.text.count > 20 || before.isOpen,
      let last = before.text.last, let first = after.text.first
    else { return false }
    return (last.isLowercase || before.isOpen) && first.isLowercase
  }

  /// Whether the lines around hold one word each, as a broken extraction leaves them.
  func isInColumnOfWords(_ index: Int) -> Bool {
    guard surrounding(index).contains(where: Self.isWord) else { return false }
    var count = 0
    for step in [-1, 1] {
      var at = index
      for _ in 0..<2 {
        let limit = at + step * Self.reach
        let range = stride(from: at + step, through: max(0, min(lines.count - 1, limit)), by: step)
        guard let next = neighbour(range) else { break }
        guard surrounding(next).contains(where: Self.isWord) else { return false }
        count += 1
        at = next
      }
    }
    return count >= 3
  }

  private static func isWord(_ reading: Reading) -> Bool {
    (1...7).contains(reading.text.count) && reading.text.allSatisfy(\.isLetter)
  }

  private func neighbour(_ indices: StrideThrough<Int>) -> Int? {
    indices.first { other in surrounding(other).contains { !$0.text.isEmpty } }
  }

  /// "TỐI" and "MẬT" on two lines are one stamp.
  private func joined(_ readings: [Reading], _ index: Int) -> [Reading] {
    guard let own = readings.first(where: { $0.folded == "mật" }),
      let before = before(index).first(where: { ["tối", "tuyệt"].contains($0.folded) })
    else { return [] }
    return [Reading("\(before.text) \(own.text)", isDecoded: own.isDecoded)]
  }

  private func surrounding(_ index: Int) -> [Reading] {
    if let readings = surroundings[index] { return readings }
    let readings = reader.readings(String(lines[index].prefix(LineReader.limit)))
    surroundings[index] = readings
    return readings
  }
}
