import Facts
import GRDB

/// Runs SELECTs of a user over facts.
public struct FactsQuery {
  private let facts: any FactsSource
  private let views: [View]

  public init(facts: any FactsSource, views: [View] = []) {
    self.facts = facts
    self.views = views
  }

  /// Rows of one SELECT; throws `QueryError`, also once `seconds` have passed.
  public func run(_ sql: String, seconds: Double = 10) throws -> QueryResult {
    try facts.connection(views: views).read { database in
      try SqlRunner(database).run(sql, seconds: seconds)
    }
  }
}

extension FactsSource {
  /// A connection on which the views of a pack can be read, and no others.
  func connection(views: [View]) throws -> DatabaseQueue {
    try connection { database in
      let former = try String.fetchAll(
        database, sql: "SELECT name FROM temp.sqlite_schema WHERE type = 'view'")
      for name in former { try database.execute(sql: "DROP VIEW temp.\(name)") }
      for view in views {
        try database.execute(sql: "CREATE TEMP VIEW \(view.name) AS \(view.sql)")
      }
    }
  }
}
