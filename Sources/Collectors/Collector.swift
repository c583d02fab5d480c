import Facts
import LinuxHost

/// Code that fills one or a few tables from a host.
///
/// A collector never swallows an error: it throws, or names what it skipped.
public protocol Collector: Sendable {
  /// Permanent name, snake case.
  static var name: String { get }
  static var tables: [Table] { get }
  /// udev subsystems whose devices it asks for.
  static var subsystems: [String] { get }
  init(_ options: CollectorOptions)
  func collect(from host: any Host, into sink: any FactSink) throws
}

extension Collector {
  public static var subsystems: [String] { [] }
}

/// What the user or the installation gives to collectors.
public struct CollectorOptions: Sendable {
  /// Folder with the data that changes with time: checks, markings, support ends.
  public var rules: String
  /// Program of the sandboxed document worker.
  public var worker: String
  /// Networks that the operator declares to be independent LANs, with prefix length.
  public var declaredLANs: [String]
  /// Whether the user leaves the document scan out.
  public var skipsDocuments: Bool
  /// Real paths on this machine that are airseal's own output, not evidence.
  public var ownPaths: [String]

  public init(
    rules: String, worker: String, declaredLANs: [String] = [], skipsDocuments: Bool = false,
    ownPaths: [String] = []
  ) {
    self.rules = rules
    self.worker = worker
    self.declaredLANs = declaredLANs
    self.skipsDocuments = skipsDocuments
    self.ownPaths = ownPaths
  }
}
