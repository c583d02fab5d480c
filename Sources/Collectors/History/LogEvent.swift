import Facts

/// A line of a journal or text log.
struct LogEvent {
  var time: Int64
  var basis: TimeBasis
  /// Program, as its syslog tag.
  var program: String
  var pid: Int?
  var message: String
  /// File that holds it.
  var path: String
}
