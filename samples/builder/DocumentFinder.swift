import Collectors
import Facts
import Foundation
import Scanning

/// Runs the document collector, workers included, over a folder as if it were a machine's disk.
public struct DocumentFinder {
  public let options: CollectorOptions

  public init(options: CollectorOptions) { self.options = options }

  /// What was found, as tab-separated lines: `marking PATH LEVEL RULE PART`, `scan PATH STATUS REASON TYPE`.
  public func lines(below root: String) throws -> [String] {
    let host = try FactsOrigin.root(root, liveHardware: false).open()
    let store = try FactsStore()
    try store.collect(
      source: DocumentCollector.name, tables: DocumentCollector.tables, monitor: SilentMonitor()
    ) {
      try DocumentCollector(options).collect(from: host, into: $0)
    }
    let path = NSTemporaryDirectory() + "airseal-documents-" + UUID().uuidString
    defer { for suffix in ["", ".sha256"] { unlink(path + suffix) } }
    let facts = try Seal.seal(store, to: path)
    let markings = try facts.fetch(Marking.self).map { marking in
      ["marking", marking.path, marking.level.rawValue, marking.rule, marking.part.rawValue]
    }
    let scans = try facts.fetch(DocumentScan.self).map { scan in
      ["scan", scan.path, scan.status.rawValue, scan.reason.rawValue, scan.type]
    }
    return (markings + scans).map { $0.joined(separator: "\t") }.sorted()
  }
}
