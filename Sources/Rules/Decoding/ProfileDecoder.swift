/// Reads `profiles/<id>.yaml`; a profile says of every check of the pack what it asks.
struct ProfileDecoder {
  /// Identifiers of the checks in the pack.
  let checks: Set<String>
  let editions: Set<String>

  func decode(_ root: YamlValue, id: String) throws -> Profile {
    let fields = try root.fields(
      required: ["id", "title", "summary", "effects"],
      optional: ["may_be_not_applicable", "only_edition", "signature_age_days", "subject", "self_check"])
    let name = try fields["id"].raw()
    guard name == id else {
      throw try fields["id"].problem(vi: "id khác tên tệp", en: "the id is not the file name")
    }
    let effects = try effects(fields["effects"])
    return Profile(
      id: id, title: try fields["title"].localized(), summary: try fields["summary"].localized(),
      effects: effects,
      mayBeNotApplicable: try fields.optional("may_be_not_applicable").map(reasons) ?? [:],
      onlyEdition: try fields.optional("only_edition").map(edition),
      signatureAge: try fields.optional("signature_age_days").map(days) ?? 30 * 86_400,
      subject: try fields.optional("subject").map { try $0.code(Profile.Subject.self) } ?? .machine,
      selfCheckEffects: try fields.optional("self_check").map(overrides) ?? [:])
  }

  /// Effects that replace others; not every check needs one.
  private func overrides(_ value: YamlValue) throws -> [String: Effect] {
    var effects: [String: Effect] = [:]
    for entry in try value.entries() {
      guard checks.contains(entry.name) else { throw entry.key.unknownCheck(entry.name) }
      effects[entry.name] = try entry.value.code(Effect.self)
    }
    return effects
  }

  private func days(_ value: YamlValue) throws -> Int64 {
    let days = try value.integer()
    guard (1...3650).contains(days) else {
      throw value.problem(vi: "phải từ 1 đến 3650 ngày", en: "must be 1 to 3650 days")
    }
    return days * 86_400
  }

  private func effects(_ value: YamlValue) throws -> [String: Effect] {
    let effects = try overrides(value)
    if let missing = checks.subtracting(effects.keys).min() {
      throw value.problem(
        vi: "chưa nói yêu cầu gì về phép kiểm tra “\(missing)” (dùng not_selected nếu không chọn)",
        en: "does not say what it asks of the check “\(missing)” (write not_selected to leave it out)")
    }
    return effects
  }

  private func reasons(_ value: YamlValue) throws -> [String: LocalizedText] {
    var reasons: [String: LocalizedText] = [:]
    for entry in try value.entries() {
      guard checks.contains(entry.name) else { throw entry.key.unknownCheck(entry.name) }
      reasons[entry.name] = try entry.value.localized()
    }
    return reasons
  }

  private func edition(_ value: YamlValue) throws -> String {
    let id = try value.raw()
    guard editions.contains(id) else {
      throw value.problem(
        vi: "bộ quy tắc không có bản luật “\(id)”", en: "the pack has no edition “\(id)”")
    }
    return id
  }
}
