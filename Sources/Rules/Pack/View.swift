/// A derivation that several checks share, read from `rules/views/<name>.sql`.
public struct View: Sendable, Equatable {
  public let name: String
  /// One SELECT.
  public let sql: String
  /// Declared tables that it reads, also through other views.
  public let tables: Set<String>
}
