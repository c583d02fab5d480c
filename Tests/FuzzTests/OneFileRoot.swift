import Collectors
import Synchronization
import TestSupport

/// A root of one target, whose only file is written anew for each input.
final class OneFileRoot: Sendable {
  nonisolated(unsafe) let tree: TemporaryTree
  let options: CollectorOptions

  private static let all = Mutex<[String: OneFileRoot]>([:])

  private init() throws {
    tree = try TemporaryTree()
    options = CollectorOptions(rules: Built.root + "/rules", worker: "/nonexistent/airseal-parse")
  }

  /// The root of a target; one target runs on one thread.
  static func shared(_ name: String) throws -> OneFileRoot {
    try all.withLock { all in
      if let root = all[name] { return root }
      let root = try OneFileRoot()
      all[name] = root
      return root
    }
  }
}
