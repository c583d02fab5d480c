import Facts
import LinuxHost

/// Data that interfaces carried over time, by the records of sysstat (sar(1)) and atop(1).
///
/// Their files hold structures of the program's version, which only the program itself reads.
struct TrafficRecordCollector: Collector {
  static let name = "traffic_records"
  static let tables = [NetworkContact.table]

  /// Where a program keeps its files, how they are called, and how it is asked for interfaces.
  struct Recorder: Sendable {
    let folders: [String]
    let prefix: String
    let digits: ClosedRange<Int>
    let program: String
    let arguments: @Sendable (String) -> [String]
    let read: @Sendable (Substring) -> Sample?
  }

  struct Sample: Equatable {
    let interface: String
    let time: Int64
  }

  static let recorders = [
    Recorder(
      folders: ["/var/log/sysstat", "/var/log/sa"], prefix: "sa", digits: 2...8, program: "/usr/bin/sadf",
      arguments: { ["-d", "-U", $0, "--", "-n", "DEV"] }, read: sadf),
    Recorder(
      folders: ["/var/log/atop"], prefix: "atop_", digits: 8...8, program: "/usr/bin/atop",
      arguments: { ["-r", $0, "-P", "NET"] }, read: atop),
  ]
  /// Seconds between two records, as the packages set them up.
  private static let step: Int64 = 600

  init(_ options: CollectorOptions) {}

  func collect(from host: any Host, into sink: any FactSink) throws {
    let contacts = try ContactWriter(Self.name, host, sink)
    for recorder in Self.recorders {
      for folder in recorder.folders {
        for name in try contacts.names(in: folder) where name.hasPrefix(recorder.prefix) {
          let rest = name.dropFirst(recorder.prefix.count)
          guard recorder.digits.contains(rest.prefix(while: \.isNumber).count) else { continue }
          let path = "\(folder)/\(name)"
          if rest.allSatisfy(\.isNumber) {
            try ask(recorder, path, contacts)
          } else {
            try sink.skipped(path, .unsupported, detail: recorder.program)
          }
        }
      }
    }
    try contacts.finish()
  }

  private func ask(_ recorder: Recorder, _ path: String, _ contacts: ContactWriter) throws {
    let call = ProgramCall(
      recorder.program, recorder.arguments(path), seconds: 60, rights: .reader, withoutNetwork: true,
      outputLimit: 32 << 20)
    do {
      let result = try contacts.host.run(call)
      guard result.status == 0 else {
        return try contacts.sink.skipped(path, .readFailed, detail: recorder.program)
      }
      for line in result.output.split(whereSeparator: \.isNewline) {
        guard let sample = recorder.read(line), !InterfaceName.isSoftwareOnly(sample.interface) else {
          continue
        }
        contacts.add(
          NetworkContact(
            source: Self.name, kind: .networkTraffic, path: path, interface: sample.interface,
            firstSeen: sample.time, lastSeen: sample.time, timeBasis: .recorded, grade: .b, occurrences: 1,
            precision: Self.step))
      }
    } catch is CollectionFailure {
      try contacts.sink.skipped(path, .unsupported, detail: recorder.program)
    } catch let error as any ReasonedError {
      try contacts.sink.skipped(
        path, error.isMissingProgram ? .unsupported : error.reason, detail: error.detail)
    }
  }

  /// "host;600;1779246600;eth0;12.00;3.00;…": packets received a second.
  private static func sadf(_ line: Substring) -> Sample? {
    let cells = line.split(separator: ";", omittingEmptySubsequences: false)
    guard cells.count > 5, !line.hasPrefix("#"), let time = Int64(cells[2]), let packets = Double(cells[4]),
      packets > 0
    else { return nil }
    return Sample(interface: String(cells[3]), time: time)
  }

  /// "NET host 1779246600 2026/05/20 10:10:00 600 eth0 7200 …": packets received in the interval.
  private static func atop(_ line: Substring) -> Sample? {
    let words = line.split(separator: " ")
    guard words.count > 8, words[0] == "NET", words[6] != "upper", let time = Int64(words[2]),
      let packets = Int64(words[7]), packets > 0
    else { return nil }
    return Sample(interface: String(words[6]), time: time)
  }
}

extension ReasonedError {
  /// Whether a program of the machine is not there.
  fileprivate var isMissingProgram: Bool { (self as? FileError)?.isAbsent ?? false }
}
