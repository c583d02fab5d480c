/// A row of a table: its cells by their column.
struct TableRow {
  /// Cells up to this many are told apart again in a row's line.
  static let fewCells = 12
  /// Columns that keep their place in a row's line.
  static let columnLimit = 256

  private var cells: [(column: Int, text: String)] = []

  mutating func add(_ text: String, column: Int) {
    if !text.isEmpty { cells.append((column, text)) }
  }

  /// The row as a line, its cells apart by tabs, and every cell that would not be seen in it as a line of its own.
  var lines: [String] {
    guard cells.count > 1 else { return cells.flatMap { PlainText.lines($0.text) } }
    var line = ""
    var column = 0
    for cell in cells {
      let steps = cell.column > Self.columnLimit ? 1 : max(line.isEmpty ? 0 : 1, cell.column - column)
      line += String(repeating: "\t", count: steps) + Self.flat(cell.text)
      column = cell.column
    }
    let hidden = cells.count > Self.fewCells ? cells : cells.filter { $0.text.contains(where: \.isNewline) }
    return [line] + hidden.flatMap { PlainText.lines($0.text) }
  }

  private static func flat(_ text: String) -> String {
    text.contains(where: \.isNewline) ? PlainText.lines(text).joined(separator: " ") : text
  }
}
