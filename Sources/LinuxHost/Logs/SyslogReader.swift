import Facts

/// Reads syslog lines of a log file and gives each its time.
///
/// RFC 3164 has no year: the last line is taken to be the latest moment not after the file's last change (nor after the
/// next generation's first line), and each return from a later to an earlier date is a New Year.
public struct SyslogReader {
  private let files: FileTree
  private let offset: (Int64) -> Int64

  /// `offset` gives the seconds east of UTC of the machine's local time at a moment.
  public init(files: FileTree, offset: @escaping (Int64) -> Int64) {
    self.files = files
    self.offset = offset
  }

  /// What a file holds.
  public struct Span: Sendable, Equatable {
    public var first: Int64?
    public var last: Int64?
    public var entries: Int64 = 0
    /// Lines without a time.
    public var damaged: Int64 = 0

    public init() {}
  }

  /// Hands over the lines of some programs, or of all, and tells what the file spans.
  ///
  /// `latest` bounds the file's last line. Throws `FileError` for what could not be read, after the readable lines.
  public func read(
    _ file: LogFile, notAfter latest: Int64? = nil, into span: inout Span, programs: Set<String>?,
    _ body: (SyslogLine) throws -> Void
  ) throws {
    let dayOfSlack: Int64 = 86_400
    let bound = min(file.info.modifiedAt, latest ?? .max) + dayOfSlack
    let wanted = programs.map(ProgramNames.init)
    var calendar = try survey(file, bound: bound)
    var clock = LocalClock(offset)
    try file.forEachLine(in: files) { line in
      guard let (stamp, length) = SyslogStamp.parse(line), let time = calendar.time(stamp, &clock) else {
        if !line.isEmpty { span.damaged += 1 }
        return
      }
      span.entries += 1
      span.first = min(span.first ?? time, time)
      span.last = max(span.last ?? time, time)
      let rest = UnsafeRawBufferPointer(rebasing: line[min(length, line.count)...])
      guard let range = SyslogLine.tag(rest) else { return }
      let bytes = UnsafeRawBufferPointer(rebasing: rest[range])
      let name = wanted.map { $0.name(bytes) } ?? String(decoding: bytes, as: UTF8.self)
      guard let tag = name else { return }
      let (pid, message) = SyslogLine.body(rest, from: range.upperBound)
      var inferred = false
      if case .yearless = stamp { inferred = true }
      try body(SyslogLine(time: time, yearIsInferred: inferred, tag: tag, pid: pid, message: message))
    }
  }

  /// Counts the New Years in a file, if its lines lack years, to know the year of its first line.
  private func survey(_ file: LogFile, bound: Int64) throws -> YearCalendar {
    struct Stop: Error {}
    var calendar = YearCalendar()
    var date: UInt64?
    do {
      try file.forEachLine(in: files) { line in
        let next = SyslogStamp.date(line)
        if next == date { return }
        guard let (stamp, _) = SyslogStamp.parse(line) else { return }
        guard case .yearless(let month, let day, _) = stamp else { throw Stop() }
        calendar.follow(month, day)
        date = next
      }
    } catch is Stop {
      return YearCalendar()
    } catch is FileError {
      // The second pass meets the same fault and names it.
    }
    return calendar.anchored(bound: bound, offset)
  }
}
