/// Reads the strings of a record across the records that continue it ([MS-XLS] 2.5.293, 2.5.294).
struct BiffText {
  /// A string and the font numbers of its runs, by the place of their first letter.
  struct Text {
    var units: [UInt16] = []
    var runs: [(start: Int, font: Int)] = []

    var letters: String { String(decoding: units, as: UTF16.self) }
  }

  private let segments: [BoundedBytes]
  private var segment = 0
  private var at: Int

  init(_ segments: [BoundedBytes], at: Int) {
    self.segments = segments
    self.at = at
  }

  init(_ content: BoundedBytes, at: Int) { self.init([content], at: at) }

  var isAtEnd: Bool {
    segment >= segments.count || segment == segments.count - 1 && at >= segments[segment].count
  }

  /// The next string, whose length takes one or two bytes; throws `Unreadable` where the record ends in it.
  mutating func next(lengthBytes: Int) throws(Unreadable) -> Text {
    let count = lengthBytes == 1 ? try byte() : try byte() | byte() << 8
    let flags = try byte()
    let runCount = flags & 8 != 0 ? try byte() | byte() << 8 : 0
    let extra = flags & 4 != 0 ? try byte() | byte() << 8 | byte() << 16 | byte() << 24 : 0
    var text = Text()
    text.units = try letters(count, isWide: flags & 1 != 0)
    for _ in 0..<runCount { text.runs.append((try byte() | byte() << 8, try byte() | byte() << 8)) }
    try skip(extra)
    return text
  }

  /// So many letters; where a string goes on in the next record, a byte says anew how wide its letters are.
  mutating func letters(_ count: Int, isWide: Bool) throws(Unreadable) -> [UInt16] {
    var units: [UInt16] = []
    units.reserveCapacity(Swift.min(count, 1 << 16))
    var isWide = isWide
    while units.count < count {
      guard segment < segments.count else { throw Unreadable(.damaged) }
      if at >= segments[segment].count {
        segment += 1
        at = 0
        isWide = try byte() & 1 != 0
        continue
      }
      units.append(UInt16(isWide ? try byte() | byte() << 8 : try byte()))
    }
    return units
  }

  private mutating func byte() throws(Unreadable) -> Int {
    while segment < segments.count, at >= segments[segment].count {
      segment += 1
      at = 0
    }
    guard segment < segments.count else { throw Unreadable(.damaged) }
    defer { at += 1 }
    return try segments[segment].u8(at)
  }

  private mutating func skip(_ count: Int) throws(Unreadable) {
    var rest = count
    while rest > 0 {
      guard segment < segments.count else { throw Unreadable(.damaged) }
      let step = Swift.max(0, Swift.min(rest, segments[segment].count - at))
      rest -= step
      at += step
      if rest > 0 {
        segment += 1
        at = 0
      }
    }
  }
}
