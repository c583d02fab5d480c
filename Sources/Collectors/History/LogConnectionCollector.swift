import Facts
import LinuxHost

/// Connections that rotated text logs tell of, and the span that each log covers.
struct LogConnectionCollector: Collector {
  static let name = "log_connection"
  static let tables = [NetworkContact.table, Coverage.table]

  init(_ options: CollectorOptions) {}

  func collect(from host: any Host, into sink: any FactSink) throws {
    try TextLogSource.collectConnections(Self.name, from: host, into: sink)
  }
}
