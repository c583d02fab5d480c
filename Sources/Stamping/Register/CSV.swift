/// Tables for spreadsheets: RFC 4180 with a UTF-8 byte order mark, every cell quoted, no cell a formula.
public enum CSV {
  static let mark = "\u{FEFF}"
  private static let formulaStarts: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\t", "\r", "\n", "'", "|", "%",
  ]

  public static func text(_ rows: [[String]]) -> String {
    mark + rows.map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
  }

  /// A cell that a spreadsheet takes for text: what could begin a formula stands behind an apostrophe.
  static func cell(_ text: String) -> String {
    let first = text.unicodeScalars.first { !$0.properties.isWhitespace || formulaStarts.contains($0) }
    let isFormula = first.map(formulaStarts.contains) ?? false
    return "\"\(isFormula ? "'" : "")\(text.replacing("\"", with: "\"\""))\""
  }

  /// The cells of exactly what `text` writes; throws the line of anything else.
  static func rows(_ text: String, file: String) throws(RegisterError) -> [[String]] {
    var scalars = Array(text.unicodeScalars)[...]
    guard scalars.popFirst() == "\u{FEFF}" else { throw .malformed(file, line: 1) }
    var rows: [[String]] = []
    var row: [String] = []
    while !scalars.isEmpty {
      let line = rows.count + 1
      guard scalars.popFirst() == "\"" else { throw .malformed(file, line: line) }
      var value = String.UnicodeScalarView()
      while true {
        guard let next = scalars.popFirst() else { throw .malformed(file, line: line) }
        if next != "\"" {
          value.append(next)
        } else if scalars.first == "\"" {
          value.append("\"")
          scalars.removeFirst()
        } else {
          break
        }
      }
      let plain = String(value)
      row.append(plain.hasPrefix("'") ? String(plain.dropFirst()) : plain)
      guard cell(row[row.count - 1]) == "\"\(plain.replacing("\"", with: "\"\""))\"" else {
        throw .malformed(file, line: line)
      }
      switch scalars.popFirst() {
      case ",": continue
      case "\r" where scalars.popFirst() == "\n":
        rows.append(row)
        row = []
      default: throw .malformed(file, line: line)
      }
    }
    guard row.isEmpty else { throw .malformed(file, line: rows.count + 1) }
    return rows
  }
}
