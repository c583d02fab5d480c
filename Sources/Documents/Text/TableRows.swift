/// The rows of a document's tables, one line each, so that a column can be found under its heading.
struct TableRows {
  private static let separator = UInt8(ascii: ";")
  private static let depthLimit = 20

  private(set) var lines: [UInt8] = []
  private var rows: [(bytes: [UInt8], cells: Int)] = []
  private var isAtCellStart = true

  var isOpen: Bool { !rows.isEmpty }

  mutating func startRow() {
    if rows.count < Self.depthLimit { rows.append(([], 0)) }
  }

  mutating func startCell() {
    guard !rows.isEmpty else { return }
    if rows[rows.count - 1].cells > 0 { rows[rows.count - 1].bytes.append(Self.separator) }
    rows[rows.count - 1].cells += 1
    isAtCellStart = true
  }

  mutating func endRow() {
    guard let row = rows.popLast(), row.cells > 1 else { return }
    lines += row.bytes
    lines.append(0x0A)
  }

  /// Adds a paragraph to the open cell.
  mutating func add(_ text: [UInt8]) {
    guard !rows.isEmpty else { return }
    if !isAtCellStart { rows[rows.count - 1].bytes.append(0x20) }
    isAtCellStart = false
    rows[rows.count - 1].bytes += text.map { $0 == Self.separator || $0 == 0x0A ? 0x20 : $0 }
  }
}
