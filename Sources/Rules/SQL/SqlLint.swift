import Facts

/// Refuses SQL that loses rows silently: comparisons that drop NULL, text folding, and hidden negation.
struct SqlLint {
  private let tokens: [SqlToken]
  private let shape: SqlShape
  private let monotone: Bool

  /// Words that may turn more facts into fewer rows.
  private static let nonMonotone: Set<String> = [
    "EXCEPT", "HAVING", "LEFT", "RIGHT", "FULL", "OUTER", "OFFSET", "COUNT", "SUM", "TOTAL",
    "GROUP_CONCAT",
  ]
  private static let textual: Set<String> = ["LIKE", "GLOB", "REGEXP", "MATCH", "LOWER", "UPPER"]

  /// Throws `SqlFault` at the first offence.
  static func check(_ sql: SqlStatement, shape: SqlShape, monotone: Bool) throws {
    let lint = SqlLint(tokens: sql.tokens, shape: shape, monotone: monotone)
    for index in lint.tokens.indices { try lint.check(at: index) }
  }

  private func check(at index: Int) throws {
    let token = tokens[index]
    let next = index + 1 < tokens.count ? tokens[index + 1] : nil
    if token.isSymbol("<>") || token.isSymbol("!=") {
      try requireNotNull(at: index, operands: [index - 1, index + 1])
    }
    guard token.kind == .word else { return }
    let word = token.text.uppercased()
    if word == "NOT" { try checkNot(at: index) }
    if Self.textual.contains(word) {
      throw SqlFault(
        "không dùng \(word): SQLite chỉ hiểu chữ ASCII; dữ kiện dùng mã",
        "\(word) is refused: SQLite folds ASCII only; facts hold codes", at: token.offset)
    }
    let isCall = ["COUNT", "SUM", "TOTAL", "GROUP_CONCAT"].contains(word)
    if Self.nonMonotone.contains(word), !isCall || next?.isSymbol("(") == true {
      try requireNonMonotone(word, at: token.offset)
    }
    if word == "LIMIT", !isInsideParentheses(index) { try requireNonMonotone(word, at: token.offset) }
    if word == "MAX" || word == "MIN", next?.isSymbol("(") == true,
      !tokens.contains(where: { $0.isWord("GROUP") })
    {
      try requireNonMonotone(word, at: token.offset)
    }
  }

  private func checkNot(at index: Int) throws {
    let offset = tokens[index].offset
    if index > 0, tokens[index - 1].isWord("IS") { return }
    guard index + 1 < tokens.count else { return }
    if tokens[index + 1].isWord("EXISTS") { return try requireNonMonotone("NOT EXISTS", at: offset) }
    guard tokens[index + 1].isWord("IN") else {
      throw SqlFault(
        "không dùng NOT trước điều kiện: dòng có ô trống sẽ bị bỏ sót",
        "NOT before a condition is refused: rows with an empty cell would be lost", at: offset)
    }
    if index + 3 < tokens.count, tokens[index + 3].isWord("SELECT") { throw dropsNull(at: offset) }
    try requireNotNull(at: index, operands: [index - 1])
  }

  /// Throws unless every operand is a literal or a column that can never be NULL.
  private func requireNotNull(at index: Int, operands: [Int]) throws {
    for operand in operands {
      guard tokens.indices.contains(operand) else { throw dropsNull(at: tokens[index].offset) }
      switch tokens[operand].kind {
      case .string, .number, .parameter: continue
      case .symbol: throw dropsNull(at: tokens[index].offset)
      case .word, .quotedName:
        var name = operand
        if operand > index, operand + 2 < tokens.count, tokens[operand + 1].isSymbol(".") {
          name += 2
        }
        guard isNeverNull(tokens[name].text) else { throw dropsNull(at: tokens[index].offset) }
      }
    }
  }

  private func isNeverNull(_ column: String) -> Bool {
    let columns = shape.tables.compactMap(Schema.table).flatMap(\.columns)
    let named = columns.filter { $0.name == column }
    return !named.isEmpty && named.allSatisfy { !$0.isOptional }
  }

  private func dropsNull(at offset: Int) -> SqlFault {
    SqlFault(
      "so sánh “khác” với ô có thể trống sẽ bỏ sót dòng; dùng IS NOT",
      "“not equal” on a column that may be empty loses rows; use IS NOT", at: offset)
  }

  private func requireNonMonotone(_ word: String, at offset: Int) throws {
    guard monotone else { return }
    throw SqlFault(
      "\(word) cần monotone: false (thêm dữ kiện có thể làm mất phát hiện)",
      "\(word) needs monotone: false (more facts may take findings away)", at: offset)
  }

  private func isInsideParentheses(_ index: Int) -> Bool {
    tokens[..<index].reduce(0) { $0 + ($1.isSymbol("(") ? 1 : $1.isSymbol(")") ? -1 : 0) } > 0
  }
}
