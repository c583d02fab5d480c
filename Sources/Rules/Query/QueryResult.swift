import Facts

/// Rows of a query, in the order of its columns.
public struct QueryResult: Sendable, Equatable {
  public let columns: [String]
  public let rows: [[FactValue]]
}

/// Why a query gave no rows.
public enum QueryError: Error, Equatable {
  /// Anything but one SELECT.
  case notASelect
  /// SQLite's words.
  case invalid(String)
  case timedOut
}
