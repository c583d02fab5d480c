import Facts
import LinuxHost
import Yaml

/// What `/etc/airseal/airseal.yaml` says; every key may be left out.
public struct DaemonConfiguration: Sendable, Equatable {
  /// Where the file lies.
  public static let path = "/etc/airseal/airseal.yaml"

  public var watch = Watch()
  public var onFinding = OnFinding()
  public var selfCheck = SelfCheck()

  public init() {}

  /// What is watched.
  public struct Watch: Sendable, Equatable {
    public var devices = true
    public var links = true
  }

  /// What is done about a finding.
  public struct OnFinding: Sendable, Equatable {
    /// A program that is told of it; it and its folders must belong to root.
    public var program: String?
  }

  /// The scheduled self-check.
  public struct SelfCheck: Sendable, Equatable {
    /// Kind of machine; nil for the pack's default.
    public var profile: String?
    /// Whether documents are read too.
    public var documents = true
    /// Newest results that are kept; the last of each verdict is kept always.
    public var keepCount = 30
    /// Days for which results are kept.
    public var keepDays = 730
  }

  /// Decodes the text of a file; throws `StrictRefusal` with line and column.
  public init(text: String) throws {
    let lines = text.split(whereSeparator: \.isNewline).map { $0.drop(while: \.isWhitespace) }
    if lines.allSatisfy({ $0.isEmpty || $0.hasPrefix("#") }) {
      self.init()
    } else {
      self = try StrictDecoder.decode(Self.self, from: text)
    }
  }

  /// Reads the file; where it is not there everything is as it is by default.
  ///
  /// Throws `FileError` and `ConfigurationError`.
  public init(file path: String) throws {
    let text: String
    do {
      text = try FileTree(root: "/").text(path, limit: 1 << 20)
    } catch {
      guard error.isAbsent else { throw error }
      self.init()
      return
    }
    do {
      try self.init(text: text)
    } catch let refusal as StrictRefusal {
      throw ConfigurationError(path: path, refusal: refusal)
    }
  }
}

/// A configuration file that is refused.
public struct ConfigurationError: Error {
  public let path: String
  public let refusal: StrictRefusal
}
