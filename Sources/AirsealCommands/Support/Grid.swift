import Facts
import Foundation
import Rules

/// Query results as text.
enum Grid {
  /// Aligned columns; a null is shown as "–".
  static func table(_ result: QueryResult) -> String {
    let cells = result.rows.map { $0.map { $0 == .null ? "–" : visible($0.plain) } }
    let widths = result.columns.indices.map { column in
      min(60, ([result.columns[column].count] + cells.map { $0[column].count }).max() ?? 0)
    }
    func line(_ row: [String]) -> String {
      zip(row, widths).map { $0 + String(repeating: " ", count: max(0, $1 - $0.count)) }
        .joined(separator: "  ").trimmingCharacters(in: .whitespaces)
    }
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ")
    return ([line(result.columns), rule] + cells.map(line)).joined(separator: "\n")
  }

  /// Cells in aligned columns, without a header.
  static func columns(_ rows: [[String]]) -> String {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      zip(row, widths).enumerated().map { index, cell in
        index + 1 == row.count ? cell.0 : cell.0 + String(repeating: " ", count: cell.1 - cell.0.count)
      }.joined(separator: "  ")
    }.joined(separator: "\n")
  }

  /// An array of objects with sorted keys.
  static func json(_ result: QueryResult) throws -> String {
    let rows = result.rows.map { row in
      Dictionary(
        zip(result.columns, row.map(JSONValue.init)), uniquingKeysWith: { first, _ in first })
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(rows), as: UTF8.self)
  }

  /// RFC 4180, with a quote before cells that a spreadsheet would take for a formula.
  static func csv(_ result: QueryResult) -> String {
    func cell(_ text: String) -> String {
      let safe = text.first.map("=+-@\t\r".contains) == true ? "'" + text : text
      let quoted = safe.replacing("\"", with: "\"\"")
      return quoted.contains(where: ",\"\n\r".contains) ? "\"\(quoted)\"" : quoted
    }
    return ([result.columns] + result.rows.map { $0.map(\.plain) })
      .map { $0.map(cell).joined(separator: ",") }.joined(separator: "\r\n")
  }

  /// Control characters would let a file name steer the terminal.
  static func visible(_ text: String) -> String {
    String(text.unicodeScalars.map { $0.properties.generalCategory == .control ? "\u{FFFD}" : Character($0) })
  }
}

/// A cell as JSON.
private struct JSONValue: Encodable {
  let value: FactValue

  init(_ value: FactValue) { self.value = value }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch value {
    case .null: try container.encodeNil()
    case .integer(let number): try container.encode(number)
    case .text(let text): try container.encode(text)
    }
  }
}
