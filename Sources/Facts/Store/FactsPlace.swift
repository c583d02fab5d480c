import GRDB

/// One of several mounted roots that make one machine: paths in facts begin with it, so that they can be found.
public struct FactsPlace: Sendable, Equatable {
  private static let columns = ["path", "document", "volume"]
  private static let kernel = ["/dev/", "/sys/", "/proc/"]

  public let root: String
  /// Whether another root came before, which tells of the hardware for all.
  public let isFurther: Bool

  public init(root: String, isFurther: Bool) {
    self.root = root.hasSuffix("/") ? String(root.dropLast()) : root
    self.isFurther = isFurther
  }

  /// A path of the root as one of this machine; those of devices and the kernel stay.
  public func path(_ path: String) -> String {
    path.hasPrefix("/") && !Self.kernel.contains(where: path.hasPrefix) ? root + path : path
  }

  /// The path below this root; nil for one of another root.
  public func local(_ path: String) -> String? {
    path.hasPrefix(root + "/") ? String(path.dropFirst(root.utf8.count)) : nil
  }

  /// The values of a row with the root before its paths.
  func completed(_ values: [String: DatabaseValue]) -> [String: DatabaseValue] {
    var values = values
    for column in Self.columns {
      if let text = values[column].flatMap(String.fromDatabaseValue) {
        values[column] = path(text).databaseValue
      }
    }
    return values
  }
}
