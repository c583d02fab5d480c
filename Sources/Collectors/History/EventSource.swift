import Facts
import LinuxHost

/// Logs of one kind, whose lines are events.
protocol EventSource {
  /// What one file of such a log covers.
  associatedtype Span: LogSpan
  init(_ host: any Host, _ sink: any FactSink)

  /// Hands over the entries of some programs and the span of each file; names what is unreadable.
  func read(
    _ programs: Set<String>, span: (String, Span) throws -> Void, _ body: (LogEvent) throws -> Void) throws
}

/// Times of the first and last entry of a log, and how many could be read.
protocol LogSpan {
  var first: Int64? { get }
  var last: Int64? { get }
  var entries: Int64 { get }
  var damaged: Int64 { get }
}

extension JournalReader.Span: LogSpan {}
extension SyslogReader.Span: LogSpan {}
extension JournalSource: EventSource {}
extension TextLogSource: EventSource {}

extension EventSource {
  /// Writes the connections that the logs tell of, and the span of each.
  static func collectConnections(_ name: String, from host: any Host, into sink: any FactSink) throws {
    var history = try ConnectionHistory(source: name, host: host)
    try Self(host, sink).read(ConnectionLine.programs) { path, span in
      try sink.cover(
        name, path, first: span.first, last: span.last, entries: span.entries, damaged: span.damaged)
    } _: { event in
      history.add(event)
    }
    for contact in history.contacts() { try sink.add(contact) }
  }
}
