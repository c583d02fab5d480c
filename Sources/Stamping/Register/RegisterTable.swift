/// A register as a table of texts.
public protocol RegisterTable {
  associatedtype Entry

  /// In Vietnamese, as the paper register has them.
  static var heading: [String] { get }
  static func cells(_ entry: Entry) -> [String]
  /// The entry of a row with as many cells as the heading; nil for a row that is none.
  static func entry(_ row: [String]) -> Entry?
  /// What no two entries share.
  static func name(_ entry: Entry) -> String
}

extension RegisterTable {
  public static func text(_ entries: [Entry]) -> String { CSV.text([heading] + entries.map(cells)) }

  /// Reads exactly what `text` writes; throws the line of anything else.
  public static func entries(_ text: String, file: String) throws(RegisterError) -> [Entry] {
    let rows = try CSV.rows(text, file: file)
    guard rows.first == heading else { throw .malformed(file, line: 1) }
    var entries: [Entry] = []
    var names: Set<String> = []
    for (index, row) in rows.dropFirst().enumerated() {
      guard row.count == heading.count, let entry = entry(row), cells(entry) == row,
        names.insert(name(entry)).inserted
      else { throw .malformed(file, line: index + 2) }
      entries.append(entry)
    }
    return entries
  }
}
