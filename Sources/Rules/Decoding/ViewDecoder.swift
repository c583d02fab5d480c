import Facts

/// Reads `views/<name>.sql`: one SELECT each, under the same rules as checks.
enum ViewDecoder {
  /// An inspector that knows the views, and the views with the tables behind them.
  static func decode(
    _ files: [PackFile], problems: inout [RuleProblem]
  ) throws -> (inspector: SqlInspector, views: [View]) {
    var sources: [(file: PackFile, statement: SqlStatement)] = []
    for file in files {
      guard Schema.table(file.stem) == nil else {
        problems.append(
          file.problem(
            SqlFault(
              "khung nhìn trùng tên bảng “\(file.stem)”",
              "the view shadows the table “\(file.stem)”")))
        continue
      }
      do {
        sources.append((file, try SqlStatement(file.text)))
      } catch let fault as SqlFault {
        problems.append(file.problem(fault))
      }
    }
    let inspector = try SqlInspector(views: sources.map { (name: $0.file.stem, sql: $0.file.text) })
    var views: [View] = []
    for (file, statement) in sources {
      do {
        let shape = try inspector.inspect(statement)
        try SqlLint.check(statement, shape: shape, monotone: true)
        views.append(View(name: file.stem, sql: file.text, tables: shape.tables))
      } catch let fault as SqlFault {
        problems.append(file.problem(fault))
      }
    }
    return (inspector, views)
  }
}

extension PackFile {
  /// The refusal of a statement that is the whole of the file.
  func problem(_ fault: SqlFault) -> RuleProblem {
    let before = text.utf8.prefix(fault.offset ?? 0)
    let line = before.filter { $0 == UInt8(ascii: "\n") }.count + 1
    let column = before.reversed().prefix { $0 != UInt8(ascii: "\n") }.count + 1
    return RuleProblem(file: name, line: line, column: column, message: fault.message)
  }
}
