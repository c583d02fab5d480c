import Facts
import LinuxHost

/// Devices that were attached or paired once: what kernel and programs logged, and what stores remember.
struct DeviceHistoryCollector: Collector {
  static let name = "device_history"
  static let tables = [UsbDeviceHistory.table, UsbSuspicion.table]

  private let options: CollectorOptions

  init(_ options: CollectorOptions) { self.options = options }

  /// Stores of the system and of its users.
  static var stores: [any DeviceStore.Type] {
    [
      LockdownStore.self, AdbStore.self, KdeConnectStore.self, BluezStore.self, AutomounterStore.self,
      ModeswitchStore.self, UsbguardStore.self, UpowerStore.self, ColordStore.self, BoltStore.self,
      DesktopStore.self, WindowsStore.self, WatchStore.self,
    ]
  }

  func collect(from host: any Host, into sink: any FactSink) throws {
    let classifier = UsbClassifier(knowledge: try options.devices.value())
    let installedAt = try InstallationTime.read(host)
    let (homes, names) = try UserHome.all(host.files)
    let logs = LogSink(sink)
    var follower = UsbLogFollower()
    try part(sink) {
      try JournalSource(host, logs).read(UsbLine.programs) { _, _ in
        follower.close()
      } _: { event in
        follower.add(event)
      }
    }
    follower.close()
    try part(sink) {
      try TextLogSource(host, logs).read(UsbLine.programs) { _, _ in
        follower.close()
      } _: { event in
        follower.add(event)
      }
    }
    follower.close()
    let sequence = UsbSequence(follower.sessions, classifier)
    var ledger = DeviceLedger(classifier: classifier, aliases: UsbAliases(host), accounts: names)
    for session in sequence.sessions { try ledger.add(session) }
    for mount in follower.strayMounts { try ledger.add(sighting(mount, names)) }
    let places = DeviceStoreHost(files: host.files, homes: homes, sink: sink)
    for store in Self.stores { try part(sink) { try store.init().read(places) { try ledger.add($0) } } }
    let register = RegisterIndex(options, at: host.now)
    for row in ledger.rows(installedAt) {
      var row = row
      (row.standing, row.purpose) = register.past(row.identity, first: row.firstSeen, last: row.lastSeen)
      row.seenOn = register.seen(row.identity)
      try sink.add(row)
    }
    let logKinds = 2
    if logs.absences == logKinds { sink.absent(.neverInstalled) }
    for finding in sequence.findings() { try sink.add(suspicion(finding, installedAt)) }
  }

  private func sighting(_ mount: UsbLogFollower.StrayMount, _ names: [Int: String]) -> DeviceSighting {
    DeviceSighting(
      evidence: .udisks, path: mount.path, kind: .init(kind: .storage, confidence: .low), first: mount.time,
      last: mount.time, account: mount.uid.map { names[$0] ?? "\($0)" }, label: mount.label)
  }

  private func suspicion(_ finding: UsbSequence.Finding, _ installedAt: Int64?) -> UsbSuspicion {
    let session = finding.session
    return UsbSuspicion(
      vendorId: session.vendor, productId: session.product, product: session.name, serial: session.serial,
      port: session.port, suspicion: finding.suspicion, detail: finding.detail, attached: false,
      seenAt: session.start, beforeInstall: Installation.precedes(session.end, installedAt))
  }

  /// Runs one source; what it cannot tell is named, and the others go on.
  private func part(_ sink: any FactSink, _ body: () throws -> Void) throws {
    do {
      try body()
    } catch let failure as CollectionFailure {
      try sink.skipped(failure.detail, failure.reason)
    } catch let error as any ReasonedError {
      try sink.skipped((error as? FileError)?.path ?? "", error.reason, detail: error.detail)
    }
  }
}

/// The sink of one source among several: that one kind of log is absent does not make the history absent.
private final class LogSink: FactSink {
  private let sink: any FactSink
  private(set) var absences = 0

  init(_ sink: any FactSink) { self.sink = sink }

  func add(_ fact: some Fact) throws { try sink.add(fact) }
  func skipped(_ path: String, _ reason: Reason, detail: String) throws {
    try sink.skipped(path, reason, detail: detail)
  }
  func absent(_ reason: Reason, detail: String) { absences += 1 }
  func progress(done: Int, total: Int?, unit: ProgressUnit) throws {
    try sink.progress(done: done, total: total, unit: unit)
  }
}
