/// What SQLite says about a statement that it prepared.
struct SqlShape {
  /// Names of the result columns.
  let columns: [String]
  /// Declared tables that it reads, directly or through views, with the columns.
  let reads: [String: Set<String>]
  /// Parameters, with their colon.
  let parameters: Set<String>

  var tables: Set<String> { Set(reads.keys) }
}
