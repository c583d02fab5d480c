/// Devices of several subsystems, to be asked by their place in the kernel's tree.
public struct DeviceTree: Sendable {
  public let devices: [Device]
  private let byPath: [String: Device]

  public init(_ devices: [Device]) {
    self.devices = devices
    byPath = Dictionary(devices.map { ($0.syspath, $0) }) { first, _ in first }
  }

  public subscript(syspath: String) -> Device? { byPath[syspath] }

  /// The devices above one, nearest first.
  public func ancestors(of device: Device) -> [Device] {
    var found: [Device] = []
    var path = device.syspath[...]
    while let slash = path.lastIndex(of: "/") {
      path = path[..<slash]
      if let device = byPath[String(path)] { found.append(device) }
    }
    return found
  }

  public func below(_ device: Device) -> [Device] { devices.filter { $0.isBelow(device) } }

  public func of(_ subsystem: String) -> [Device] { devices.filter { $0.subsystem == subsystem } }

  /// The driver that runs a device: its own, or that of the nearest device above; USB devices as such have none.
  public func driver(of device: Device) -> String? {
    if let driver = device.driver, driver != "usb" { return driver }
    let above = ancestors(of: device).compactMap(\.driver).first
    return above == "usb" ? device.properties["ID_NET_DRIVER"] : above ?? device.properties["ID_NET_DRIVER"]
  }
}

extension Device {
  /// The bus that the hardware sits on, from its path: usb, pci, virtio, sdio, platform …; nil for software devices.
  public var bus: String? {
    for part in syspath.split(separator: "/").reversed() {
      if part.hasPrefix("usb"), part.dropFirst(3).allSatisfy(\.isNumber) { return "usb" }
      if part.hasPrefix("virtio"), part.dropFirst(6).allSatisfy(\.isNumber) { return "virtio" }
      if part.hasPrefix("mmc"), part.contains(":") { return "sdio" }
      if part.utf8.count == 12, part.dropFirst(4).hasPrefix(":"), part.contains(".") { return "pci" }
      if part == "platform" { return "platform" }
      if part.uppercased().contains("VMBUS") { return "vmbus" }
      if part.hasPrefix("vif-") { return "xen" }
    }
    return nil
  }

  /// Whether no hardware stands behind the device.
  public var isVirtual: Bool { syspath.hasPrefix("/devices/virtual/") }
}
