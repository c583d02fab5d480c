import Facts

/// Reads `checks/<id>.yaml`; every refusal names line and column.
struct CheckDecoder {
  static let maximumLines = 12

  let inspector: SqlInspector
  /// Identifiers of every check of the pack.
  let checks: Set<String>
  let withExamples: Bool

  private static let texts = ["id", "method", "title", "statement", "severity", "remediation"]

  /// The check and the tables that its query reads.
  func decode(_ root: YamlValue, id: String) throws -> (check: Check, tables: Set<String>) {
    let method = try root.entries().first { $0.name == "method" }?.value
    guard let method else {
      throw root.problem(vi: "thiếu khoá “method”", en: "missing key “method”")
    }
    let decoded =
      switch try method.code(MethodName.self) {
      case .query: try query(root)
      case .manual: (check: try asked(root, .manual), tables: Set<String>())
      case .pending: (check: try asked(root, .pending), tables: Set<String>())
      }
    guard decoded.check.id == id else {
      throw root.problem(
        vi: "id “\(decoded.check.id)” khác tên tệp", en: "id “\(decoded.check.id)” is not the file name")
    }
    return decoded
  }

  private enum MethodName: String, CaseIterable {
    case query
    case manual
    case pending
  }

  private func asked(_ root: YamlValue, _ method: Check.Method) throws -> Check {
    var optional: [String] = []
    if case .pending = method { optional = ["not_applicable"] }
    let fields = try root.fields(required: Self.texts + ["question"], optional: optional)
    let title = try fields["title"].localized()
    return Check(
      id: try fields["id"].raw(), title: title, statement: try fields["statement"].localized(),
      severity: try fields["severity"].code(Severity.self), method: method, subject: [],
      message: title, remediation: try fields["remediation"].localized(),
      question: try fields["question"].localized(), examples: [],
      notApplicable: try fields.optional("not_applicable")?.localized())
  }

  private func query(_ root: YamlValue) throws -> (check: Check, tables: Set<String>) {
    let fields = try root.fields(
      required: Self.texts + ["existence", "query", "subject", "message", "examples"],
      optional: ["monotone", "question", "instead", "doubts", "waiver"])
    let monotone = try fields.optional("monotone")?.flag() ?? true
    let sql = try fields["query"].text()
    let shape = try shape(of: sql, at: try fields["query"], monotone: monotone)
    let subject = try fields["subject"].list().map { value in
      let column = try value.raw()
      guard shape.columns.contains(column) else { throw Self.unknownColumn(column, at: value) }
      return column
    }
    guard !subject.isEmpty else {
      throw try fields["subject"].problem(vi: "không được để trống", en: "must not be empty")
    }
    let doubts = try fields.optional("doubts")?.list().map(doubt) ?? []
    let existence = try fields["existence"].code(Check.Existence.self)
    let waiver = try fields.optional("waiver").map { try WaiverRule($0, subject, self) }
    let check = Check(
      id: try fields["id"].raw(), title: try fields["title"].localized(),
      statement: try fields["statement"].localized(),
      severity: try fields["severity"].code(Severity.self),
      method: .query(sql: sql, existence: existence, monotone: monotone),
      subject: subject, message: try template(fields["message"], columns: shape.columns),
      remediation: try fields["remediation"].localized(),
      question: try fields.optional("question")?.localized(),
      examples: withExamples ? try examples(fields["examples"]) : [], doubts: doubts.map(\.doubt),
      waivers: waiver?.kinds ?? [], drafting: waiver?.drafting,
      instead: try fields.optional("instead").map { try instead($0, existence, subject, shape) })
    return (check, doubts.reduce(into: shape.tables) { $0.formUnion($1.tables) })
  }

  /// Which waivers settle findings of a check.
  private struct WaiverRule {
    let kinds: Set<Waiver.Kind>
    let drafting: Check.Drafting?

    init(_ value: YamlValue, _ subject: [String], _ decoder: CheckDecoder) throws {
      let fields = try value.fields(required: ["kinds"], optional: ["drafting"])
      kinds = Set(try fields["kinds"].list().map { try $0.code(Waiver.Kind.self) })
      let sql = fields.optional("drafting")
      let shape = try sql.map { try decoder.shape(of: try $0.text(), at: $0, monotone: true) }
      drafting = try sql.map { Check.Drafting(sql: try $0.text(), tables: shape?.tables ?? []) }
      guard kinds.contains(.cipher) == (sql != nil) else {
        throw value.problem(
          vi: "miễn trừ cơ yếu phải nêu rõ thế nào là soạn thảo (drafting), và chỉ khi đó",
          en: "a cipher waiver needs drafting, and nothing else does")
      }
      if let sql, shape?.columns != subject {
        throw sql.problem(vi: "các cột phải đúng như subject", en: "its columns must be those of subject")
      }
    }
  }

  private func doubt(_ value: YamlValue) throws -> (doubt: Check.Doubt, tables: Set<String>) {
    let fields = try value.fields(required: ["check", "query", "subject"])
    let check = try fields["check"].raw()
    guard checks.contains(check) else {
      throw try fields["check"].problem(
        vi: "không có phép kiểm tra “\(check)”", en: "there is no check “\(check)”")
    }
    let sql = try fields["query"].text()
    let shape = try shape(of: sql, at: try fields["query"], monotone: true)
    let subject = try fields["subject"].list().map { value in
      let column = try value.raw()
      guard shape.columns.contains(column) else { throw Self.unknownColumn(column, at: value) }
      return column
    }
    return (Check.Doubt(check: check, sql: sql, subject: subject), shape.tables)
  }

  private func instead(
    _ value: YamlValue, _ existence: Check.Existence, _ subject: [String], _ duty: SqlShape
  ) throws -> Check.Instead {
    guard existence == .atLeastOneExists else {
      throw value.problem(vi: "chỉ dùng cho nghĩa vụ phải có", en: "belongs to duties only")
    }
    let fields = try value.fields(required: ["query", "message"])
    let sql = try fields["query"].text()
    let shape = try shape(of: sql, at: try fields["query"], monotone: false)
    if let column = subject.first(where: { !shape.columns.contains($0) }) {
      throw Self.unknownColumn(column, at: try fields["query"])
    }
    guard shape.tables.isSubset(of: duty.tables) else {
      throw try fields["query"].problem(
        vi: "đọc bảng mà câu lệnh chính không đọc", en: "reads a table that the query does not read")
    }
    return Check.Instead(sql: sql, message: try template(fields["message"], columns: shape.columns))
  }

  private func shape(of sql: String, at value: YamlValue, monotone: Bool) throws -> SqlShape {
    let lines = sql.utf8.split(separator: UInt8(ascii: "\n")).count { !Substring($0).isBlank }
    guard lines <= Self.maximumLines else {
      throw value.problem(
        vi: "câu lệnh dài \(lines) dòng, tối đa \(Self.maximumLines); phần còn lại đưa vào views/",
        en: "the query has \(lines) lines, at most \(Self.maximumLines); move the rest to views/")
    }
    do {
      let statement = try SqlStatement(sql)
      let shape = try inspector.inspect(statement)
      try SqlLint.check(statement, shape: shape, monotone: monotone)
      guard !shape.reads.isEmpty else {
        throw SqlFault("câu lệnh không đọc bảng nào", "the query reads no table")
      }
      return shape
    } catch let fault as SqlFault {
      throw value.problem(fault)
    }
  }

  private func template(_ value: YamlValue, columns: [String]) throws -> LocalizedText {
    let text = try value.localized()
    for template in [text.vi, text.en] {
      do {
        for column in try MessageTemplate(template).columns where !columns.contains(column) {
          throw Self.unknownColumn(column, at: value)
        }
      } catch let fault as MessageTemplate.Fault {
        throw value.problem(vi: fault.message.vi, en: fault.message.en)
      }
    }
    return text
  }

  private func examples(_ value: YamlValue) throws -> [Check.Example] {
    let examples = try value.list().map { try ExampleDecoder().decode($0) }
    for status in [RuleResult.Status.pass, .fail, .unknown] {
      guard examples.contains(where: { $0.expect == status }) else {
        throw value.problem(
          vi: "thiếu ví dụ cho kết quả \(status.rawValue)",
          en: "no example of the result \(status.rawValue)")
      }
    }
    return examples
  }

  private static func unknownColumn(_ column: String, at value: YamlValue) -> RuleProblem {
    value.problem(
      vi: "câu lệnh không có cột “\(column)”", en: "the query has no column “\(column)”")
  }
}
