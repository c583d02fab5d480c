/// One declared column of a fact table.
public struct Column: Sendable, Equatable {
  public enum Kind: String, Sendable {
    case text = "TEXT"
    case integer = "INTEGER"
  }

  public let name: String
  public let kind: Kind
  public let isOptional: Bool
  public let summary: String
  /// The only values that the column may hold; empty where any value may stand.
  public let allowed: [String]

  public static func text(_ name: String, _ summary: String) -> Column {
    Column(name: name, kind: .text, isOptional: false, summary: summary, allowed: [])
  }

  public static func optionalText(_ name: String, _ summary: String) -> Column {
    Column(name: name, kind: .text, isOptional: true, summary: summary, allowed: [])
  }

  /// A column that holds one of the raw values of an enumeration.
  public static func code<Code>(_ name: String, _ summary: String, _ type: Code.Type) -> Column
  where Code: CaseIterable & RawRepresentable<String> {
    Column(
      name: name, kind: .text, isOptional: false, summary: summary,
      allowed: type.allCases.map(\.rawValue))
  }

  public static func integer(_ name: String, _ summary: String) -> Column {
    Column(name: name, kind: .integer, isOptional: false, summary: summary, allowed: [])
  }

  public static func optionalInteger(_ name: String, _ summary: String) -> Column {
    Column(name: name, kind: .integer, isOptional: true, summary: summary, allowed: [])
  }

  /// 0 or 1.
  public static func flag(_ name: String, _ summary: String) -> Column {
    Column(name: name, kind: .integer, isOptional: false, summary: summary, allowed: ["0", "1"])
  }

  /// Unix seconds.
  public static func optionalTime(_ name: String, _ summary: String) -> Column {
    optionalInteger(name, "\(summary) (Unix seconds)")
  }

  var sql: String {
    var clause = "\(name) \(kind.rawValue)"
    if !isOptional { clause += " NOT NULL" }
    if !allowed.isEmpty {
      let values = allowed.map { kind == .text ? "'\($0)'" : $0 }.joined(separator: ", ")
      clause += " CHECK (\(name) IN (\(values)))"
    }
    return clause
  }
}
