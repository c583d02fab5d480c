import Facts
import LinuxHost

/// The installed operating system, when it was installed and until when it is supported.
struct OperatingSystemCollector: Collector {
  static let name = "operating_system"
  static let tables = [OperatingSystem.table]
  private static let supportFile = "os-support.yaml"
  private let options: CollectorOptions

  init(_ options: CollectorOptions) { self.options = options }

  func collect(from host: any Host, into sink: any FactSink) throws {
    let release: OsRelease
    do {
      release = try OsRelease(host.files)
    } catch {
      throw CollectionFailure(error.isAbsent ? .incomplete : .error, error.reason, detail: error.detail)
    }
    guard let id = release["ID"] else {
      throw CollectionFailure(.incomplete, .damaged, detail: "/etc/os-release")
    }
    let periods = try DataFile.decode(SupportPeriods.self, Self.supportFile, options)
    let version = release["VERSION_ID"] ?? ""
    let support = try periods.end(id: id, version: version) { path in
      try host.files.exists(path) ? host.files.info(path).modifiedAt : nil
    }
    let kernel = try kernelRelease(host, sink)
    let newest = try InstalledKernels.newest(host.files)
    try sink.add(
      OperatingSystem(
        id: id, versionId: version, name: release["PRETTY_NAME"] ?? release["NAME"] ?? id,
        codename: release["VERSION_CODENAME"], kernel: kernel, kernelInstalled: newest,
        kernelOutdated: InstalledKernels.isOutdated(kernel, newest),
        installedAt: try InstallationTime.read(host), supportEnd: support?.end,
        supportSource: support?.source,
        supportDataDate: SupportPeriods.endOfDay(periods.date)))
    for witness in try InstallationTime.denied(host) {
      try sink.skipped(witness.path, witness.reason, detail: witness.detail)
    }
    if support == nil {
      try sink.skipped("rules/\(Self.supportFile)", .unsupported, detail: "\(id) \(version)")
    }
  }

  /// The kernel that runs on a mounted disk is not running; nil there.
  private func kernelRelease(_ host: any Host, _ sink: any FactSink) throws -> String? {
    if host.nature == .root { return nil }
    let path = "/proc/sys/kernel/osrelease"
    do {
      return try host.kernel().text(path, limit: 4096).split(whereSeparator: \.isWhitespace).first.map(
        String.init)
    } catch let error as any ReasonedError {
      try sink.skipped(path, error.reason, detail: error.detail)
    } catch let failure as CollectionFailure {
      try sink.skipped(path, failure.reason, detail: failure.detail)
    }
    return nil
  }
}
