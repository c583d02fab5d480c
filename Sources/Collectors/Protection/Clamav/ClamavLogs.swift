import Facts
import LinuxHost

/// The summaries that clamscan and clamdscan leave in their logs.
struct ClamavLogs {
  struct Scan: Equatable {
    let path: String
    let startedAt: Int64?
    let endedAt: Int64
    let files: Int64
    let infected: Int64
  }

  private static let folder = "/var/log/clamav"
  private static let sizeLimit = 8 << 20
  private let host: any Host
  private let sink: any FactSink

  init(_ host: any Host, _ sink: any FactSink) {
    self.host = host
    self.sink = sink
  }

  /// The scan that ended last; nil where no log holds one.
  func lastScan() throws -> Scan? { try scans().max { $0.endedAt < $1.endedAt } }

  private func scans() throws -> [Scan] {
    let names: [String]
    do {
      names = try host.files.list(Self.folder)
    } catch {
      if !error.isAbsent { try sink.skipped(Self.folder, error.reason, detail: error.detail) }
      return []
    }
    var scans: [Scan] = []
    for name in names where name.hasSuffix(".log") && !name.hasPrefix("freshclam") {
      let path = "\(Self.folder)/\(name)"
      do {
        scans += Self.scans(try host.files.lines(path, limit: Self.sizeLimit), path, host)
      } catch {
        if error.reason != .notRegularFile { try sink.skipped(path, error.reason, detail: error.detail) }
      }
    }
    return scans
  }

  /// The summaries of one log, as clamscan --log writes them.
  static func scans(_ lines: [Substring], _ path: String, _ host: any Host) -> [Scan] {
    var scans: [Scan] = []
    var values: [Substring: Substring] = [:]
    for line in lines {
      if line.hasSuffix("SCAN SUMMARY -----------") { values = [:] }
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = line[line.index(after: colon)...].drop { $0 == " " }
      values[line[..<colon]] = value
      guard line[..<colon] == "End Date", let end = time(value, host) else { continue }
      scans.append(
        Scan(
          path: path, startedAt: values["Start Date"].flatMap { time($0, host) }, endedAt: end,
          files: values["Scanned files"].flatMap { Int64($0) } ?? 0,
          infected: values["Infected files"].flatMap { Int64($0) } ?? 0))
      values = [:]
    }
    return scans
  }

  private static func time(_ text: Substring, _ host: any Host) -> Int64? {
    VendorTime.seconds(String(text), ["%Y:%m:%d %H:%M:%S"], localOffset: host.utcOffset)
  }
}
