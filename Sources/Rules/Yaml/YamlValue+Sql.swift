extension YamlValue {
  /// The refusal of a statement that stands in this node, at the given offset of its text.
  func problem(_ fault: SqlFault) -> RuleProblem {
    guard let offset = fault.offset, let text = node.scalar, node.style == .literal
    else { return problem(vi: fault.message.vi, en: fault.message.en) }
    let before = text.utf8.prefix(offset)
    let row = before.filter { $0 == UInt8(ascii: "\n") }.count
    let column = before.reversed().prefix { $0 != UInt8(ascii: "\n") }.count
    let first = source.lines.dropFirst(node.line).first { $0.contains { $0 != " " } } ?? ""
    let indent = first.prefix { $0 == " " }.count
    return RuleProblem(
      file: source.name, line: node.line + 1 + row, column: indent + column + 1,
      message: fault.message)
  }
}
