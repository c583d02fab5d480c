/// A line of a text log in the form of RFC 3164 or of rsyslog's RFC 3339 form.
public struct SyslogLine: Sendable, Equatable {
  /// Unix seconds.
  public var time: Int64
  /// Whether the line lacks a year, which was then inferred.
  public var yearIsInferred: Bool
  /// Program, as "NetworkManager".
  public var tag: String
  public var pid: Int?
  public var message: String

  public init(time: Int64, yearIsInferred: Bool, tag: String, pid: Int? = nil, message: String) {
    self.time = time
    self.yearIsInferred = yearIsInferred
    self.tag = tag
    self.pid = pid
    self.message = message
  }

  /// Finds the program in what follows the stamp; the installer's log leaves the host name out.
  static func tag(_ rest: UnsafeRawBufferPointer) -> Range<Int>? {
    var start = 0
    for _ in 0..<2 {
      var at = start
      while at < rest.count, !isTagEnd(rest[at]) { at += 1 }
      guard at < rest.count, at > start else { return nil }
      if rest[at] != 0x20 { return start..<at }
      start = at + 1
    }
    return nil
  }

  /// Reads pid and message of what follows the tag.
  static func body(_ rest: UnsafeRawBufferPointer, from end: Int) -> (pid: Int?, message: String) {
    var at = end
    var pid: Int?
    if rest[at] == 0x5b {
      let start = at + 1
      while at < rest.count, rest[at] != 0x5d { at += 1 }
      pid = Int(String(decoding: rest[min(start, at)..<at], as: UTF8.self))
      at += 1
    }
    while at < rest.count, rest[at] == 0x3a || rest[at] == 0x20 { at += 1 }
    return (pid, String(decoding: rest[min(at, rest.count)...], as: UTF8.self))
  }

  private static func isTagEnd(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x3a || byte == 0x5b }
}
