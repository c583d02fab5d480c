import Facts
import LinuxHost

/// What identifies the machine: firmware tables, board, disks, network cards, the installation and its name.
struct MachineIdentityCollector: Collector {
  static let name = "machine_identity"
  static let tables = [MachineIdentity.table]
  static let subsystems = [
    "block", "scsi", "nvme", "nvme-subsystem", "mmc", "net", "ieee80211", "pci", "usb", "virtio",
  ]

  init(_ options: CollectorOptions) {}

  func collect(from host: any Host, into sink: any FactSink) throws {
    try machineID(host, sink)
    try hostname(host, sink)
    let kernel = try host.kernel()
    try FirmwareIdentity(kernel, host.effectiveUID).add(to: sink)
    try processor(kernel, sink)
    let tree = DeviceTree(try host.devices(Self.subsystems))
    for (name, value) in DiskIdentity.all(tree) {
      try sink.add(MachineIdentity(component: .disk, name: name, value: value))
    }
    for address in Self.permanentAddresses(tree) {
      try sink.add(MachineIdentity(component: .nic, name: "address", value: address))
    }
  }

  private func machineID(_ host: any Host, _ sink: any FactSink) throws {
    let path = "/etc/machine-id"
    do {
      let text = try host.files.text(path, limit: 4096).prefix { !$0.isWhitespace }.lowercased()
      if text.count == 32, text.allSatisfy(\.isHexDigit) {
        try sink.add(MachineIdentity(component: .machineId, name: "id", value: text))
      } else {
        try sink.skipped(path, text.isEmpty || text == "uninitialized" ? .emptyStore : .damaged)
      }
    } catch let error as FileError {
      try sink.skipped(path, error.reason, detail: error.detail)
    }
  }

  /// The name of /etc/hostname; some systems do without that file.
  private func hostname(_ host: any Host, _ sink: any FactSink) throws {
    let path = "/etc/hostname"
    do {
      let lines = try host.files.lines(path, limit: 4096)
      if let name = lines.first(where: { !$0.isEmpty && !$0.hasPrefix("#") }) {
        try sink.add(MachineIdentity(component: .hostname, name: "name", value: String(name)))
      }
    } catch let error as FileError {
      if !error.isAbsent { try sink.skipped(path, error.reason, detail: error.detail) }
    }
  }

  private func processor(_ kernel: FileTree, _ sink: any FactSink) throws {
    let path = "/proc/cpuinfo"
    do {
      let line = try kernel.lines(path).first { $0.hasPrefix("model name") || $0.hasPrefix("Model") }
      guard let value = line?.split(separator: ":", maxSplits: 1).last else { return }
      try sink.add(
        MachineIdentity(component: .processor, name: "model", value: String(value.drop { $0 == " " })))
    } catch let error as FileError {
      try sink.skipped(path, error.reason, detail: error.detail)
    }
  }

  /// Addresses that network cards were made with; sticks and docks on USB come and go and identify nothing.
  private static func permanentAddresses(_ tree: DeviceTree) -> [String] {
    var addresses: [String] = []
    for device in tree.of("net") where !device.isVirtual && device.bus != "usb" {
      let card = tree.ancestors(of: device).first
      let wireless = tree.of("ieee80211").first { phy in card.map { phy.isBelow($0) } ?? false }
      let isPermanent = (device.attributes["addr_assign_type"] ?? "0") == "0"
      let address = isPermanent ? device.attributes["address"] : wireless?.attributes["macaddress"]
      if let address = address?.lowercased(), !address.isEmpty, !addresses.contains(address) {
        addresses.append(address)
      }
    }
    return addresses
  }
}
