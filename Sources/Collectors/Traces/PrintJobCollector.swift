import Facts
import LinuxHost

/// Names of print jobs that CUPS keeps: control files of its spool (IPP attributes, RFC 8010) and its page log.
struct PrintJobCollector: Collector {
  static let name = "print_jobs"
  static let tables = [DocumentTrace.table]

  private static let spool = "/var/spool/cups"
  private static let logs = "/var/log/cups"

  private let options: CollectorOptions

  init(_ options: CollectorOptions) { self.options = options }

  func collect(from host: any Host, into sink: any FactSink) throws {
    let traces = TraceWriter(Self.name, host.files, options, sink)
    for name in try traces.names(in: Self.spool) where name.hasPrefix("c") {
      let path = "\(Self.spool)/\(name)"
      try traces.reading {
        let job = IppAttributes(try host.files.read(path, limit: 4 << 20))
        let time = try host.files.info(path).modifiedAt
        for title in job.values("job-name") + job.values("document-name-supplied") {
          try traces.add(
            .printed, title, in: path, account: job.values("job-originating-user-name").first, first: time)
        }
      }
    }
    for name in try traces.names(in: Self.logs) where name.hasPrefix("page_log") {
      let path = "\(Self.logs)/\(name)"
      try traces.reading {
        let time = try host.files.info(path).modifiedAt
        let text = String(decoding: try host.files.unpacked(path, limit: 256 << 20), as: UTF8.self)
        for line in text.split(separator: "\n") {
          let account = line.split(separator: " ").dropFirst().first.map(String.init)
          guard let end = line.firstIndex(of: "]") else { continue }
          let title = line[end...].split(separator: " ", maxSplits: 5).dropFirst(5).first
          guard let title else { continue }
          try traces.add(.printed, String(title), in: path, account: account, last: time)
        }
      }
    }
  }
}

/// Names and text values of an IPP message, as CUPS keeps them in control files.
struct IppAttributes {
  private var attributes: [(name: String, value: String)] = []

  init(_ bytes: [UInt8]) {
    var rest = bytes.dropFirst(8)
    var name = ""
    func number(_ at: Int) -> Int {
      let start = rest.startIndex + at
      return Int(rest[start]) << 8 | Int(rest[start + 1])
    }
    while let tag = rest.first {
      if tag < 0x10 {
        rest = rest.dropFirst()
        continue
      }
      guard rest.count >= 5 else { return }
      let nameLength = number(1)
      guard rest.count >= 5 + nameLength else { return }
      let valueLength = number(3 + nameLength)
      guard rest.count >= 5 + nameLength + valueLength else { return }
      if nameLength > 0 { name = String(decoding: rest.dropFirst(3).prefix(nameLength), as: UTF8.self) }
      let value = rest.dropFirst(5 + nameLength).prefix(valueLength)
      if tag >= 0x40 { attributes.append((name, String(decoding: value, as: UTF8.self))) }
      rest = rest.dropFirst(5 + nameLength + valueLength)
    }
  }

  func values(_ name: String) -> [String] { attributes.filter { $0.name == name }.map(\.value) }
}
