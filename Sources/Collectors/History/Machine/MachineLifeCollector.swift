import Facts
import LinuxHost

/// How old the machine and its installation are, by what the disk, the firmware and the system's own files tell, and what
/// signed records and a stamp say of the time before.
struct MachineLifeCollector: Collector {
  static let name = "machine_life"
  static let tables = [MachineLife.table, MachineOrigin.table]
  static let subsystems = ["block", "scsi", "nvme", "nvme-subsystem", "mmc"]

  private static let files: [(path: String, witness: LifeWitness)] = [
    ("/lost+found", .fileSystem), ("/var/log/installer", .installerLog), ("/var/log/anaconda", .installerLog),
    ("/root/anaconda-ks.cfg", .installerLog), ("/var/log/YaST2", .installerLog),
    ("/var/log/archinstall", .installerLog), ("/etc/machine-id", .firstBoot),
    ("/etc/ssh/ssh_host_ed25519_key.pub", .hostKey), ("/etc/ssh/ssh_host_rsa_key.pub", .hostKey),
  ]

  private let options: CollectorOptions

  init(_ options: CollectorOptions) { self.options = options }

  func collect(from host: any Host, into sink: any FactSink) throws {
    for (path, witness) in Self.files {
      try sink.reading { try add(witness, path, try host.files.info(path).firstTime, sink) }
    }
    try addOldest(in: "/home", .homeFolder, host, sink) { _ in true }
    try addOldest(in: "/var/lib/dpkg/info", .packageDatabase, host, sink) { $0.hasSuffix(".list") }
    let book = try OriginBook(host, options, sink)
    guard host.hasHardware else {
      for row in book.rows([], installed: nil) { try sink.add(row) }
      throw CollectionFailure(.notCollected, .needsRunningKernel, detail: "/sys/block")
    }
    try sink.reading {
      let path = "/sys/class/dmi/id/bios_date"
      let parts = try host.kernel().text(path, limit: 4096).split { !$0.isNumber }.compactMap { Int($0) }
      guard parts.count == 3 else { return }
      try add(.firmwareDate, path, CivilTime(digits: "\(parts[2]) \(parts[0]) \(parts[1]) 0 0 0")?.utc, sink)
    }
    try addDisks(host, book, sink)
  }

  private func addDisks(_ host: any Host, _ book: OriginBook, _ sink: any FactSink) throws {
    let installed = try InstallationTime.read(host)
    let tree = DeviceTree(try host.devices(Self.subsystems))
    let disks = try tree.of("block").filter(DiskIdentity.isFixed).map { disk in
      DiskPast(
        path: "/dev/\(disk.name)",
        serial: DiskIdentity.serial(of: disk, tree).flatMap { serial in
          OriginRecord.isOwn(serial) ? OriginRecord.folded(serial) : nil
        }, power: try DiskPower(disk, host))
    }
    let origins = book.rows(disks, installed: installed)
    for row in origins { try sink.add(row) }
    let stamp = StampCollector(options).inspectedAt(host)
    for disk in disks {
      var row = MachineLife(
        source: Self.name, witness: .diskPower, path: disk.path, hours: disk.power.hours,
        cycles: disk.power.cycles,
        earlierLife: disk.power.ranLonger(than: installed, now: host.now))
      let record = origins.filter {
        $0.originStanding == .valid && $0.disk.map(OriginRecord.folded) == disk.serial && disk.serial != nil
      }.max { ($0.vouchedSince ?? 0) < ($1.vouchedSince ?? 0) }
      if let record {
        (row.vouchedBy, row.vouchedSince, row.earlierLife) = (record.originBasis, record.vouchedSince, false)
      }
      if let stamp, stamp > row.vouchedSince ?? 0 {
        (row.vouchedBy, row.vouchedSince, row.earlierLife) = (.stamp, stamp, false)
      }
      try sink.add(row)
    }
  }

  private func add(_ witness: LifeWitness, _ path: String, _ time: Int64?, _ sink: any FactSink) throws {
    try sink.add(MachineLife(source: Self.name, witness: witness, path: path, at: time))
  }

  private func addOldest(
    in folder: String, _ witness: LifeWitness, _ host: any Host, _ sink: any FactSink,
    where isMeant: (String) -> Bool
  ) throws {
    try sink.reading {
      var oldest: (path: String, time: Int64)?
      for name in try host.files.list(folder) where isMeant(name) && name != "lost+found" {
        let path = "\(folder)/\(name)"
        let time = try host.files.info(path).firstTime
        if time < oldest?.time ?? .max { oldest = (path, time) }
      }
      if let oldest { try add(witness, oldest.path, oldest.time, sink) }
    }
  }
}
