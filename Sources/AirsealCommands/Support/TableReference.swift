import Facts

/// The reference page of all fact tables.
public enum TableReference {
  public static func markdown(_ tables: [Table] = Schema.tables) -> String {
    let sections = tables.map { table in
      let rows = table.columns.map { column in
        let type = column.kind.rawValue.lowercased() + (column.isOptional ? ", may be empty" : "")
        let codes = column.allowed.isEmpty ? "" : " (`" + column.allowed.joined(separator: "` `") + "`)"
        return "| `\(column.name)` | \(type) | \(column.summary)\(codes) |"
      }
      return """
        ## `\(table.name)`

        \(table.summary).

        | column | type | meaning |
        |---|---|---|
        \(rows.joined(separator: "\n"))
        """
    }
    return """
      # Fact tables

      Schema version \(Schema.version). Times are Unix seconds. Made by `make generate`.

      \(sections.joined(separator: "\n\n"))

      """
  }
}
