/// The answer of a worker that applies YARA rules to one file.
public struct RuleReply: Sendable, Equatable {
  /// How the scan ended.
  public enum Outcome: UInt8, Sendable {
    case done = 0
    case tooLarge
    case timedOut
    case readFailed
    case failed
  }

  /// Longest answer, bytes.
  public static let sizeLimit = 4096
  /// Largest file that is scanned, bytes.
  public static let fileLimit = 64 << 20

  public var outcome: Outcome
  /// Names of the rules that match.
  public var rules: [String]

  public init(outcome: Outcome, rules: [String] = []) {
    self.outcome = outcome
    self.rules = rules
  }

  /// The outcome's number, and the names with line ends between them.
  public func encoded() -> [UInt8] {
    Array(([outcome.rawValue] + Array(rules.joined(separator: "\n").utf8)).prefix(Self.sizeLimit))
  }

  /// Throws `WireError` for what is no answer.
  public init(decoding bytes: [UInt8]) throws(WireError) {
    guard let first = bytes.first, bytes.count <= Self.sizeLimit else { throw .truncated }
    guard let outcome = Outcome(rawValue: first) else { throw .wrongMagic }
    self.outcome = outcome
    rules = bytes.dropFirst().split(separator: 10).map { String(decoding: $0, as: UTF8.self) }
  }
}
