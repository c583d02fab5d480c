/// A program of the inspected machine that is asked something: by its absolute path, never through a shell.
public struct ProgramCall: Sendable, Equatable {
  /// Rights that the program runs with where airseal itself is root.
  public enum Rights: String, Sendable, CaseIterable {
    /// Those of the user nobody.
    case nobody
    /// Those of the user nobody, who may read every file.
    case reader
    /// Those of root, for programs that answer nobody else.
    case root
  }

  public var path: String
  public var arguments: [String]
  /// Time that it gets.
  public var seconds: Int
  public var rights: Rights
  /// Whether it runs without any network.
  public var withoutNetwork: Bool
  /// Bytes of output that are kept.
  public var outputLimit: Int
  /// Further variables of its environment, as NAME=value.
  public var environment: [String] = []

  public init(
    _ path: String, _ arguments: [String], seconds: Int, rights: Rights = .nobody,
    withoutNetwork: Bool = false,
    outputLimit: Int = 1 << 16
  ) {
    self.path = path
    self.arguments = arguments
    self.seconds = seconds
    self.rights = rights
    self.withoutNetwork = withoutNetwork
    self.outputLimit = outputLimit
  }

  /// The words as a recording names them.
  public var line: String { ([path] + arguments).joined(separator: " ") }
}
