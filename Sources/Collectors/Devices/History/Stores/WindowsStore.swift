import Facts
import LinuxHost

/// USB devices that a Windows on this machine remembers in its registry, under Enum\USB and Enum\USBSTOR.
///
/// Times are those of the properties 0064 (first installed) and 0066 (last attached) of
/// {83da6326-97a6-4088-9453-a1923f573b29} (devpkey.h), or of the key's last change.
struct WindowsStore: DeviceStore {
  private static let properties = "Properties\\{83da6326-97a6-4088-9453-a1923f573b29}"
  private static let kinds: [String: UsbKind] = [
    "usbstor": .storage, "uaspstor": .storage, "usbrndis6": .tether, "usb_rndisx": .tether,
    "netaapl": .tether, "netaapl64": .tether, "usbaapl": .phone, "usbaapl64": .phone, "wmbclass": .modem,
  ]

  func read(_ host: DeviceStoreHost, _ add: (DeviceSighting) throws -> Void) throws {
    for volume in try WindowsVolumes.all(host) {
      let path = "\(volume)\(WindowsVolumes.config)/SYSTEM"
      let opened = try host.attempt(path) { () throws(FileError) in try RegistryHive(host.files, path) }
      guard let system = opened else { continue }
      let set = "ControlSet00\(system.key("Select")?.number("Current") ?? 1)"
      let names = try storageNames(system.key("\(set)\\Enum\\USBSTOR"))
      for model in try system.key("\(set)\\Enum\\USB")?.children ?? [] {
        guard let ids = Self.ids(model.name) else { continue }
        for device in try model.children {
          try add(sighting(device, ids, names, path))
        }
      }
    }
  }

  private func sighting(
    _ device: RegistryHive.Key, _ ids: (vendor: String, product: String), _ names: [String: String],
    _ path: String
  ) throws -> DeviceSighting {
    let isGenerated = device.name.dropFirst().first == "&"
    let serial = isGenerated ? nil : device.name
    let service = device.text("Service")?.lowercased() ?? ""
    let changed = device.changedAt
    return DeviceSighting(
      evidence: .windows, path: path, vendor: ids.vendor, product: ids.product, serial: serial,
      name: serial.flatMap { names[$0.uppercased()] }
        ?? Self.plain(device.text("FriendlyName") ?? device.text("DeviceDesc")),
      kind: Self.kinds[service].map { .init(kind: $0, confidence: .medium) },
      first: device.key("\(Self.properties)\\0064")?.time ?? changed,
      last: device.key("\(Self.properties)\\0066")?.time ?? changed)
  }

  /// Names of sticks by serial: "Disk&Ven_SanDisk&Prod_Ultra&Rev_1.00\4C53…&0" has FriendlyName.
  private func storageNames(_ models: RegistryHive.Key?) throws -> [String: String] {
    var names: [String: String] = [:]
    for model in try models?.children ?? [] {
      for device in try model.children {
        guard let mark = device.name.lastIndex(of: "&") else { continue }
        names[device.name[..<mark].uppercased()] = device.text("FriendlyName")
      }
    }
    return names
  }

  /// "VID_0781&PID_5581"; nil for hubs and for parts of a device ("…&MI_00").
  private static func ids(_ name: String) -> (vendor: String, product: String)? {
    let parts = name.uppercased().split(separator: "&")
    guard parts.count == 2, parts[0].hasPrefix("VID_"), parts[1].hasPrefix("PID_") else { return nil }
    return (parts[0].dropFirst(4).lowercased(), parts[1].dropFirst(4).lowercased())
  }

  /// "@disk.inf,%disk_devdesc%;Disk drive" is "Disk drive".
  private static func plain(_ text: String?) -> String? {
    text.map { $0.split(separator: ";").last.map(String.init) ?? $0 }
  }
}
