import Facts
import LinuxHost

/// How old the machine and its installation are, by what the disk, the firmware and the system's own files tell.
struct MachineLifeCollector: Collector {
  static let name = "machine_life"
  static let tables = [MachineLife.table]
  static let subsystems = ["block"]

  private static let files: [(path: String, witness: LifeWitness)] = [
    ("/lost+found", .fileSystem), ("/var/log/installer", .installerLog), ("/var/log/anaconda", .installerLog),
    ("/root/anaconda-ks.cfg", .installerLog), ("/etc/machine-id", .firstBoot),
    ("/etc/ssh/ssh_host_ed25519_key.pub", .hostKey), ("/etc/ssh/ssh_host_rsa_key.pub", .hostKey),
  ]

  init(_ options: CollectorOptions) {}

  func collect(from host: any Host, into sink: any FactSink) throws {
    for (path, witness) in Self.files {
      try sink.reading { try add(witness, path, try host.files.info(path).firstTime, sink) }
    }
    try addOldest(in: "/home", .homeFolder, host, sink) { _ in true }
    try addOldest(in: "/var/lib/dpkg/info", .packageDatabase, host, sink) { $0.hasSuffix(".list") }
    guard host.hasHardware else { return }
    try sink.reading {
      let path = "/sys/class/dmi/id/bios_date"
      let parts = try host.kernel().text(path, limit: 4096).split { !$0.isNumber }.compactMap { Int($0) }
      guard parts.count == 3 else { return }
      try add(.firmwareDate, path, CivilTime(digits: "\(parts[2]) \(parts[0]) \(parts[1]) 0 0 0")?.utc, sink)
    }
    let installed = try InstallationTime.read(host)
    for disk in try host.devices(Self.subsystems) where DiskIdentity.isFixed(disk) {
      let power = try DiskPower(disk, host)
      try sink.add(
        MachineLife(
          source: Self.name, witness: .diskPower, path: "/dev/\(disk.name)", hours: power.hours,
          cycles: power.cycles, earlierLife: power.isLonger(than: installed, now: host.now)))
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
