import Facts
import LinuxHost

/// ClamAV's state from its own files: its header dates count only as far as its own tool vouches for them.
struct ClamavReader {
  private static let programs = [
    "/usr/bin/clamscan", "/usr/bin/clamdscan", "/usr/sbin/clamd", "/usr/local/bin/clamscan",
    "/usr/local/bin/clamdscan", "/usr/local/sbin/clamd",
  ]
  static let tools = ["/usr/bin/sigtool", "/usr/local/bin/sigtool"]
  let host: any Host
  let sink: any FactSink
  let installed: InstalledPrograms

  func add(_ found: String) throws {
    let settings = try ClamavSettings(host.files, sink)
    let folder = settings.databaseFolder
    if try !host.files.exists(folder) { try sink.skipped(folder, .expectedButAbsent) }
    let databases = try ["daily", "main", "bytecode"].compactMap { try database($0, folder) }
    let states = try databases.map(verify)
    let order: [SignatureState] = [.invalid, .unverified, .verified]
    let state = order.first(where: states.contains) ?? .missing
    let schedule = ClamavSchedule(files: host.files, sink: sink)
    let isEnabled = try schedule.isEnabled()
    let scan = try ClamavLogs(host, sink).lastScan()
    if let scan {
      try sink.add(
        MalwareScan(
          product: "ClamAV", startedAt: scan.startedAt, endedAt: scan.endedAt, files: scan.files,
          infected: scan.infected, path: scan.path))
    }
    try sink.add(
      AntivirusProduct(
        product: "ClamAV", version: version, present: true, licence: .free,
        signaturesAt: databases.first?.builtAt, signaturesVersion: databases.first?.version,
        signatures: state, updateSource: settings.updateSource,
        realTime: try schedule.watchesFiles(settings) ? .on : .off, enabled: isEnabled,
        lastScanAt: scan?.endedAt, lastScanFound: scan?.infected, basis: .files,
        path: databases.first?.path ?? folder))
    if !isEnabled { try schedule.requireUnitFolder() }
  }

  private var version: String? {
    for package in ["clamav", "clamav-daemon", "clamav-base"] {
      if let version = installed.version(of: package) { return version }
    }
    return nil
  }

  /// The newer of a database's two forms; a file that does not follow the format is a gap.
  private func database(_ name: String, _ folder: String) throws -> ClamavDatabase? {
    var found: [ClamavDatabase] = []
    for path in ["\(folder)/\(name).cvd", "\(folder)/\(name).cld"] {
      do {
        if let database = try ClamavDatabase(path, host.files) {
          found.append(database)
        } else {
          try sink.skipped(path, .damaged)
        }
      } catch let error as FileError {
        if !error.isAbsent { try sink.skipped(path, error.reason, detail: error.detail) }
      }
    }
    return found.max { $0.builtAt < $1.builtAt }
  }

  /// ClamAV's own tool alone can check a signature; where it was not asked the digest shows damage at least.
  private func verify(_ database: ClamavDatabase) throws -> SignatureState {
    do {
      for tool in Self.tools where try host.nature == .recording || host.files.exists(tool) {
        let call = ProgramCall(
          tool, ["--info", database.path], seconds: 20, rights: .reader, withoutNetwork: true)
        do {
          let result = try host.run(call)
          return result.status == 0 && result.output.contains("Verification OK") ? .verified : .invalid
        } catch let failure as CollectionFailure {
          guard failure.status == .notCollected else { throw failure }
        }
      }
      return try database.hasWholeBody(host.files) ? .unverified : .invalid
    } catch let error as any ReasonedError {
      try sink.skipped(database.path, error.reason, detail: error.detail)
      return .unverified
    }
  }
}
