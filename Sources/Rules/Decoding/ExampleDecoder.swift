import Facts

/// Reads one example of a check: facts by table, and the result that they must give.
struct ExampleDecoder {
  /// `collected_at` of an example that gives none: 2026-09-21 in Viet Nam.
  static let collectedAt: Int64 = 1_789_923_600

  func decode(_ value: YamlValue) throws -> Check.Example {
    let fields = try value.fields(
      required: ["expect", "given"], optional: ["collected_at", "connected_since", "signature_age_days"])
    var rows: [String: [[String: FactValue]]] = [:]
    var statuses: [String: CollectionStatus] = [:]
    for entry in try fields["given"].entries() {
      guard let table = Schema.table(entry.name) else {
        throw entry.key.problem(
          vi: "không có bảng “\(entry.name)”", en: "there is no table “\(entry.name)”")
      }
      if entry.value.node.list != nil {
        rows[table.name] = try decode(entry.value, table: table)
        continue
      }
      let given = try entry.value.fields(required: ["status"], optional: ["rows"])
      statuses[table.name] = try given["status"].code(CollectionStatus.self)
      rows[table.name] = try given.optional("rows").map { try decode($0, table: table) }
    }
    return Check.Example(
      expect: try fields["expect"].code(RuleResult.Status.self), rows: rows, statuses: statuses,
      collectedAt: try fields.optional("collected_at")?.integer() ?? Self.collectedAt,
      connectedSince: try fields.optional("connected_since")?.integer() ?? 0,
      signatureAge: (try fields.optional("signature_age_days")?.integer() ?? 30) * 86_400)
  }

  private func decode(_ list: YamlValue, table: Table) throws -> [[String: FactValue]] {
    try list.list().map { row in
      var values: [String: FactValue] = [:]
      for entry in try row.entries() {
        guard let column = table.columns.first(where: { $0.name == entry.name }) else {
          throw entry.key.problem(
            vi: "bảng \(table.name) không có cột “\(entry.name)”",
            en: "table \(table.name) has no column “\(entry.name)”")
        }
        values[column.name] = try decode(entry.value, column: column)
      }
      return values
    }
  }

  private func decode(_ value: YamlValue, column: Column) throws -> FactValue {
    if value.scalarKind == .null {
      guard column.isOptional else {
        throw value.problem(vi: "cột không được để trống", en: "the column is never empty")
      }
      return .null
    }
    let fact = try fact(value, column.kind)
    guard column.allowed.isEmpty || column.allowed.contains(fact.plain) else {
      let words = column.allowed.joined(separator: ", ")
      throw value.problem(
        vi: "không biết giá trị “\(fact.plain)”; chỉ dùng: \(words)",
        en: "unknown value “\(fact.plain)”; use one of: \(words)")
    }
    return fact
  }

  private func fact(_ value: YamlValue, _ kind: Column.Kind) throws -> FactValue {
    switch kind {
    case .integer: .integer(try value.integer())
    case .text:
      if let text = value.node.scalar, value.node.style != .plain {
        .text(text)
      } else {
        .text(try value.raw())
      }
    }
  }
}
