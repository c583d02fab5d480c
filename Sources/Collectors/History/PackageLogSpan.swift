import Facts
import LinuxHost

/// The span of a package manager's log, whose lines begin with a local date and time.
struct PackageLogSpan {
  private let log: LogFile
  /// What stands before the date in lines that count.
  private let prefix: [UInt8]
  private let host: any Host

  init(_ log: LogFile, prefix: String = "", host: any Host) {
    self.log = log
    self.prefix = Array(prefix.utf8)
    self.host = host
  }

  /// Reads the whole log; what cannot be read becomes a gap.
  func coverage(_ source: String, _ sink: any FactSink) throws -> Coverage {
    var row = Coverage(source: source, path: log.path, entries: 0, damaged: 0)
    var (first, last): (CivilTime?, CivilTime?)
    do {
      try log.forEachLine(in: host.files) { line in
        guard line.starts(with: prefix) else { return }
        let stamp = UnsafeRawBufferPointer(rebasing: line.dropFirst(prefix.count).prefix(24))
        guard let time = CivilTime(digits: stamp) else {
          row.damaged += 1
          return
        }
        row.entries += 1
        first = min(first ?? time, time)
        last = max(last ?? time, time)
      }
      row.firstEntry = first?.time(offset: host.utcOffset(at:))
      row.lastEntry = last?.time(offset: host.utcOffset(at:))
      if row.entries == 0, row.damaged > 0 { throw FileError(path: log.path, reason: .damaged) }
    } catch let error as FileError {
      try sink.skipped(log.path, error.reason, detail: error.detail)
    }
    return row
  }
}
