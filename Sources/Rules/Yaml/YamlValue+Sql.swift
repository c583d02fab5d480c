extension YamlValue {
  /// The refusal of a statement that stands in this node, at the given offset of its text.
  func problem(_ fault: SqlFault) -> RuleProblem {
    guard let offset = fault.offset, let scalar = node.scalar, scalar.style == .literal,
      let mark = node.mark
    else { return problem(vi: fault.message.vi, en: fault.message.en) }
    let before = scalar.string.utf8.prefix(offset)
    let row = before.filter { $0 == UInt8(ascii: "\n") }.count
    let column = before.reversed().prefix { $0 != UInt8(ascii: "\n") }.count
    let first = source.lines.dropFirst(mark.line).first { $0.contains { $0 != " " } } ?? ""
    let indent = first.prefix { $0 == " " }.count
    return RuleProblem(
      file: source.name, line: mark.line + 1 + row, column: indent + column + 1,
      message: fault.message)
  }
}
