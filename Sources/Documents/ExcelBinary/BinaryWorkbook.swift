import Markings

/// Reads the binary parts of a workbook ([MS-XLSB]): strings, sheets, names, page headers, comments.
struct BinaryWorkbook {
  /// What a part holds.
  enum Part: Equatable {
    case styles
    case strings
    case names
    case sheet(Int)
    case comments
  }

  private var fonts = BiffFonts(skipsFour: false)
  private var isInCellFormats = false
  private var strings: [BiffText.Text] = []
  private var used: Set<Int> = []
  private var row = TableRow()
  private var column = -1
  private(set) var parts = TextParts()
  /// Set where a part breaks off or a record cannot be read.
  private(set) var isPartial = false

  /// Reads a part; styles come first, then strings.
  mutating func read(_ bytes: [UInt8], _ part: Part) {
    if case .sheet(let number) = part { parts.turn(to: number) }
    var records = Biff12Records(bytes)
    while let record = records.next() {
      do throws(Unreadable) { try take(record, part) } catch { isPartial = true }
    }
    endRow()
    parts.turn(to: nil)
    if records.isCut { isPartial = true }
  }

  /// The lines of all parts; strings that no cell shows are hidden.
  mutating func finished() -> [RawText] {
    for (index, string) in strings.enumerated() where !used.contains(index) {
      add(.hidden, fonts.text(string, format: -1))
    }
    return parts.finished()
  }

  private mutating func take(_ record: Biff12Records.Record, _ part: Part) throws(Unreadable) {
    var text = Biff12Text(record.content)
    switch (part, record.type) {
    case (.styles, 43):
      text.skip(21)
      fonts.add(fontNamed: try text.string())
    case (.styles, 617), (.styles, 618): isInCellFormats = record.type == 617
    case (.styles, 47): if isInCellFormats { fonts.add(formatWithFont: try record.content.u16(4)) }
    case (.strings, 19):
      guard strings.count < BiffReader.stringLimit else { throw Unreadable(.tooLarge) }
      strings.append(try text.richString())
    case (.names, 156):
      text.skip(8)
      _ = try text.string()
      add(.sheetName, try text.string())
    case (.names, 39): try takeName(&text, record.content)
    case (.sheet, 0): endRow()
    case (.sheet, 479): try takeHeaders(&text)
    case (.sheet, 494):
      text.skip(16)
      for _ in 0..<4 { add(.label, try text.string()) }
    case (.sheet, _): try takeCell(record, &text)
    case (.comments, 637): add(.comment, fonts.text(try text.richString(), format: -1))
    default: break
    }
  }

  /// A defined name; one that stands for a text has it behind the mark of a string in its formula.
  private mutating func takeName(_ text: inout Biff12Text, _ content: BoundedBytes) throws(Unreadable) {
    text.skip(9)
    add(.sheetName, try text.string())
    let size = try text.u32()
    guard size > 3, try content.u8(text.at) == 0x17 else { return }
    let letters = try content.u16(text.at + 1)
    add(.label, try content.slice(text.at + 3, letters * 2).utf16)
  }

  private mutating func takeHeaders(_ text: inout Biff12Text) throws(Unreadable) {
    text.skip(2)
    for index in 0..<6 {
      let code = try text.string()
      for line in PrintHeader.lines(Array(code.utf8)) { add(index % 2 == 0 ? .header : .footer, line) }
    }
  }

  /// Cells with text; the short forms stand in the column after the last cell's.
  private mutating func takeCell(
    _ record: Biff12Records.Record, _ text: inout Biff12Text
  ) throws(Unreadable) {
    switch record.type {
    case 1...11, 62: column = try text.u32()
    case 12...18: column += 1
    default: return
    }
    let format = try text.u32() & 0xFFFFFF
    switch record.type {
    case 7, 18:
      let index = try text.u32()
      guard index < strings.count else { throw Unreadable(.damaged) }
      used.insert(index)
      row.add(fonts.text(strings[index], format: format), column: column)
    case 6, 8, 17:
      let letters = BiffText.Text(units: Array(try text.string().utf16))
      row.add(fonts.text(letters, format: format), column: column)
    case 62: row.add(fonts.text(try text.richString(), format: format), column: column)
    default: break
    }
  }

  private mutating func endRow() {
    for line in row.lines { parts.add(.body, line) }
    (row, column) = (TableRow(), -1)
  }

  private mutating func add(_ kind: TextPart.Kind, _ text: String) {
    if !text.isEmpty { parts.add(kind, text) }
  }
}
