/// Whether the machine may be certified for its purpose.
public enum Fitness: String, Sendable, Codable, CaseIterable {
  case compliant
  case nonCompliant = "non_compliant"
  case undetermined

  /// The exit code that stands for it.
  public var exitCode: Int32 {
    switch self {
    case .compliant: 0
    case .nonCompliant: 2
    case .undetermined: 3
    }
  }
}

/// Whether there are signs that the forbidden act happened.
public enum Violation: String, Sendable, Codable, CaseIterable {
  case signs
  case noneFound = "none_found"
  case insufficient
}
