import Collectors
import TestSupport

extension Collector {
  /// Runs the collector over a tree, which stays until it has ended.
  static func run(on tree: TemporaryTree, _ options: CollectorOptions = .test) throws -> Collected {
    try withExtendedLifetime(tree) { try run(on: tree.host(), options) }
  }
}
