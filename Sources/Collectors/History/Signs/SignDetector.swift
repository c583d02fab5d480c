import Facts
import LinuxHost

/// Looks for one kind of sign of wiping or of a wrong clock.
protocol SignDetector: Sendable {
  init()
  func detect(_ machine: SignMachine) throws
}

/// What detectors ask of a machine, and where they write.
final class SignMachine {
  let host: any Host
  let sink: any FactSink
  let options: CollectorOptions
  let homes: [Home]
  let installedAt: Int64?

  init(_ host: any Host, _ sink: any FactSink, _ options: CollectorOptions) throws {
    self.host = host
    self.sink = sink
    self.options = options
    homes = try Home.all(host.files, sink)
    installedAt = try InstallationTime.read(host)
  }

  var files: FileTree { host.files }

  /// Runs a body; what is absent is nothing, what cannot be read is a gap.
  func reading(_ body: () throws -> Void) throws { try sink.reading(body) }

  func names(in folder: String) throws -> [String] {
    try sink.names(in: folder, files)
  }

  /// The system's journal files, on the disk.
  func journals() throws -> [String] {
    var found: [String] = []
    try reading {
      found = try JournalReader(files: files).journals(in: "/var/log/journal") {
        try sink.skipped($0.path, $0.reason, detail: $0.detail)
      }
    }
    return found
  }

  func add(
    _ sign: HistorySignKind, _ weight: SignWeight, _ path: String, concern: HistoryConcern = .wiping,
    account: String? = nil, at time: Int64? = nil, detail: String = ""
  ) throws {
    try sink.add(
      HistorySign(
        source: HistorySignCollector.name, concern: concern, sign: sign, weight: weight, path: path,
        account: account, at: time, detail: detail))
  }
}
