import Facts
import LinuxHost

/// Connections that the systemd journal tells of, and the span that each journal covers.
struct JournalConnectionCollector: Collector {
  static let name = "journal_connection"
  static let tables = [NetworkContact.table, Coverage.table]

  init(_ options: CollectorOptions) {}

  func collect(from host: any Host, into sink: any FactSink) throws {
    try JournalSource.collectConnections(Self.name, from: host, into: sink)
  }
}
