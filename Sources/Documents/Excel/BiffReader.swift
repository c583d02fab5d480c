import Markings

/// Reads all text of an Excel stream of before 2007 ([MS-XLS], BIFF2 to BIFF8).
struct BiffReader {
  /// Strings that one workbook may share among its cells.
  static let stringLimit = 4_000_000

  private enum Version { case old, five, eight }

  private var version = Version.eight
  private var codePage = 1252
  private var fonts = BiffFonts()
  private var strings: [BiffText.Text] = []
  private var rowNumber = -1
  private var row = TableRow()
  private var formula: (row: Int, column: Int, format: Int)?
  private var objectType = 0
  private var collector = TextCollector()
  private var isPartial = false

  private init() {}

  /// The text of a workbook's stream; throws `Unreadable`.
  static func read(_ stream: [UInt8]) throws(Unreadable) -> Extract {
    var reader = BiffReader()
    var records = BiffRecords(BoundedBytes(stream))
    guard let first = records.next() else { throw Unreadable(.damaged) }
    try reader.begin(first)
    var isEnded = false
    while let record = records.next() {
      if record.type != 0 { isEnded = record.type == 0x0A }
      do throws(Unreadable) {
        try reader.take(record)
      } catch {
        guard error.cause == .damaged else { throw error }
        reader.isPartial = true
      }
    }
    try reader.endRow()
    var extract = Extract(.xls, reader.collector.parts())
    extract.isPartial = reader.isPartial || records.isCut || !isEnded
    return extract
  }

  private mutating func begin(_ record: BiffRecords.Record) throws(Unreadable) {
    switch record.type {
    case 0x0809: version = try record.content.u16(0) >= 0x0600 ? .eight : .five
    case 0x0009, 0x0209, 0x0409: version = .old
    default: throw Unreadable(.damaged)
    }
  }

  private mutating func take(_ record: BiffRecords.Record) throws(Unreadable) {
    let content = record.content
    switch record.type {
    case 0x0809: try endRow()
    case 0x002F: throw Unreadable(.encrypted)
    case 0x0042: codePage = try content.u16(0)
    case 0x0031, 0x0231: try takeFont(content)
    case 0x00E0, 0x0243, 0x0443: fonts.add(formatWithFont: try content.u16(0))
    case 0x00FC: try takeStrings(record.segments)
    case 0x00FD, 0x0004, 0x0204, 0x00D6, 0x0006, 0x0206, 0x0406, 0x0207, 0x0007: try takeCell(record)
    case 0x0085: try add(try string(content, 6, lengthBytes: 1), .sheetName)
    case 0x0018: try takeName(content)
    case 0x0014: try addHeader(content, .header)
    case 0x0015: try addHeader(content, .footer)
    case 0x089C: try takeHeaders(content)
    case 0x001C: if version != .eight { try add(try string(content, 4, lengthBytes: 2), .comment) }
    case 0x005D: try takeObject(content)
    case 0x01B6: try takeTextBox(record)
    case 0x100D: try add(try string(content, 2, lengthBytes: 1), .textBox)
    case 0x00EB, 0x00EC:
      for segment in record.segments { try DrawingReader.add(segment, to: &collector) }
    default: break
    }
  }

  // MARK: Cells

  private mutating func takeStrings(_ segments: [BoundedBytes]) throws(Unreadable) {
    let count = try segments[0].u32(4)
    guard count <= Self.stringLimit else { throw Unreadable(.tooLarge) }
    var reader = BiffText(segments, at: 8)
    while strings.count < count { strings.append(try reader.next(lengthBytes: 2)) }
  }

  private mutating func takeCell(_ record: BiffRecords.Record) throws(Unreadable) {
    let content = record.content
    let isResult = record.type == 0x0207 || record.type == 0x0007
    let place = isResult ? (0, 0) : (try content.u16(0), try content.u16(2))
    switch record.type {
    case 0x00FD:
      let index = try content.u32(6)
      guard index < strings.count else { throw Unreadable(.damaged) }
      try addCell(fonts.text(strings[index], format: try content.u16(4)), at: place)
    case 0x0204, 0x00D6:
      let format = try content.u16(4)
      try addCell(try string(record.segments, 6, lengthBytes: 2, format: format), at: place)
    case 0x0004: try addCell(try string(content, 7, lengthBytes: 1), at: place)
    case 0x0006, 0x0206, 0x0406: formula = (place.0, place.1, version == .old ? 0 : try content.u16(4))
    default:
      guard let formula else { return }
      let lengthBytes = record.type == 0x0007 ? 1 : 2
      let text = try string(record.segments, 0, lengthBytes: lengthBytes, format: formula.format)
      try addCell(text, at: (formula.row, formula.column))
    }
  }

  private mutating func addCell(_ text: String, at place: (row: Int, column: Int)) throws(Unreadable) {
    if place.row != rowNumber {
      try endRow()
      rowNumber = place.row
    }
    row.add(text, column: place.column)
  }

  private mutating func endRow() throws(Unreadable) {
    for line in row.lines {
      try collector.add(line, .body)
      collector.endLine(.body)
    }
    (row, rowNumber) = (TableRow(), -1)
  }

  // MARK: What stands beside the cells

  private mutating func takeFont(_ content: BoundedBytes) throws(Unreadable) {
    guard version != .old else { return }
    fonts.add(fontNamed: try string(content, 14, lengthBytes: 1))
  }

  /// A defined name; one that stands for a text has it behind the mark of a string in its formula.
  private mutating func takeName(_ content: BoundedBytes) throws(Unreadable) {
    guard version != .old, try content.u16(0) & 0x20 == 0 else { return }
    let count = try content.u8(3)
    let isWide = version == .eight ? try content.u8(14) & 1 != 0 : false
    let start = version == .eight ? 15 : 14
    var reader = BiffText(content, at: start)
    try add(String(decoding: try reader.letters(count, isWide: isWide), as: UTF16.self), .sheetName)
    let formula = start + count * (isWide ? 2 : 1)
    guard try content.u16(4) > 2, try content.u8(formula) == 0x17 else { return }
    try add(try string(content, formula + 1, lengthBytes: 1), .label)
  }

  /// The text of a header or footer; `&` begins a code ([MS-XLS] 2.4.136).
  private mutating func addHeader(_ content: BoundedBytes, _ kind: TextPart.Kind) throws(Unreadable) {
    guard !content.isEmpty else { return }
    try addHeader(try string(content, 0, lengthBytes: version == .eight ? 2 : 1), kind)
  }

  private mutating func takeHeaders(_ content: BoundedBytes) throws(Unreadable) {
    var reader = BiffText(content, at: 38)
    for index in 0..<4 where try content.u16(30 + index * 2) > 0 {
      let text = try reader.next(lengthBytes: 2).letters
      try addHeader(text, index % 2 == 0 ? .header : .footer)
    }
  }

  private mutating func addHeader(_ code: String, _ kind: TextPart.Kind) throws(Unreadable) {
    for line in PrintHeader.lines(Array(code.utf8)) { try add(line, kind) }
  }

  private mutating func takeObject(_ content: BoundedBytes) throws(Unreadable) {
    guard version == .eight else {
      for run in BiffObjectText.printable(content.all) {
        try add(Charset.text(run, codePage: codePage), .textBox)
      }
      return
    }
    objectType = content.count >= 6 ? try content.u16(4) : 0
  }

  /// The text of a text box or a comment stands in the records that continue its own.
  private mutating func takeTextBox(_ record: BiffRecords.Record) throws(Unreadable) {
    let count = try record.content.u16(10)
    guard count > 0, record.segments.count > 1 else { return }
    var reader = BiffText(Array(record.segments.dropFirst()), at: 1)
    let units = try reader.letters(count, isWide: try record.segments[1].u8(0) & 1 != 0)
    let isComment = objectType == 0x19
    try add(fonts.text(try runs(of: units, record), format: -1), isComment ? .comment : .textBox)
  }

  /// The letters of a text box with the fonts of its runs, which stand in its last record ([MS-XLS] 2.5.270).
  private func runs(
    of units: [UInt16], _ record: BiffRecords.Record
  ) throws(Unreadable) -> BiffText.Text {
    var text = BiffText.Text(units: units)
    guard record.segments.count > 2, let last = record.segments.last else { return text }
    for index in 0..<(last.count / 8) {
      text.runs.append((try last.u16(index * 8), try last.u16(index * 8 + 2)))
    }
    return text
  }

  private mutating func add(_ text: String, _ kind: TextPart.Kind) throws(Unreadable) {
    if !text.isEmpty { try collector.addLines(text, kind) }
  }

  // MARK: Strings

  private func string(
    _ content: BoundedBytes, _ at: Int, lengthBytes: Int, format: Int = -1
  ) throws(Unreadable) -> String {
    try string([content], at, lengthBytes: lengthBytes, format: format)
  }

  /// A string in the form of the workbook's version; a format decides its font.
  private func string(
    _ segments: [BoundedBytes], _ at: Int, lengthBytes: Int, format: Int
  ) throws(Unreadable) -> String {
    if version == .eight {
      var reader = BiffText(segments, at: at)
      let text = try reader.next(lengthBytes: lengthBytes)
      return format < 0 ? text.letters : fonts.text(text, format: format)
    }
    let content = segments[0]
    let count = lengthBytes == 1 ? try content.u8(at) : try content.u16(at)
    let bytes = try content.slice(at + lengthBytes, min(count, content.count - at - lengthBytes)).all
    if format >= 0, let font = fonts.font(format: format) { return font.text(Windows1252.letters(bytes)) }
    return Charset.text(bytes, codePage: codePage)
  }
}
