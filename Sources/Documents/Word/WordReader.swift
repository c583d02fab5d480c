import Markings

/// Reads all text of a Word document of before 2007: body, headers, notes, comments, text boxes, drawings, bookmarks.
struct WordReader {
  private let stream: BoundedBytes
  private let fib: WordFib
  private let tables: BoundedBytes
  private let pieces: WordPieces
  private let runs: WordRuns
  private var collector = RunCollector()
  /// For each open field, whether its instruction stands here.
  private var fields: [Bool] = []
  private var isPartial = false

  /// The text of a document; `table` finds the stream of a name. Throws `Unreadable`.
  static func read(
    _ stream: [UInt8], table: (String) throws(Unreadable) -> [UInt8]?
  ) throws(Unreadable) -> Extract {
    let all = BoundedBytes(stream)
    let fib = try WordFib(all)
    if fib.isEncrypted { throw Unreadable(.encrypted) }
    var tables = all
    if !fib.isOld {
      guard let found = try table(fib.usesTable1 ? "1Table" : "0Table") else { throw Unreadable(.damaged) }
      tables = BoundedBytes(found)
    }
    var reader = try WordReader(all, fib, tables)
    var extract = Extract(.doc, try reader.read())
    extract.isPartial = reader.isPartial
    if fib.next > 0, fib.next < all.count {
      var glossary = try WordReader(all, try WordFib(try all.from(fib.next)), tables)
      extract.parts += try glossary.read()
      extract.isPartial = extract.isPartial || glossary.isPartial
    }
    return extract
  }

  private init(_ stream: BoundedBytes, _ fib: WordFib, _ tables: BoundedBytes) throws(Unreadable) {
    self.stream = stream
    self.fib = fib
    self.tables = tables
    func part(_ table: WordFib.Table) throws(Unreadable) -> BoundedBytes? {
      guard let place = try fib.place(table) else { return nil }
      return try tables.slice(place.offset, place.size)
    }
    if let table = try part(.pieces) {
      pieces = try WordPieces(table, isOld: fib.isOld)
    } else if fib.isOld {
      pieces = WordPieces(text: fib.text)
    } else {
      throw Unreadable(.damaged)
    }
    var runs = WordRuns()
    if !fib.isOld, let bins = try part(.characters) {
      let fonts = try part(.fonts).map { table throws(Unreadable) in try WordTables.fonts(table) } ?? []
      runs = try WordRuns(bins, stream, fonts: fonts)
    }
    self.runs = runs
  }

  private mutating func read() throws(Unreadable) -> [TextPart] {
    var start = 0
    for story in WordFib.Story.allCases {
      let end = start + fib.lengths[story.rawValue]
      switch story {
      case .body: try read(start..<end, .body)
      case .footnotes, .endnotes: try read(start..<end, .note)
      case .headers: try readHeaders(start..<end)
      case .macros: break
      case .annotations: try read(start..<end, .comment)
      case .textBoxes, .headerTextBoxes: try read(start..<end, .textBox)
      }
      fields = []
      start = end
    }
    if let last = pieces.pieces.last, last.positions.upperBound < start - 1 { isPartial = true }
    if !fib.isOld { try readTables() }
    return try collector.parts()
  }

  private mutating func readHeaders(_ positions: Range<Int>) throws(Unreadable) {
    guard !positions.isEmpty else { return }
    guard let place = try fib.place(.headers), place.offset + place.size <= tables.count else {
      return try read(positions, .header)
    }
    let stories = try WordTables.headerStories(try tables.slice(place.offset, place.size))
    for (story, next) in zip(stories, stories.dropFirst()) {
      let from = positions.lowerBound + min(story.start, positions.count)
      let to = positions.lowerBound + min(next.start, positions.count)
      if from < to { try read(from..<to, story.kind) }
    }
  }

  /// Reads the characters at some positions.
  private mutating func read(_ positions: Range<Int>, _ kind: TextPart.Kind) throws(Unreadable) {
    guard !positions.isEmpty else { return }
    for piece in pieces.overlapping(positions) where !piece.positions.isEmpty {
      let part = piece.positions.clamped(to: positions)
      let start = piece.offset + (part.lowerBound - piece.positions.lowerBound) * piece.width
      let end = min(start + part.count * piece.width, stream.count)
      if start + part.count * piece.width > stream.count { isPartial = true }
      var at = start
      while at + piece.width <= end {
        let (look, lookEnd) = runs.look(at: at)
        repeat {
          let unit =
            piece.width == 1 ? ByteLetters.units[try stream.u8(at)] : UInt16(try stream.u16(at))
          try take(unit, kind, look)
          at += piece.width
        } while at + piece.width <= end && at < lookEnd
      }
    }
    try collector.endText(kind)
  }

  private mutating func take(_ unit: UInt16, _ kind: TextPart.Kind, _ look: WordRuns.Look) throws(Unreadable)
  {
    let shown = look.isDeleted ? .deleted : look.isHidden ? .hidden : kind
    let place = fields.last == true ? .label : shown
    switch unit {
    case 0x0D, 0x07, 0x0B, 0x0C, 0x0E: try collector.endLine(place)
    case 0x09: try collector.add(0x09, place)
    case 0x13: if fields.count < 64 { fields.append(true) }
    case 0x14: if let last = fields.indices.last { try endInstruction(last) }
    case 0x15:
      if let last = fields.indices.last { try endInstruction(last) }
      _ = fields.popLast()
    case 0x1E: try collector.add(0x2D, place, look.font)
    case 0x00...0x1F: break
    default: try collector.add(unit, place, look.font)
    }
  }

  private mutating func endInstruction(_ field: Int) throws(Unreadable) {
    if fields[field] { try collector.endText(.label) }
    fields[field] = false
  }

  private mutating func readTables() throws(Unreadable) {
    if let place = try fib.place(.bookmarks), place.offset + place.size <= tables.count {
      for name in try WordTables.strings(try tables.slice(place.offset, place.size)) {
        try collector.text.addLines(name, .label)
      }
    }
    if let place = try fib.place(.drawings), place.offset + place.size <= tables.count {
      try readDrawings(try tables.slice(place.offset, place.size))
    }
  }

  /// A group of shared data, then for the body and for the headers a byte and its drawing ([MS-DOC] 2.9.172).
  private mutating func readDrawings(_ content: BoundedBytes) throws(Unreadable) {
    var at = 0
    var kind = TextPart.Kind.textBox
    while at + 8 <= content.count {
      let size = 8 + min(try content.u32(at + 4), content.count - at - 8)
      try DrawingReader.add(try content.slice(at, size), to: &collector.text, kind)
      at += size
      guard at < content.count else { return }
      kind = try content.u8(at) == 1 ? .watermark : .textBox
      at += 1
    }
  }
}
