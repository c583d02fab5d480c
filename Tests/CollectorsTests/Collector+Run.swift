import Collectors
import Facts
import LinuxHost
import TestSupport

extension CollectorOptions {
  /// The options of tests: the project's own rules and no document worker.
  static let test = CollectorOptions(rules: testRules, worker: "/nonexistent/airseal-parse")

  private static let testRules =
    #filePath.split(separator: "/").dropLast(3).map { "/\($0)" }.joined() + "/rules"
}

extension Collector {
  /// Runs the collector over a host.
  static func run(on host: any Host, _ options: CollectorOptions = .test) throws -> Collected {
    try Collected(tables) { try Self(options).collect(from: host, into: $0) }
  }
}
