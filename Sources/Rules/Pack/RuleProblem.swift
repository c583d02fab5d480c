/// One thing wrong with a rule file, and where it stands.
public struct RuleProblem: Error, Sendable, Equatable {
  /// Path below the rules folder.
  public let file: String
  /// From 1.
  public let line: Int
  /// From 1.
  public let column: Int
  public let message: LocalizedText

  public init(file: String, line: Int, column: Int, message: LocalizedText) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }
}

/// A rule pack that cannot be used: one bad rule is no scan.
public struct RulePackError: Error, Sendable, CustomStringConvertible {
  /// In the order of files and lines; never empty.
  public let problems: [RuleProblem]

  public init(problems: [RuleProblem]) {
    self.problems = problems.sorted { ($0.file, $0.line, $0.column) < ($1.file, $1.line, $1.column) }
  }

  public var description: String {
    problems.map { "\($0.file):\($0.line):\($0.column): \($0.message.en)" }.joined(separator: "\n")
  }
}
