import Crypto
import Facts

/// Checks, editions of the law, profiles and labels of one folder: all of them sound, or nothing at all.
public struct RulePack: Sendable {
  /// By identifier.
  public let checks: [Check]
  /// By their coming into force.
  public let editions: [Edition]
  /// By identifier.
  public let profiles: [Profile]
  public let labels: Labels
  /// By name.
  public let views: [View]
  /// Declared tables that each check reads, as SQLite tells.
  public let checkTables: [String: Set<String>]
  /// SHA-256 over names and contents of every file below the folder, hex.
  public let digest: String

  /// Reads a folder strictly; throws `RulePackError` with every problem that was found.
  ///
  /// Judging needs no examples; without them they are neither read nor checked.
  public init(folder: String, withExamples: Bool = true) throws {
    let files = try PackFile.all(in: folder)
    var problems: [RuleProblem] = []
    func decode<Value>(
      _ file: PackFile, upTo last: String? = nil, _ body: (YamlValue) throws -> Value
    ) throws -> Value? {
      do {
        let root = try YamlSource.parse(name: file.name, text: file.text, upTo: last)
        return try body(root)
      } catch let problem as RuleProblem {
        problems.append(problem)
        return nil
      }
    }
    func inside(_ part: String, _ suffix: String) -> [PackFile] {
      files.filter { $0.name.hasPrefix(part + "/") }.filter { file in
        if file.name.hasSuffix(suffix), file.name.split(separator: "/").count == 2 { return true }
        problems.append(
          file.problem(SqlFault("tệp lạ trong \(part)/", "stray file in \(part)/")))
        return false
      }
    }

    let viewFiles = inside("views", ".sql")
    let (inspector, views): (SqlInspector, [View])
    do {
      (inspector, views) = try ViewDecoder.decode(viewFiles, problems: &problems)
    } catch let fault as SqlFault {
      throw RulePackError(
        problems: problems + [RuleProblem(file: "views", line: 1, column: 1, message: fault.message)])
    }
    let checkFiles = inside("checks", ".yaml")
    let decoder = CheckDecoder(
      inspector: inspector, checks: Set(checkFiles.map(\.stem)), withExamples: withExamples)
    let decoded = try checkFiles.compactMap { file in
      try decode(file, upTo: "examples") { root in
        let root = withExamples ? try YamlSource.parse(name: file.name, text: file.text) : root
        return try decoder.decode(root, id: file.stem)
      }
    }
    let names = Set(checkFiles.map(\.stem))
    let editions = try inside("controls", ".yaml").compactMap { file in
      try decode(file) { try EditionDecoder(checks: names).decode($0) }
    }
    let profiles = try inside("profiles", ".yaml").compactMap { file in
      try decode(file) {
        try ProfileDecoder(checks: names, editions: Set(editions.map(\.id))).decode($0, id: file.stem)
      }
    }
    let labelFile = files.first { $0.name == "labels.yaml" }
    let labels = try labelFile.map { try decode($0) { try LabelsDecoder().decode($0) } }
    problems += Self.missing(
      checks: checkFiles.isEmpty, editions: editions, profiles: profiles.isEmpty,
      labels: labelFile == nil)
    guard problems.isEmpty, let labels = labels ?? nil else { throw RulePackError(problems: problems) }

    self.checks = decoded.map(\.check).sorted { $0.id < $1.id }
    self.editions = editions.sorted { $0.inForceFrom < $1.inForceFrom }
    self.profiles = profiles.sorted { $0.id < $1.id }
    self.labels = labels
    self.views = views
    checkTables = Dictionary(uniqueKeysWithValues: decoded.map { ($0.check.id, $0.tables) })
    digest = Self.digest(of: files)
  }

  /// The profile of that name.
  public func profile(_ id: String) -> Profile? { profiles.first { $0.id == id } }

  /// The check of that name.
  public func check(_ id: String) -> Check? { checks.first { $0.id == id } }

  private static func missing(
    checks: Bool, editions: [Edition], profiles: Bool, labels: Bool
  ) -> [RuleProblem] {
    var problems: [RuleProblem] = []
    func add(_ file: String, _ vi: String, _ en: String) {
      problems.append(
        RuleProblem(file: file, line: 1, column: 1, message: LocalizedText(vi: vi, en: en)))
    }
    if checks { add("checks", "không có phép kiểm tra nào", "there are no checks") }
    if editions.isEmpty { add("controls", "không có bản luật nào", "there is no edition") }
    if Set(editions.map(\.id)).count < editions.count {
      add("controls", "hai bản luật cùng id", "two editions of the same id")
    }
    if profiles { add("profiles", "không có loại máy nào", "there are no profiles") }
    if labels { add("labels.yaml", "thiếu tệp", "the file is missing") }
    return problems
  }

  private static func digest(of files: [PackFile]) -> String {
    var hash = SHA256()
    for file in files {
      hash.update(data: Array("\(file.name)\0\(file.bytes.count)\0".utf8))
      hash.update(data: file.bytes)
    }
    return hash.finalize().hex
  }
}
