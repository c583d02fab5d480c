/// Reads `controls/<name>.yaml`.
struct EditionDecoder {
  /// Identifiers of the checks in the pack.
  let checks: Set<String>

  func decode(_ root: YamlValue) throws -> Edition {
    let fields = try root.fields(
      required: ["id", "instrument", "title", "in_force_from", "violation_check", "clauses"],
      optional: ["in_force_until", "connected_since", "limits"])
    let from = try fields["in_force_from"].day()
    let until = try fields.optional("in_force_until")?.day()
    if let until, until <= from {
      throw try fields["in_force_from"].problem(
        vi: "hết hiệu lực trước khi có hiệu lực", en: "ends before it begins")
    }
    return Edition(
      id: try fields["id"].raw(), instrument: try fields["instrument"].raw(),
      title: try fields["title"].localized(), inForceFrom: from, inForceUntil: until,
      clauses: try fields["clauses"].list().map(clause),
      limits: try fields.optional("limits").map(limits) ?? [:],
      violationCheck: try check(fields["violation_check"]),
      connectedSince: try fields.optional("connected_since")?.day() ?? 0)
  }

  private func check(_ value: YamlValue) throws -> String {
    let id = try value.raw()
    guard checks.contains(id) else { throw value.unknownCheck(id) }
    return id
  }

  private func limits(_ value: YamlValue) throws -> [String: Effect] {
    var limits: [String: Effect] = [:]
    for entry in try value.entries() {
      limits[try check(entry.key)] = try entry.value.code(Effect.self)
    }
    return limits
  }

  private func clause(_ value: YamlValue) throws -> Edition.Clause {
    let fields = try value.fields(
      required: ["clause", "statement", "status", "checks"], optional: ["reason"])
    let status = try fields["status"].code(Edition.Coverage.self)
    guard status == .automated || fields.optional("reason") != nil else {
      throw value.problem(
        vi: "cần “reason”: vì sao chưa kiểm tra tự động hoàn toàn",
        en: "needs “reason”: why it is not wholly automated")
    }
    return Edition.Clause(
      clause: try fields["clause"].localized(), statement: try fields["statement"].localized(),
      status: status, reason: try fields.optional("reason")?.localized(),
      checks: try fields["checks"].list().map(check))
  }
}

extension YamlValue {
  func unknownCheck(_ id: String) -> RuleProblem {
    problem(
      vi: "bộ quy tắc không có phép kiểm tra “\(id)”", en: "the pack has no check “\(id)”")
  }
}
