/// What every statement over facts must be: one SELECT.
struct SqlStatement {
  let text: String
  let tokens: [SqlToken]

  /// Throws `SqlFault` unless the text begins as a SELECT and holds no second statement.
  init(_ text: String) throws {
    self.text = text
    tokens = SqlScanner.tokens(text)
    guard let first = tokens.first, first.isWord("SELECT") || first.isWord("WITH"), !text.utf8.contains(0)
    else { throw Self.notSelect(at: tokens.first?.offset ?? 0) }
    if let end = tokens.firstIndex(where: { $0.isSymbol(";") }), end + 1 < tokens.count {
      throw Self.several(at: tokens[end + 1].offset)
    }
  }

  static func notSelect(at offset: Int) -> SqlFault {
    SqlFault("chỉ được dùng một câu lệnh SELECT", "only one SELECT statement is allowed", at: offset)
  }

  static func several(at offset: Int) -> SqlFault {
    SqlFault("có nhiều hơn một câu lệnh", "more than one statement", at: offset)
  }
}
