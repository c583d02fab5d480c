import GRDB

/// Facts that queries can be run over.
public protocol FactsSource {
  /// A connection to the facts; `prepare` may add temporary views to it.
  func connection(prepare: @escaping @Sendable (Database) throws -> Void) throws -> DatabaseQueue
}
