import Facts

/// A file of a recording that does not follow its format.
public struct RecordingError: ReasonedError, Equatable, CustomStringConvertible {
  public let path: String
  public let line: Int?
  public let problem: String

  public init(path: String, line: Int? = nil, problem: String) {
    self.path = path
    self.line = line
    self.problem = problem
  }

  public var reason: Reason { .damaged }
  public var detail: String { description }
  public var description: String { "\(path)\(line.map { ":\($0)" } ?? ""): \(problem)" }
}
