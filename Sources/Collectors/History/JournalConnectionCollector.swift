import Facts
import LinuxHost

/// Connections that the systemd journal tells of, and the span that each journal covers.
struct JournalConnectionCollector: Collector {
  static let name = "journal_connection"
  static let tables = [NetworkContact.table, Coverage.table]

  init(_ options: CollectorOptions) {}

  func collect(from host: any Host, into sink: any FactSink) throws {
    var history = try ConnectionHistory(source: Self.name, host: host)
    try JournalSource(host, sink).read(ConnectionLine.programs) { path, span in
      try sink.add(
        Coverage(
          source: Self.name, path: path, firstEntry: span.first, lastEntry: span.last, entries: span.entries,
          damaged: span.damaged))
    } _: { event in
      history.add(event)
    }
    for contact in history.contacts() { try sink.add(contact) }
  }
}
