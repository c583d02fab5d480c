import Facts
import LinuxHost

/// ClamAV and the state of its signatures; other products are named by their program files alone.
struct ClamavCollector: Collector {
  static let name = "clamav"
  static let tables = [AntivirusProduct.table]
  private static let folders = ["/usr/bin", "/usr/sbin", "/usr/local/bin", "/usr/local/sbin"]
  private static let programs = ["clamscan", "clamd", "clamdscan"]
  private static let configurations = [
    "/etc/clamav/freshclam.conf", "/etc/clamav/clamd.conf", "/etc/freshclam.conf", "/etc/clamd.d/scan.conf",
  ]
  private let options: CollectorOptions

  init(_ options: CollectorOptions) { self.options = options }

  func collect(from host: any Host, into sink: any FactSink) throws {
    _ = try host.files.list("/usr/bin")
    try clamav(host, sink)
    let known = try DataFile.decode(AntivirusPrograms.self, "antivirus.yaml", options)
    for entry in known.products {
      guard let path = try AntivirusPrograms.first(of: entry.programs, host.files) else { continue }
      try sink.add(
        AntivirusProduct(
          product: entry.product, present: true, licence: .unknown, signatures: .missing, enabled: false,
          path: path))
    }
    sink.absent(.neverInstalled)
  }

  private func clamav(_ host: any Host, _ sink: any FactSink) throws {
    let programs = Self.programs.flatMap { program in Self.folders.map { "\($0)/\(program)" } }
    guard try AntivirusPrograms.first(of: programs, host.files) != nil else { return }
    let folder = try databaseFolder(host.files, sink)
    if try !host.files.exists(folder) { try sink.skipped(folder, .expectedButAbsent) }
    let main = try database("main", folder, host.files, sink)
    let daily = try database("daily", folder, host.files, sink)
    let bytecode = try database("bytecode", folder, host.files, sink)
    let present = [daily, main, bytecode].compactMap { $0 }
    let states = try present.map { try verify($0, host, sink) }
    let state: SignatureState =
      [.invalid, .unverified, .verified].first(where: states.contains) ?? .missing
    let schedule = ClamavSchedule(files: host.files, sink: sink)
    let isEnabled = try schedule.isEnabled()
    try sink.add(
      AntivirusProduct(
        product: "ClamAV", version: try version(host.files, sink), present: true, licence: .free,
        signaturesAt: present.first?.builtAt, signatures: state,
        enabled: isEnabled, path: present.first?.path ?? folder))
    if !isEnabled { try schedule.requireUnitFolder() }
  }

  /// The newer of a database's two forms; a file that does not follow the format is a gap.
  private func database(
    _ name: String, _ folder: String, _ files: FileTree, _ sink: any FactSink
  ) throws -> ClamavDatabase? {
    var found: [ClamavDatabase] = []
    for path in ["\(folder)/\(name).cvd", "\(folder)/\(name).cld"] {
      do {
        if let database = try ClamavDatabase(path, files) {
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

  /// Only ClamAV's own tool on the running machine can check a signature; elsewhere the digest shows damage at least.
  private func verify(
    _ database: ClamavDatabase, _ host: any Host, _ sink: any FactSink
  ) throws -> SignatureState {
    do {
      let tools = Self.folders.map { "\($0)/sigtool" }
      if host.nature == .live,
        let tool = try AntivirusPrograms.first(of: tools, host.files)
      {
        let result = try BoundedProcess.run(tool, ["--info", database.path], seconds: 20)
        return result.status == 0 && result.output.contains("Verification OK") ? .verified : .invalid
      }
      return try database.hasWholeBody(host.files) ? .unverified : .invalid
    } catch let error as any ReasonedError {
      try sink.skipped(database.path, error.reason, detail: error.detail)
      return .unverified
    }
  }

  private func databaseFolder(_ files: FileTree, _ sink: any FactSink) throws -> String {
    for path in Self.configurations {
      do {
        for line in try files.lines(path, limit: 1 << 20) {
          let words = line.split(separator: " ")
          if words.count == 2, words[0] == "DatabaseDirectory" { return String(words[1]) }
        }
      } catch {
        if !error.isAbsent { try sink.skipped(path, error.reason, detail: error.detail) }
      }
    }
    return "/var/lib/clamav"
  }

  /// The version of the installed Debian package; nil on systems without dpkg.
  private func version(_ files: FileTree, _ sink: any FactSink) throws -> String? {
    do {
      let software = try InstalledSoftware(files)
      return ["clamav-base", "clamav", "clamav-daemon"].lazy.compactMap(software.version).first
    } catch let error as FileError {
      try sink.skipped(error.path, error.reason, detail: error.detail)
    } catch is CollectionFailure {}
    return nil
  }
}
